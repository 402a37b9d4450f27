#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "indexer/query/parser.hpp"

namespace tracuu::indexer {

/// The words of a query as ranking sees them: each once, with the weight of its rarity, and the
/// pairs that stand next to each other in the query.
class RankQuery {
  public:
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

    struct Word {
        QueryWord form;
        double weight = 0;
    };
    struct Pair {
        std::uint32_t first = 0;  ///< indices of words
        std::uint32_t second = 0;
        double weight = 0;
    };

    /// `rarity` gives the weight of a folded word, or of a bigram ("a b").
    RankQuery(const ParsedQuery& query,
              const std::function<double(const std::string& term)>& rarity);

    [[nodiscard]] const std::vector<Word>& words() const noexcept { return words_; }
    [[nodiscard]] const std::vector<Pair>& pairs() const noexcept { return pairs_; }
    /// Index of the word with this folded form; kNone when the query has no such word.
    [[nodiscard]] std::uint32_t find(std::string_view folded) const noexcept;
    /// Index of the pair; kNone when these words do not stand together in the query.
    [[nodiscard]] std::uint32_t find_pair(std::uint32_t first, std::uint32_t second) const noexcept;
    [[nodiscard]] double total_weight() const noexcept { return total_; }
    [[nodiscard]] double pair_weight() const noexcept { return pair_total_; }
    /// True when typed accents should count.
    [[nodiscard]] bool accented() const noexcept { return accented_; }
    [[nodiscard]] bool empty() const noexcept { return words_.empty(); }

  private:
    [[nodiscard]] static std::size_t bucket(std::string_view folded) noexcept;
    std::uint32_t add_word(const QueryWord& word, double weight);

    std::vector<Word> words_;
    std::vector<std::uint32_t> next_in_bucket_;  // by word
    std::array<std::uint32_t, 256> buckets_{};
    std::vector<Pair> pairs_;
    double total_ = 0;
    double pair_total_ = 0;
    bool accented_ = false;
};

/// Weight of a term that `having` of `all` documents have: BM25's, never below a small positive.
[[nodiscard]] double rarity(double having, double all) noexcept;

}  // namespace tracuu::indexer
