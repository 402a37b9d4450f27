#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "indexer/citation_graph.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kDeepest = 10;
constexpr std::size_t kMostVisited = 200000;  // documents; a larger neighbourhood is cut off

using Distances = std::unordered_map<DocumentId, std::uint32_t>;

// Distances to `to` along edges, found backwards, until `from` is met.
Distances distances_to(const CitationGraph& graph, const DocumentId& from, const DocumentId& to,
                       std::uint32_t max_depth) {
    Distances distance{{to, 0}};
    std::vector<DocumentId> level{to};
    for (std::uint32_t depth = 1; depth <= max_depth && distance.count(from) == 0; ++depth) {
        std::vector<DocumentId> next;
        for (const DocumentId& id : level) {
            for (const GraphEdge& edge : graph.cited_by(id)) {
                if (distance.size() >= kMostVisited) return distance;
                if (distance.emplace(edge.from, depth).second) next.push_back(edge.from);
            }
        }
        level = std::move(next);
    }
    return distance;
}

class PathList {
  public:
    PathList(const CitationGraph& graph, const Distances& distance, std::uint32_t limit)
        : graph_(graph), distance_(distance), limit_(limit) {}

    // Every step must come one closer to the end.
    void walk(const DocumentId& id) {
        const std::uint32_t left = distance_.at(id);
        if (left == 0) {
            paths_.push_back(path_);
            return;
        }
        for (const GraphEdge& edge : graph_.cites(id)) {
            if (paths_.size() >= limit_) return;
            const auto next = distance_.find(edge.to);
            if (next == distance_.end() || next->second + 1 != left) continue;
            path_.push_back(edge);
            walk(edge.to);
            path_.pop_back();
        }
    }

    [[nodiscard]] std::vector<std::vector<GraphEdge>> take() { return std::move(paths_); }

  private:
    const CitationGraph& graph_;
    const Distances& distance_;
    std::uint32_t limit_;
    std::vector<GraphEdge> path_;
    std::vector<std::vector<GraphEdge>> paths_;
};

}  // namespace

std::vector<std::vector<GraphEdge>> shortest_paths(const CitationGraph& graph,
                                                   std::string_view from, std::string_view to,
                                                   std::uint32_t max_depth, std::uint32_t limit) {
    if (max_depth < 1 || max_depth > kDeepest) {
        throw Error(ErrorCode::bad_request, "the depth must be 1 to " + std::to_string(kDeepest),
                    "max_depth");
    }
    const DocumentId start(from);
    const DocumentId end(to);
    for (const DocumentId& id : {start, end}) {
        if (!graph.node(id)) throw Error(ErrorCode::not_found, "there is no such document", id);
    }
    if (start == end || limit == 0) return {};
    const Distances distance = distances_to(graph, start, end, max_depth);
    if (distance.count(start) == 0) return {};
    PathList list(graph, distance, limit);
    list.walk(start);
    return list.take();
}

}  // namespace tracuu::indexer
