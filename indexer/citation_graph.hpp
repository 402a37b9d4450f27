#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model.hpp"

namespace tracuu::indexer {

/// The graph of documents, absent ones included. Not thread-safe: one object per thread.
class CitationGraph {
  public:
    virtual ~CitationGraph() = default;
    /// Present and absent documents alike; nullopt when there is no such node.
    [[nodiscard]] virtual std::optional<DocumentMeta> node(std::string_view id) const = 0;
    /// Edges out of / into `id`, ordered by the other end's id, then relation; empty when unknown.
    [[nodiscard]] virtual std::vector<GraphEdge> cites(std::string_view id) const = 0;
    [[nodiscard]] virtual std::vector<GraphEdge> cited_by(std::string_view id) const = 0;
    /// All nodes with this canonical number, present first, then by date and id.
    [[nodiscard]] virtual std::vector<DocumentMeta> with_number(std::string_view number) const = 0;
    /// Calls `visit` for every node, ordered by id.
    virtual void each_node(const std::function<void(const DocumentMeta&)>& visit) const = 0;
};

enum class Direction { cites, cited_by };

/// A question for everything reachable from one document.
struct ClosureRequest {
    DocumentId start;
    Direction direction = Direction::cited_by;
    std::uint32_t depth = 1;           ///< 1..10
    std::vector<Relation> relations;   ///< edges to follow; empty: all
    std::uint32_t max_nodes = 100000;  ///< beyond it the result says `truncated`
};

/// One document reached, by its shortest path (ties: smallest ids).
struct Reached {
    DocumentMeta meta;
    GraphEdge edge;  ///< last step, in its stored direction
    std::uint32_t depth = 1;
    std::vector<DocumentId> path;  ///< from the start to this document, both included
};

struct Closure {
    std::vector<Reached> items;  ///< by depth, then id
    bool truncated = false;
};

/// Breadth-first closure; the start itself is never in it. Errors: not_found for an unknown start,
/// bad_request for a depth outside 1..10.
[[nodiscard]] Closure closure(const CitationGraph& graph, const ClosureRequest& request);

/// Shortest paths between two documents along `cites` edges, at most `max_depth` long and at most
/// `limit` of them, each as its edges in order. Empty when there is none.
[[nodiscard]] std::vector<std::vector<GraphEdge>> shortest_paths(const CitationGraph& graph,
                                                                 std::string_view from,
                                                                 std::string_view to,
                                                                 std::uint32_t max_depth,
                                                                 std::uint32_t limit);

}  // namespace tracuu::indexer
