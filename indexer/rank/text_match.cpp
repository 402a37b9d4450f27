#include "indexer/rank/text_match.hpp"

#include <algorithm>
#include <vector>

namespace tracuu::indexer {
namespace {

using analyzers::SearchToken;
using analyzers::SearchTokens;

// Weight of the distinct words and pairs among those added and not removed.
class Weigher {
  public:
    explicit Weigher(const RankQuery& query)
        : query_(query), words_(query.words().size()), pairs_(query.pairs().size()) {}

    void add_word(const WordHit& hit) {
        words_weight_ += words_[hit.word].add(hit.exact) * query_.words()[hit.word].weight;
    }
    void remove_word(const WordHit& hit) {
        words_weight_ -= words_[hit.word].remove(hit.exact) * query_.words()[hit.word].weight;
    }
    void add_pair(std::uint32_t pair, bool exact) {
        if (pair == RankQuery::kNone) return;
        pairs_weight_ += pairs_[pair].add(exact) * query_.pairs()[pair].weight;
    }
    void remove_pair(std::uint32_t pair, bool exact) {
        if (pair == RankQuery::kNone) return;
        pairs_weight_ -= pairs_[pair].remove(exact) * query_.pairs()[pair].weight;
    }
    [[nodiscard]] double words() const noexcept { return words_weight_; }
    [[nodiscard]] double pairs() const noexcept { return pairs_weight_; }

  private:
    // Occurrences of one word or pair; what a change of them is worth, in parts of its weight.
    struct Count {
        std::uint32_t any = 0;
        std::uint32_t exact = 0;
        double add(bool is_exact) {
            const double first = any++ == 0 ? kOtherAccents : 0;
            return first + (is_exact && exact++ == 0 ? 1 - kOtherAccents : 0);
        }
        double remove(bool is_exact) {
            const double last = --any == 0 ? kOtherAccents : 0;
            return last + (is_exact && --exact == 0 ? 1 - kOtherAccents : 0);
        }
    };
    const RankQuery& query_;
    std::vector<Count> words_;
    std::vector<Count> pairs_;
    double words_weight_ = 0;
    double pairs_weight_ = 0;
};

std::vector<WordHit> find_hits(const RankQuery& query, const SearchTokens& tokens) {
    std::vector<WordHit> hits;
    for (std::uint32_t i = 0; i < tokens.tokens.size(); ++i) {
        const SearchToken& token = tokens.tokens[i];
        const std::uint32_t word = query.find(tokens.folded(token));
        if (word == RankQuery::kNone) continue;
        const bool exact =
            !query.accented() || tokens.accented(token) == query.words()[word].form.accented;
        hits.push_back({i, word, exact});
    }
    return hits;
}

// The pair of the query that hits i and i + 1 form; kNone when they form none.
std::uint32_t pair_at(const RankQuery& query, const SearchTokens& tokens,
                      const std::vector<WordHit>& hits, std::size_t i) {
    if (i + 1 >= hits.size() || hits[i + 1].token != hits[i].token + 1) return RankQuery::kNone;
    if (tokens.tokens[hits[i + 1].token].breaks) return RankQuery::kNone;
    return query.find_pair(hits[i].word, hits[i + 1].word);
}

// A pair is as exact as both its words.
bool pair_exact(const std::vector<WordHit>& hits, std::size_t i) {
    return i + 1 < hits.size() && hits[i].exact && hits[i + 1].exact;
}

void best_window(const RankQuery& query, const std::vector<std::uint32_t>& pairs,
                 TextMatch& match) {
    const std::vector<WordHit>& hits = match.hits;
    Weigher window(query);
    std::size_t first = 0;
    double best = 0;
    std::uint32_t best_width = 0;
    for (std::size_t last = 0; last < hits.size(); ++last) {
        window.add_word(hits[last]);
        if (last > 0) window.add_pair(pairs[last - 1], pair_exact(hits, last - 1));
        while (hits[last].token - hits[first].token >= kWindow) {
            window.remove_word(hits[first]);
            window.remove_pair(pairs[first], pair_exact(hits, first));
            ++first;
        }
        const double weight = window.words() + window.pairs();
        const std::uint32_t width = hits[last].token - hits[first].token;
        constexpr double kNoise = 1e-9;  // of adding and removing the same weights
        if (weight > best + kNoise || (weight > best - kNoise && width < best_width)) {
            best = std::max(best, weight);
            best_width = width;
            match.window_first = static_cast<std::uint32_t>(first);
            match.window_last = static_cast<std::uint32_t>(last + 1);
        }
    }
    const double all = query.total_weight() + query.pair_weight();
    match.window = all > 0 ? best / all : 0;
}

}  // namespace

TextMatch match_text(const RankQuery& query, const SearchTokens& tokens) {
    TextMatch match;
    if (query.empty()) return match;
    match.hits = find_hits(query, tokens);
    std::vector<std::uint32_t> pairs(match.hits.size(), RankQuery::kNone);
    for (std::size_t i = 0; i < match.hits.size(); ++i) {
        pairs[i] = pair_at(query, tokens, match.hits, i);
    }
    best_window(query, pairs, match);
    return match;
}

}  // namespace tracuu::indexer
