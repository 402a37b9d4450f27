#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/search_terms.hpp"

namespace tracuu::indexer {

/// Counts the words of texts and their neighbours, for a WordTable.
class WordCounter {
  public:
    WordCounter();

    /// `tokens` are those of `text`.
    void add(std::string_view text, const analyzers::SearchTokens& tokens);
    /// Adds what another counter counted.
    void add(WordCounter&& other);
    /// The bytes of the table. Words and pairs that stand less than once in kOften words are left
    /// out: they are misspellings mostly.
    [[nodiscard]] std::string table();

    static constexpr std::uint64_t kOften = 4'000'000;

  private:
    struct Word {
        std::string accented;  ///< as search_tokens has it
        std::string folded;
        std::string text;
        std::uint32_t count = 0;
    };
    /// Two words by number, the first in the high half.
    struct Pair {
        std::uint64_t words;
        std::uint32_t count;
    };

    std::uint32_t number_of(std::string_view text, const analyzers::SearchTokens& tokens,
                            const analyzers::SearchToken& token);
    std::uint32_t* slot_of(std::string_view accented);
    void grow();
    void count_neighbours();

    std::vector<Word> words_;
    std::vector<std::uint32_t> slots_;       ///< hash table: number of a word + 1, 0 when free
    std::vector<std::uint64_t> neighbours_;  ///< not yet counted
    std::vector<Pair> pairs_;                ///< counted, ascending
    std::uint64_t total_ = 0;
};

}  // namespace tracuu::indexer
