#pragma once

#include <cstdint>
#include <vector>

#include "indexer/graph/graph_file.hpp"
#include "indexer/search_index.hpp"

namespace tracuu::indexer {

/// A page of a list of documents.
struct NodeList {
    std::vector<Node> nodes;
    std::uint64_t total = 0;  ///< documents of the whole list
};

/// Whether the graph's file has all that `filter` asks about, in few enough types and places.
[[nodiscard]] bool lists_nodes(const GraphFile& graph, const DocumentFilter& filter);

/// Present documents that pass `filter`, for which `lists_nodes` holds, from `offset` on: what
/// Xapian would find and in the same order. Reads 16 bytes of each document (a million take some
/// milliseconds) and holds no more than twice the documents up to the page's end, 12 bytes each.
[[nodiscard]] NodeList list_nodes(const GraphFile& graph, const DocumentFilter& filter,
                                  DocumentOrder order, std::uint32_t offset, std::uint32_t limit);

}  // namespace tracuu::indexer
