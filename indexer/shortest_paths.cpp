#include <algorithm>
#include <utility>

#include "indexer/citation_graph.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kDeepest = 10;

// Steps to the end along links: 0 not reached, else steps + 1.
class Distances {
  public:
    [[nodiscard]] std::uint32_t steps(Node node) const {
        return node < marks_.size() ? marks_[node] : 0;
    }
    bool mark(Node node, std::uint32_t steps) {
        if (node >= marks_.size()) marks_.resize(std::size_t{node} + 1, 0);
        if (marks_[node] != 0) return false;
        marks_[node] = static_cast<std::uint8_t>(steps + 1);
        ++marked_;
        return true;
    }
    [[nodiscard]] std::uint64_t marked() const noexcept { return marked_; }

  private:
    std::vector<std::uint8_t> marks_;
    std::uint64_t marked_ = 0;
};

class Finder {
  public:
    Finder(const CitationGraph& graph, Links& links, std::uint32_t limit)
        : graph_(graph), links_(links), limit_(limit) {}

    Paths run(Node from, Node to, std::uint32_t max_depth) {
        measure(from, to, max_depth);
        if (distances_.steps(from) != 0) walk(from);
        return std::move(result_);
    }

  private:
    // Backwards from the end, level by level, until the start is met.
    void measure(Node from, Node to, std::uint32_t max_depth) {
        std::vector<Node> level{to};
        distances_.mark(to, 0);
        for (std::uint32_t depth = 1; depth <= max_depth && distances_.steps(from) == 0; ++depth) {
            std::vector<Node> next;
            for (const Node node : level) {
                for (const Link link : links_.of(node, Direction::cited_by)) {
                    if (distances_.mark(link.node(), depth)) next.push_back(link.node());
                }
                if (distances_.marked() > links_.budget()) {
                    result_.truncated = true;
                    return;
                }
            }
            level = std::move(next);
        }
    }

    // Every step must come one closer to the end.
    void walk(Node node) {
        const std::uint32_t left = distances_.steps(node);
        if (left == 1) {
            finish_path(node);
            return;
        }
        way_.push_back(node);
        const auto span = links_.of(node, Direction::cites);
        const std::vector<Link> links(span.begin(), span.end());
        for (const Link link : links) {
            if (distances_.steps(link.node()) + 1 != left) continue;
            if (result_.paths.size() >= limit_) {
                result_.truncated = true;
                break;
            }
            walk(link.node());
        }
        way_.pop_back();
    }

    void finish_path(Node end) {
        std::vector<GraphEdge> path;
        for (std::size_t i = 0; i < way_.size(); ++i) {
            const Node to = i + 1 < way_.size() ? way_[i + 1] : end;
            auto edge = graph_.edge(links_.id(way_[i]), links_.id(to));
            if (!edge) {
                throw Error(ErrorCode::index_corrupt, "the graph and its records differ",
                            links_.id(to));
            }
            path.push_back(std::move(*edge));
        }
        result_.paths.push_back(std::move(path));
    }

    const CitationGraph& graph_;
    Links& links_;
    std::uint32_t limit_;
    Distances distances_;
    std::vector<Node> way_;
    Paths result_;
};

}  // namespace

Paths shortest_paths(const CitationGraph& graph, std::string_view from, std::string_view to,
                     std::uint32_t max_depth, std::uint32_t limit) {
    if (max_depth < 1 || max_depth > kDeepest) {
        throw Error(ErrorCode::bad_request, "the depth must be 1 to " + std::to_string(kDeepest),
                    "max_depth");
    }
    const auto links = graph.links();
    const auto node_of = [&](std::string_view id) {
        const auto node = links->find(id);
        if (!node) throw Error(ErrorCode::not_found, "there is no such document", std::string(id));
        return *node;
    };
    const Node start = node_of(from);
    const Node end = node_of(to);
    if (start == end || limit == 0) return {};
    return Finder(graph, *links, limit).run(start, end, max_depth);
}

}  // namespace tracuu::indexer
