#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/links.hpp"
#include "indexer/model.hpp"

namespace tracuu::indexer {

/// The graph of documents, absent ones included. Not thread-safe: one object per thread.
class CitationGraph {
  public:
    virtual ~CitationGraph() = default;
    /// Present and absent documents alike; nullopt when there is no such node.
    [[nodiscard]] virtual std::optional<DocumentMeta> node(std::string_view id) const = 0;
    /// Edges out of / into `id`, ordered by the other end's id, one for each pair of documents;
    /// empty when unknown.
    [[nodiscard]] virtual std::vector<GraphEdge> cites(std::string_view id) const = 0;
    [[nodiscard]] virtual std::vector<GraphEdge> cited_by(std::string_view id) const = 0;
    /// The edge between two documents with its evidence.
    [[nodiscard]] virtual std::optional<GraphEdge> edge(std::string_view from,
                                                        std::string_view to) const;
    /// The same graph for walks; this object must outlive it.
    [[nodiscard]] virtual std::unique_ptr<Links> links() const { return record_links(*this); }
    /// All nodes with this canonical number, present first, then by date and id.
    [[nodiscard]] virtual std::vector<DocumentMeta> with_number(std::string_view number) const = 0;
    /// Calls `visit` for every node, ordered by id, until it returns false.
    virtual void each_node(const std::function<bool(const DocumentMeta&)>& visit) const = 0;
};

/// A question for everything reachable from one document.
struct ClosureRequest {
    DocumentId start;
    Direction direction = Direction::cited_by;
    std::uint32_t depth = 1;               ///< 1..10
    std::vector<Relation> relations;       ///< edges to follow; empty: all
    std::uint32_t max_nodes = kMostNodes;  ///< beyond it the result says `truncated`
};

/// The documents reachable from one, without what is known of them: a million takes a moment.
class Reach {
  public:
    /// Breadth-first; the start itself is never in it. At most `request.max_nodes` documents and
    /// no more than the budget of `links`. Both arguments must outlive it. Errors: not_found for
    /// an unknown start, bad_request for a depth outside 1..10.
    Reach(Links& links, const ClosureRequest& request);

    /// The documents by depth (the first are at depth 1), each level ordered by id.
    [[nodiscard]] const std::vector<std::vector<Node>>& levels() const noexcept { return levels_; }
    [[nodiscard]] bool truncated() const noexcept { return truncated_; }
    [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
    /// The shortest path from the start to a document of level `depth`, both included; among
    /// several the one whose ids are smallest, compared from its end.
    [[nodiscard]] std::vector<Node> path(Node node, std::uint32_t depth) const;

  private:
    void add_only_level();
    void add_level(const std::vector<Node>& from, std::uint32_t depth);
    bool see(Node node, std::uint32_t depth);
    [[nodiscard]] bool follows(Link link) const;
    Links& links_;
    const ClosureRequest& request_;
    Node start_ = 0;
    std::uint64_t limit_ = 0;
    std::uint64_t size_ = 0;
    std::vector<std::uint8_t> depth_;  ///< by node: 0 not seen, 1 the start, else its depth + 1
    std::vector<std::vector<Node>> levels_;
    bool truncated_ = false;
};

/// One document reached, by its shortest path.
struct Reached {
    DocumentMeta meta;
    GraphEdge edge;  ///< last step, in its stored direction
    std::uint32_t depth = 1;
    std::vector<DocumentId> path;  ///< from the start to this document, both included
    std::uint32_t cited_by = 0;    ///< documents that cite it
    std::optional<float> authority{};
};

/// What is shown of a document of level `depth` (from 1) of `reach`, read from the records.
[[nodiscard]] Reached describe(const CitationGraph& graph, Links& links, const Reach& reach,
                               const ClosureRequest& request, Node node, std::uint32_t depth);

struct Closure {
    std::vector<Reached> items;  ///< by depth, then id
    bool truncated = false;
};

/// All of a Reach, described. Errors: as Reach.
[[nodiscard]] Closure closure(const CitationGraph& graph, const ClosureRequest& request);

struct Paths {
    std::vector<std::vector<GraphEdge>> paths;  ///< each as its edges in order
    bool truncated = false;                     ///< there may be more, or shorter ones
};

/// Shortest paths between two documents along `cites` edges, at most `max_depth` long and at most
/// `limit` of them. Empty when there is none. Errors: not_found, bad_request as Reach.
[[nodiscard]] Paths shortest_paths(const CitationGraph& graph, std::string_view from,
                                   std::string_view to, std::uint32_t max_depth,
                                   std::uint32_t limit);

}  // namespace tracuu::indexer
