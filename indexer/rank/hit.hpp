#pragma once

#include <string_view>
#include <vector>

#include "analyzers/search_terms.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/rank/text_match.hpp"
#include "indexer/records/document_codec.hpp"

namespace tracuu::indexer {

/// The hit for one document: its best passage, section and snippet. `text` is the document's
/// text or its beginning.
[[nodiscard]] Hit make_hit(const RankQuery& query, const DocumentOutline& outline,
                           std::string_view text);

}  // namespace tracuu::indexer
