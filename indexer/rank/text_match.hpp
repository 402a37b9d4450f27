#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/search_terms.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/search_index.hpp"

namespace tracuu::indexer {

/// One word of the query found in a text.
struct WordHit {
    std::uint32_t token = 0;  ///< index in the text's tokens
    std::uint32_t word = 0;   ///< index in RankQuery::words
    bool exact = false;       ///< with the accents that were typed
};

/// Where a text answers a query best. A word or pair found with other accents than those typed
/// counts kOtherAccents of its weight.
struct TextMatch {
    std::vector<WordHit> hits;
    /// Best window of kWindow tokens: share of the weight of the query's words and pairs, 0..1.
    double window = 0;
    std::uint32_t window_first = 0;  ///< index in `hits` of the best window's first and last + 1
    std::uint32_t window_last = 0;
};

inline constexpr std::uint32_t kWindow = 40;
inline constexpr double kOtherAccents = 0.5;

/// Finds the words of `query` in tokens [0, tokens.size()). Linear.
[[nodiscard]] TextMatch match_text(const RankQuery& query, const analyzers::SearchTokens& tokens);

/// About 240 code points of `text` around the best window (its start when nothing was found), on
/// word ends, with the words of the query marked. `around`: byte of the passage's begin, used when
/// the match is empty.
struct SnippetPlace {
    Snippet snippet;
    support::ByteRange bytes;  ///< of the text
};
[[nodiscard]] SnippetPlace make_snippet(std::string_view text,
                                        const analyzers::SearchTokens& tokens,
                                        const TextMatch& match);

}  // namespace tracuu::indexer
