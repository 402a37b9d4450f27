#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/rank/rank_query.hpp"
#include "indexer/rank/token_stream.hpp"

namespace tracuu::indexer {

/// What the second stage knows of a document, each 0 to about 1. Shares are of the weight of the
/// query's words or pairs; "graded" counts a word found with other accents for less.
enum class Feature : std::uint8_t {
    bm25_words,         ///< folded words of the text, by BM25
    bm25_graded,        ///< the same, graded
    bm25_pairs,         ///< folded pairs
    bm25_pairs_graded,  ///< the same, graded
    words,              ///< share of the words in title or text, graded
    pairs,              ///< share of the pairs, graded
    title_words,        ///< share of the words in the title, graded
    title_pairs,
    window_40,      ///< words and pairs in the best 40 tokens, graded
    window_120,     ///< in the best 120 tokens
    run,            ///< longest run of the query's words in the query's order, share of its words
    shortness,      ///< 1 for no text, 0 for the longest
    heading_words,  ///< like title_words, of the last part of the title: "Điều 3. ..."
    heading_pairs,
    triples,      ///< three words of the query in a row: share of their weight
    definition,   ///< longest run that "là" follows: what is defined
    title_cover,  ///< share of the title's tokens that the query has
    heading_cover,
    near_pairs,  ///< pairs whose words stand within kNear tokens, in order
    window_20
};
inline constexpr std::size_t kFeatureCount = 20;
using Features = std::array<double, kFeatureCount>;
/// In the order of Feature; as the weights' table and explanations have them.
inline constexpr std::array<std::string_view, kFeatureCount> kFeatureNames{
    "bm25_words", "bm25_graded", "bm25_pairs",    "bm25_pairs_graded", "words",
    "pairs",      "title_words", "title_pairs",   "window_40",         "window_120",
    "run",        "shortness",   "heading_words", "heading_pairs",     "triples",
    "definition", "title_cover", "heading_cover", "near_pairs",        "window_20"};

/// A query made ready to be compared with streams; made once for a search.
class StreamQuery {
  public:
    /// What a form of a word is worth; 0 when nothing is known of the form itself.
    using FormWeight = std::function<double(std::uint32_t form)>;

    /// `average`: tokens of an average document. With typed accents `weight` tells how rare a
    /// word with just these is.
    StreamQuery(const RankQuery& query, double average, const FormWeight& weight);

    /// Reads at most the first kMostTokens tokens of the stream. Linear.
    [[nodiscard]] Features match(const TokenStream& stream) const;

    static constexpr std::size_t kMostTokens = std::size_t{1} << 16U;

  private:
    /// A word of the query found in a stream.
    struct Hit {
        std::uint32_t token;
        std::uint32_t word;
        float grade;
    };
    class Window;

    [[nodiscard]] std::uint32_t find(StreamToken token) const noexcept;
    [[nodiscard]] float grade(std::uint32_t word, StreamToken token) const noexcept;
    void collect(std::span<const StreamToken> tokens, std::vector<Hit>& hits) const;
    [[nodiscard]] std::uint32_t pair_at(std::span<const StreamToken> tokens,
                                        const std::vector<Hit>& hits, std::size_t i) const;
    void add_shares(std::span<const StreamToken> tokens, const std::vector<Hit>& hits,
                    double& words, double& pairs) const;
    [[nodiscard]] double near_pairs(const std::vector<Hit>& hits) const;
    [[nodiscard]] double best_window(const std::vector<Hit>& hits,
                                     const std::vector<std::uint32_t>& pairs,
                                     std::uint32_t width) const;
    void add_runs(std::span<const StreamToken> tokens, const std::vector<Hit>& hits,
                  const std::vector<std::uint32_t>& pairs, Features& features) const;
    /// Scores of one field; shares of the weight of the whole query.
    struct Bm25 {
        double words = 0;
        double graded = 0;
        double pairs = 0;
        double pairs_graded = 0;
    };
    [[nodiscard]] Bm25 bm25(const std::vector<Hit>& hits, const std::vector<std::uint32_t>& pairs,
                            double norm) const;

    const RankQuery& query_;
    double average_;
    double total_ = 0;                        ///< weight of all words and pairs
    std::vector<StreamToken> forms_;          ///< of the words
    std::vector<double> weights_;             ///< of the words
    std::vector<float> other_grade_;          ///< of a word found with other accents
    std::array<std::uint8_t, 4096> first_{};  ///< by low bits of the folded hash: word + 1
    std::vector<std::uint8_t> next_;          ///< the next word with these bits, + 1
    std::vector<std::uint32_t> pair_of_;      ///< [first * words + second]: pair; kNone
};

}  // namespace tracuu::indexer
