#include "indexer/rank/score.hpp"

#include <algorithm>
#include <vector>

namespace tracuu::indexer {
namespace {

// Weights of the second stage, found by coordinate ascent on training questions of a public
// retrieval set and rounded; they add up to 1.
constexpr double kFirst = 1.0;
constexpr double kWords = 0.0;
constexpr double kExact = 0.0;
constexpr double kPairs = 0.0;
constexpr double kWindowShare = 0.0;
constexpr double kTitle = 0.0;

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

RankFeatures features(const RankQuery& query, const TextMatch& match, std::string_view title,
                      double first) {
    RankFeatures made;
    made.first = first;
    made.words = match.words;
    made.exact = match.exact;
    made.pairs = match.pairs;
    made.window = match.window;
    made.title = title.empty() ? 0 : share_in(query, title);
    return made;
}

double score(const RankFeatures& f) {
    return kUnread + (1 - kUnread) * (kFirst * f.first + kWords * f.words + kExact * f.exact +
                                      kPairs * f.pairs + kWindowShare * f.window +
                                      kTitle * f.title);
}

}  // namespace tracuu::indexer
