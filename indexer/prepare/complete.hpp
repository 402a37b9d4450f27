#pragma once

#include <span>

#include "indexer/records/stored_document.hpp"
#include "indexer/resolver.hpp"

namespace tracuu::indexer {

/// The out-edges of `id` in a resolved graph.
[[nodiscard]] std::span<const GraphEdge> out_edges(const ResolvedGraph& graph, std::string_view id);

/// Fills in what follows from resolution: targets of edges, ids and relations of tasks. The
/// document's meta (with its id) and mentions are already resolved.
void complete(StoredDocument& document, std::span<const GraphEdge> edges);

}  // namespace tracuu::indexer
