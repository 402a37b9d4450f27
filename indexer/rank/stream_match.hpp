#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/rank/best_window.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/rank/stream_hits.hpp"
#include "indexer/rank/token_filter.hpp"
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

    /// How well a document may answer, cheaply: text and title by BM25. Of a text much longer than
    /// the average the beginning stands for the whole. Linear.
    [[nodiscard]] double first_look(const TokenStream& stream);
    /// Reads at most the first kMostTokens tokens of the stream. Linear.
    [[nodiscard]] Features match(const TokenStream& stream);
    /// A few keywords, no question.
    [[nodiscard]] bool is_short() const noexcept { return forms_.size() <= kShort; }

    static constexpr std::size_t kShort = 5;  ///< words
    static constexpr std::size_t kMostTokens = std::size_t{1} << 16U;

  private:
    /// A word of the query.
    struct Form {
        StreamToken token;
        float other_grade;  ///< where it is found with other accents
        std::uint8_t next;  ///< the next word with these low bits, + 1; 0 for none
    };
    /// Scores of one field; shares of the weight of the whole query.
    struct Field {
        double words = 0;
        double graded = 0;
        double pairs = 0;
        double pairs_graded = 0;
        double cover = 0;  ///< share of the field's tokens that the query has
    };
    /// Occurrences of a word or pair in a field.
    struct Sum {
        float any = 0;
        float graded = 0;
        void add(float grade) noexcept {
            any += 1;
            graded += grade;
        }
    };
    void add_words(const FormWeight& weight);
    void add_pairs();
    void see_rare();
    [[nodiscard]] std::vector<WindowWeight> window_words() const;
    [[nodiscard]] std::vector<WindowWeight> window_pairs() const;
    /// Finds the hits among the first `most` tokens, in order, and the pairs that they form.
    void read(const TokenStream& stream, const TokenFilter& filter, std::size_t most);
    [[nodiscard]] std::uint32_t find(StreamToken token) const noexcept;
    void join_pairs();
    /// Stands for a pair where there is none; weighs nothing.
    [[nodiscard]] std::uint32_t no_pair() const noexcept {
        return static_cast<std::uint32_t>(pair_weights_.size());
    }
    [[nodiscard]] Field field(std::uint32_t begin, std::uint32_t end, double b, double average);
    [[nodiscard]] Field bm25(std::size_t first, std::size_t last, double norm);
    /// Score of word_grades_ and pair_grades_.
    [[nodiscard]] double graded_score(double norm) const noexcept;
    [[nodiscard]] static std::uint32_t heading_begin(const TokenStream& stream) noexcept;
    void clear_grades();
    void add_shares(double& words, double& pairs);
    [[nodiscard]] double near_pairs();
    void add_runs(Features& features) const;

    const RankQuery& query_;
    double average_;
    double total_ = 0;             ///< weight of all words and pairs
    std::vector<Form> forms_;      ///< of the words
    std::vector<double> weights_;  ///< of the words
    std::vector<double> pair_weights_;
    TokenFilter every_;                       ///< finds all words of the query
    TokenFilter rare_;                        ///< finds those that a first look sees
    std::array<std::uint8_t, 4096> first_{};  ///< by low bits of the folded hash: word + 1
    std::vector<std::uint32_t> pair_of_;      ///< [first * words + second]
    BestWindow windows_{{}, {}};
    // Of the stream at hand.
    std::span<const StreamToken> tokens_;
    std::vector<std::uint32_t> places_;  ///< tokens that may be words of the query
    std::vector<StreamHit> hits_;
    std::vector<StreamPair> pairs_;  ///< that hits i and i + 1 form
    std::vector<Sum> word_sums_;
    std::vector<Sum> pair_sums_;
    std::vector<float> word_grades_;  ///< what is said of each word
    std::vector<float> pair_grades_;
};

}  // namespace tracuu::indexer
