#include "indexer/rank/score.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace tracuu::indexer {
namespace {

// Weights of the second stage, found by coordinate ascent on training questions of a public
// retrieval set and rounded; they add up to 1.
constexpr double kFirst = 0.25;
constexpr double kWords = 0.00;
constexpr double kPairs = 0.20;
constexpr double kWindowShare = 0.42;
constexpr double kTitle = 0.08;
constexpr double kLength = 0.05;
constexpr double kLongestLog = 12;  // natural logarithm of about 160 kB

double share_in(const RankQuery& query, std::string_view text) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    std::vector<char> found(query.words().size(), 0);
    double weight = 0;
    for (const analyzers::SearchToken& token : tokens.tokens) {
        const std::uint32_t word = query.find(tokens.folded(token));
        if (word == RankQuery::kNone || found[word] != 0) continue;
        found[word] = 1;
        weight += query.words()[word].weight;
    }
    return query.total_weight() > 0 ? weight / query.total_weight() : 0;
}

}  // namespace

RankFeatures features(const RankQuery& query, const TextMatch& match, const DocumentMeta& meta,
                      std::size_t text_bytes) {
    RankFeatures made;
    made.words = match.words;
    made.pairs = match.pairs;
    made.window = match.window;
    made.title = meta.title.empty() ? 0 : share_in(query, meta.title);
    made.length = std::min(1.0, std::log(1.0 + static_cast<double>(text_bytes)) / kLongestLog);
    return made;
}

double score(const RankFeatures& f) {
    const double sum = kFirst * f.first + kWords * f.words + kPairs * f.pairs +
                       kWindowShare * f.window + kTitle * f.title + kLength * (1 - f.length);
    return kUnread + (1 - kUnread) * sum;
}

}  // namespace tracuu::indexer
