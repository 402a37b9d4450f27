#pragma once

#include <string>
#include <vector>

#include "indexer/model.hpp"

namespace tracuu::indexer {

/// Orders nodes as `CitationGraph::with_number` gives them and drops absent ones of whose id a
/// present one is there.
void order_nodes(std::vector<DocumentMeta>& nodes);

/// Puts edges between the same two documents together (strongest relation, all evidence once) and
/// orders them by the ends.
void merge_edges(std::vector<GraphEdge>& edges);

/// Ascending bytes of it are newest first, then by id; documents without a date come last.
[[nodiscard]] std::string newest_order(const DocumentMeta& meta);

}  // namespace tracuu::indexer
