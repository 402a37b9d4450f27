#include <algorithm>
#include <utility>

#include "indexer/citation_graph.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kDeepest = 10;

Direction opposite(Direction direction) {
    return direction == Direction::cites ? Direction::cited_by : Direction::cites;
}

}  // namespace

Reach::Reach(Links& links, const ClosureRequest& request) : links_(links), request_(request) {
    if (request.depth < 1 || request.depth > kDeepest) {
        throw Error(ErrorCode::bad_request, "the depth must be 1 to " + std::to_string(kDeepest),
                    "depth");
    }
    const auto start = links.find(request.start);
    if (!start) throw Error(ErrorCode::not_found, "there is no such document", request.start);
    start_ = *start;
    limit_ = std::min(request.max_nodes, links.budget());
    if (request.depth == 1) {
        add_only_level();
        return;
    }
    depth_.resize(links.size().value_or(0));
    see(start_, 0);
    add_level({start_}, 1);
    for (std::uint32_t depth = 2; depth <= request.depth; ++depth) {
        if (levels_.back().empty() || truncated_) break;
        add_level(levels_.back(), depth);
    }
}

bool Reach::follows(Link link) const {
    return request_.relations.empty() ||
           std::find(request_.relations.begin(), request_.relations.end(), link.relation()) !=
               request_.relations.end();
}

// True the first time.
bool Reach::see(Node node, std::uint32_t depth) {
    if (node >= depth_.size()) depth_.resize(std::size_t{node} + 1, 0);
    if (depth_[node] != 0) return false;
    depth_[node] = static_cast<std::uint8_t>(depth + 1);
    return true;
}

// Every other end comes once, so nothing has to be remembered.
void Reach::add_only_level() {
    const auto links = links_.of(start_, request_.direction);
    std::vector<Node> level;
    level.reserve(std::min<std::uint64_t>(links.size(), limit_));
    for (const Link link : links) {
        if (!follows(link) || link.node() == start_) continue;
        truncated_ = level.size() >= limit_;
        if (truncated_) break;
        level.push_back(link.node());
    }
    size_ = level.size();
    levels_.push_back(std::move(level));
}

void Reach::add_level(const std::vector<Node>& from, std::uint32_t depth) {
    std::vector<Node> level;
    for (const Node node : from) {
        const auto links = links_.of(node, request_.direction);
        for (const Link link : links) {
            if (!follows(link) || (link.node() < depth_.size() && depth_[link.node()] != 0)) {
                continue;
            }
            if (size_ >= limit_) {
                truncated_ = true;
                break;
            }
            see(link.node(), depth);
            ++size_;
            level.push_back(link.node());
        }
        if (truncated_) break;
    }
    if (from.size() > 1) links_.order(level);
    levels_.push_back(std::move(level));
}

std::vector<Node> Reach::path(Node node, std::uint32_t depth) const {
    std::vector<Node> way{node};
    // Back along the links, always to the first document that is one step nearer.
    for (std::uint32_t before = depth; before > 0; --before) {
        if (before == 1) {
            way.push_back(start_);
            break;
        }
        const auto links = links_.of(way.back(), opposite(request_.direction));
        const auto step = std::find_if(links.begin(), links.end(), [&](Link link) {
            return link.node() < depth_.size() && depth_[link.node()] == before && follows(link);
        });
        if (step == links.end()) {
            throw Error(ErrorCode::index_corrupt, "the graph is not the same in both directions",
                        links_.id(node));
        }
        way.push_back(step->node());
    }
    std::reverse(way.begin(), way.end());
    return way;
}

Reached describe(const CitationGraph& graph, Links& links, const Reach& reach,
                 const ClosureRequest& request, Node node, std::uint32_t depth) {
    Reached reached;
    reached.depth = depth;
    for (const Node step : reach.path(node, depth)) reached.path.push_back(links.id(step));
    const DocumentId& id = reached.path.back();
    const DocumentId& before = reached.path[reached.path.size() - 2];
    const bool forward = request.direction == Direction::cites;
    auto meta = graph.node(id);
    auto edge = graph.edge(forward ? before : id, forward ? id : before);
    if (!meta || !edge) {
        throw Error(ErrorCode::index_corrupt, "the graph and its records differ", id);
    }
    reached.meta = std::move(*meta);
    reached.edge = std::move(*edge);
    reached.cited_by = links.count(node, Direction::cited_by);
    reached.authority = links.facts(node).authority;
    return reached;
}

Closure closure(const CitationGraph& graph, const ClosureRequest& request) {
    const auto links = graph.links();
    const Reach reach(*links, request);
    Closure all;
    all.truncated = reach.truncated();
    for (std::size_t i = 0; i < reach.levels().size(); ++i) {
        for (const Node node : reach.levels()[i]) {
            const auto depth = static_cast<std::uint32_t>(i + 1);
            all.items.push_back(describe(graph, *links, reach, request, node, depth));
        }
    }
    return all;
}

}  // namespace tracuu::indexer
