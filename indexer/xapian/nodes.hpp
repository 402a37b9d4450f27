#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {

/// The node with this id in any source; a present document wins over an absent one.
[[nodiscard]] std::optional<DocumentMeta> find_node(const Reader& reader, std::string_view id);

/// All nodes with this canonical number, present first, then by date and id.
[[nodiscard]] std::vector<DocumentMeta> nodes_with_number(const Reader& reader,
                                                          std::string_view number);

/// Every node once, in the order of the terms that stand for their ids, until `visit` returns
/// false. Memory does not grow with their number.
void visit_nodes(const Reader& reader, const std::function<bool(const DocumentMeta&)>& visit);

/// Edges out of / into a node, those of several sources put together.
[[nodiscard]] std::vector<GraphEdge> edges_from(const Reader& reader, std::string_view id);
[[nodiscard]] std::vector<GraphEdge> edges_to(const Reader& reader, std::string_view id);
/// The edge between two nodes.
[[nodiscard]] std::optional<GraphEdge> edge_between(const Reader& reader, std::string_view from,
                                                    std::string_view to);

/// The counts of an index of several sources: documents, absent ones, bodies and edges that
/// several of them have are counted once; passages, tasks and bytes are sums.
[[nodiscard]] IndexStats joined_stats(const Reader& reader);

}  // namespace tracuu::indexer
