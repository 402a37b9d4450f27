#pragma once

#include <string_view>

#include "indexer/rank/text_match.hpp"

namespace tracuu::indexer {

/// What the second stage knows of a document; shares are 0..1.
struct RankFeatures {
    double first = 0;  ///< score of the first stage, relative to the best candidate
    double words = 0;  ///< of the query's words in the text
    double pairs = 0;
    double window = 0;  ///< words and pairs in the best window
    double title = 0;   ///< of the words in the title
    double length = 0;  ///< 0 for a short text, about 1 for the longest
};

[[nodiscard]] RankFeatures features(const RankQuery& query, const TextMatch& match,
                                    const DocumentMeta& meta, std::size_t text_bytes);

/// 0..1; documents that the second stage did not read stay below `kUnread`.
[[nodiscard]] double score(const RankFeatures& features);
inline constexpr double kUnread = 1e-3;

}  // namespace tracuu::indexer
