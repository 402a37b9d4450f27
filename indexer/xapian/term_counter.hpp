#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/search_terms.hpp"

namespace tracuu::indexer {

/// The distinct folded words and pairs of neighbours of one text; counts the pairs. Hashes once per
/// token and makes no strings.
class TermCounter {
  public:
    /// `tokens` must live as long as the counter's results are read.
    void count(const analyzers::SearchTokens& tokens);

    /// `visit(folded)` for each word.
    template <typename Visit>
    void each_word(Visit&& visit) const {
        for (const std::string_view word : words_) visit(word);
    }
    /// `visit(first, second, count)` for each two neighbouring words.
    template <typename Visit>
    void each_pair(Visit&& visit) const {
        for (const Pair& pair : pair_table_) {
            if (pair.key == 0) continue;
            const std::uint64_t key = pair.key - 1;
            visit(words_[key >> 32U], words_[key & 0xFFFFFFFFU], pair.count);
        }
    }

  private:
    struct Pair {
        std::uint64_t key = 0;  ///< indices of both words; 0 is no pair (stored plus one)
        std::uint32_t count = 0;
    };
    [[nodiscard]] std::uint32_t word_index(std::string_view folded);
    void add_pair(std::uint32_t first, std::uint32_t second);
    void grow_words();
    void grow_pairs();

    std::vector<std::string_view> words_;    ///< folded
    std::vector<std::uint32_t> word_table_;  ///< open addressing: index in words_ plus one
    std::vector<Pair> pair_table_;           ///< open addressing
    std::size_t pairs_ = 0;
};

}  // namespace tracuu::indexer
