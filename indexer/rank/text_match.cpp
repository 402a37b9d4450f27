#include "indexer/rank/text_match.hpp"

#include <algorithm>
#include <vector>

namespace tracuu::indexer {
namespace {

using analyzers::SearchToken;
using analyzers::SearchTokens;

// Weight of the distinct words and pairs in a window that slides over the hits.
class Window {
  public:
    explicit Window(const RankQuery& query)
        : query_(query), words_(query.words().size()), pairs_(query.pairs().size()) {}

    void add_word(std::uint32_t word) {
        if (words_[word]++ == 0) weight_ += query_.words()[word].weight;
    }
    void remove_word(std::uint32_t word) {
        if (--words_[word] == 0) weight_ -= query_.words()[word].weight;
    }
    void add_pair(std::uint32_t pair) {
        if (pair != RankQuery::kNone && pairs_[pair]++ == 0) weight_ += query_.pairs()[pair].weight;
    }
    void remove_pair(std::uint32_t pair) {
        if (pair != RankQuery::kNone && --pairs_[pair] == 0) {
            weight_ -= query_.pairs()[pair].weight;
        }
    }
    [[nodiscard]] double weight() const noexcept { return weight_; }

  private:
    const RankQuery& query_;
    std::vector<std::uint32_t> words_;  // occurrences in the window
    std::vector<std::uint32_t> pairs_;
    double weight_ = 0;
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

void best_window(const RankQuery& query, const std::vector<std::uint32_t>& pairs,
                 TextMatch& match) {
    const std::vector<WordHit>& hits = match.hits;
    Window window(query);
    std::size_t first = 0;
    double best = 0;
    std::uint32_t best_width = 0;
    for (std::size_t last = 0; last < hits.size(); ++last) {
        window.add_word(hits[last].word);
        if (last > 0) window.add_pair(pairs[last - 1]);
        while (hits[last].token - hits[first].token >= kWindow) {
            window.remove_word(hits[first].word);
            window.remove_pair(pairs[first]);
            ++first;
        }
        const std::uint32_t width = hits[last].token - hits[first].token;
        constexpr double kNoise = 1e-9;  // of adding and removing the same weights
        if (window.weight() > best + kNoise ||
            (window.weight() > best - kNoise && width < best_width)) {
            best = std::max(best, window.weight());
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
    std::vector<char> found(query.words().size(), 0);  // 1 found, 2 found exactly
    std::vector<char> found_pairs(query.pairs().size(), 0);
    for (std::size_t i = 0; i < match.hits.size(); ++i) {
        const WordHit& hit = match.hits[i];
        found[hit.word] = std::max(found[hit.word], hit.exact ? char{2} : char{1});
        pairs[i] = pair_at(query, tokens, match.hits, i);
        if (pairs[i] != RankQuery::kNone) found_pairs[pairs[i]] = 1;
    }
    double words = 0;
    double exact = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i] > 0) words += query.words()[i].weight;
        if (found[i] > 1) exact += query.words()[i].weight;
    }
    double pair_weight = 0;
    for (std::size_t i = 0; i < found_pairs.size(); ++i) {
        if (found_pairs[i] != 0) pair_weight += query.pairs()[i].weight;
    }
    if (query.total_weight() > 0) {
        match.words = words / query.total_weight();
        match.exact = exact / query.total_weight();
    }
    if (query.pair_weight() > 0) match.pairs = pair_weight / query.pair_weight();
    best_window(query, pairs, match);
    return match;
}

}  // namespace tracuu::indexer
