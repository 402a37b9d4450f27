#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "indexer/citation_graph.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kDeepest = 10;

const DocumentId& other_end(const GraphEdge& edge, Direction direction) {
    return direction == Direction::cites ? edge.to : edge.from;
}

std::vector<GraphEdge> edges_of(const CitationGraph& graph, std::string_view id,
                                Direction direction) {
    return direction == Direction::cites ? graph.cites(id) : graph.cited_by(id);
}

// Breadth first; every level is ordered by id, so the first way to a document is the one with
// the smallest ids.
class Walk {
  public:
    Walk(const CitationGraph& graph, const ClosureRequest& request)
        : graph_(graph), request_(request) {}

    Closure run() {
        seen_.insert(request_.start);
        std::vector<std::size_t> level = expand({request_.start}, 1);
        for (std::uint32_t depth = 2; depth <= request_.depth && !level.empty(); ++depth) {
            std::vector<std::size_t> next;
            for (const std::size_t index : level) {
                const auto found = expand(result_.items[index].path, depth);
                next.insert(next.end(), found.begin(), found.end());
            }
            level = order_level(next);
        }
        return std::move(result_);
    }

  private:
    [[nodiscard]] bool follows(const GraphEdge& edge) const {
        return request_.relations.empty() ||
               std::find(request_.relations.begin(), request_.relations.end(), edge.relation) !=
                   request_.relations.end();
    }

    // Adds what is one step from the end of `path`; gives the indices of what was added.
    // The path is a copy: the items it comes from may move while others are added.
    std::vector<std::size_t> expand(std::vector<DocumentId> way, std::uint32_t depth) {
        std::vector<std::size_t> added;
        for (GraphEdge& edge : edges_of(graph_, way.back(), request_.direction)) {
            const DocumentId id = other_end(edge, request_.direction);
            if (!follows(edge) || seen_.count(id) != 0) continue;
            if (result_.items.size() >= request_.max_nodes) {
                result_.truncated = true;
                return added;
            }
            auto meta = graph_.node(id);
            if (!meta) continue;
            seen_.insert(id);
            Reached reached;
            reached.meta = std::move(*meta);
            reached.edge = std::move(edge);
            reached.depth = depth;
            reached.path = way;
            reached.path.push_back(id);
            added.push_back(result_.items.size());
            result_.items.push_back(std::move(reached));
        }
        return added;
    }

    // Orders the newest level, the tail of the items, by id.
    std::vector<std::size_t> order_level(const std::vector<std::size_t>& level) {
        if (level.empty()) return {};
        const auto first = result_.items.begin() + static_cast<std::ptrdiff_t>(level.front());
        std::sort(first, result_.items.end(),
                  [](const Reached& a, const Reached& b) { return a.meta.id < b.meta.id; });
        return level;
    }

    const CitationGraph& graph_;
    const ClosureRequest& request_;
    std::unordered_set<DocumentId> seen_;
    Closure result_;
};

}  // namespace

Closure closure(const CitationGraph& graph, const ClosureRequest& request) {
    if (request.depth < 1 || request.depth > kDeepest) {
        throw Error(ErrorCode::bad_request, "the depth must be 1 to " + std::to_string(kDeepest),
                    "depth");
    }
    if (!graph.node(request.start)) {
        throw Error(ErrorCode::not_found, "there is no such document", request.start);
    }
    return Walk(graph, request).run();
}

}  // namespace tracuu::indexer
