#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

#include "indexer/page_of.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using indexer::Closure;
using indexer::ClosureRequest;
using indexer::Direction;
using indexer::DocumentId;
using indexer::DocumentMeta;
using indexer::GraphEdge;
using indexer::Index;
using indexer::Links;
using indexer::Node;
using indexer::NodeFacts;
using indexer::Reach;
using indexer::Reached;
using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kMaxPaths = 20;

bool is_one_of(const std::vector<std::string>& values, std::string_view value) {
    return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

bool passes(const ReachFilter& filter, const NodeFacts& facts) {
    if (!is_one_of(filter.types, facts.type)) return false;
    if (!is_one_of(filter.jurisdictions, facts.jurisdiction)) return false;
    if (filter.from && (!facts.date || *facts.date < *filter.from)) return false;
    return !filter.to || (facts.date && *facts.date <= *filter.to);
}

bool is_open(const ReachFilter& filter) {
    return filter.types.empty() && filter.jurisdictions.empty() && !filter.from && !filter.to;
}

/// A document of the answer before anything is read of it.
struct Row {
    std::size_t start = 0;  ///< position among the starting points
    Node node = 0;
    std::uint32_t depth = 1;
    double key = 0;           ///< greater ones come first
    std::uint64_t order = 0;  ///< position by depth, then id

    friend bool operator<(const Row& a, const Row& b) {
        return std::tie(b.key, a.start, a.depth, a.order) <
               std::tie(a.key, b.start, b.depth, b.order);
    }
};

/// Counts all documents that pass the filter and keeps those of one page.
class RowPicker {
  public:
    RowPicker(Links& links, const ReachQuestion& question, Page page)
        : links_(links),
          question_(question),
          page_(page),
          open_(is_open(question.filter)),
          sorted_(page.offset, page.limit) {}

    void add(std::size_t start, const Reach& reach) {
        std::uint32_t depth = 0;
        for (const auto& level : reach.levels()) {
            ++depth;
            if (open_ && question_.order == ReachOrder::depth) {
                add_slice(start, level, depth);
                continue;
            }
            for (const Node node : level) add_node({start, node, depth});
        }
    }

    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }

    [[nodiscard]] std::vector<Row> page() {
        return question_.order == ReachOrder::depth ? std::move(rows_) : sorted_.take();
    }

  private:
    // All of the level pass: only those of the page are looked at.
    void add_slice(std::size_t start, const std::vector<Node>& level, std::uint32_t depth) {
        const std::uint64_t first = page_.offset > total_ ? page_.offset - total_ : 0;
        for (std::uint64_t i = first; i < level.size() && rows_.size() < page_.limit; ++i) {
            rows_.push_back({start, level[i], depth});
        }
        total_ += level.size();
    }

    void add_node(Row row) {
        const NodeFacts facts = links_.facts(row.node);
        if (!passes(question_.filter, facts)) return;
        const std::uint64_t position = total_++;
        if (question_.order == ReachOrder::depth) {
            if (position >= page_.offset && rows_.size() < page_.limit) rows_.push_back(row);
            return;
        }
        const double date = facts.date ? facts.date->number() : 0;
        const double authority = facts.authority.value_or(0);
        row.key = question_.order == ReachOrder::newest ? date : authority;
        row.order = position;
        sorted_.add(row);
    }

    Links& links_;
    const ReachQuestion& question_;
    Page page_;
    bool open_;
    std::uint64_t total_ = 0;
    std::vector<Row> rows_;        ///< of the page, when they come in the order of the list
    indexer::PageOf<Row> sorted_;  ///< for other orders: a million rows are not kept for twenty
};

DocumentMeta node_or_throw(const Index& index, std::string_view id) {
    auto node = index.node(id);
    if (!node) throw Error(ErrorCode::not_found, "no such document", std::string(id));
    return std::move(*node);
}

/// Documents in order of distance from the start, both directions together when asked.
std::vector<Reached> neighbours(const Index& index, const GraphRequest& request, bool& truncated) {
    std::vector<Reached> all;
    const auto add = [&](Direction direction) {
        ClosureRequest closure_request{request.start, direction, request.depth, {}, request.limit};
        Closure closure = indexer::closure(index, closure_request);
        truncated = truncated || closure.truncated;
        std::move(closure.items.begin(), closure.items.end(), std::back_inserter(all));
    };
    if (request.direction != GraphDirection::in) add(Direction::cites);
    if (request.direction != GraphDirection::out) add(Direction::cited_by);
    std::stable_sort(all.begin(), all.end(), [](const Reached& left, const Reached& right) {
        return left.depth < right.depth;
    });
    return all;
}

}  // namespace

List<Reached> reached(const Index& index, const std::vector<DocumentId>& starts,
                      const ReachQuestion& question, Page page) {
    List<Reached> list{0, page, {}, false};
    const auto links = index.links();
    std::vector<ClosureRequest> requests;
    std::vector<Reach> reaches;
    requests.reserve(starts.size());
    reaches.reserve(starts.size());
    RowPicker picker(*links, question, page);
    for (const DocumentId& start : starts) {
        requests.push_back({start, question.direction, question.depth, question.relations});
        reaches.emplace_back(*links, requests.back());
        list.truncated = list.truncated || reaches.back().truncated();
        picker.add(reaches.size() - 1, reaches.back());
    }
    list.total = picker.total();
    for (const Row& row : picker.page()) {
        list.items.push_back(indexer::describe(index, *links, reaches[row.start],
                                               requests[row.start], row.node, row.depth));
    }
    return list;
}

GraphAnswer graph(const Index& index, const GraphRequest& request) {
    GraphAnswer answer{request.start, {node_or_throw(index, request.start)}, {}, false};
    std::unordered_set<DocumentId> inside{request.start};
    for (Reached& item : neighbours(index, request, answer.truncated)) {
        if (inside.contains(item.meta.id)) continue;
        if (inside.size() >= request.limit) {
            answer.truncated = true;
            break;
        }
        inside.insert(item.meta.id);
        answer.nodes.push_back(std::move(item.meta));
    }
    for (const DocumentMeta& node : answer.nodes) {
        for (GraphEdge& edge : index.cites(node.id)) {
            if (inside.contains(edge.to)) answer.edges.push_back(std::move(edge));
        }
    }
    return answer;
}

GraphAnswer as_graph(const Index& index, const std::vector<DocumentId>& starts,
                     const List<Reached>& list) {
    GraphAnswer answer{starts.front(), {}, {}, list.truncated};
    std::unordered_set<DocumentId> inside;
    std::set<std::tuple<DocumentId, DocumentId, indexer::Relation>> known;
    for (const DocumentId& start : starts) {
        if (inside.insert(start).second) answer.nodes.push_back(node_or_throw(index, start));
    }
    for (const Reached& item : list.items) {  // two starts may lead to the same document
        const GraphEdge& edge = item.edge;
        if (inside.insert(item.meta.id).second) answer.nodes.push_back(item.meta);
        if (known.emplace(edge.from, edge.to, edge.relation).second) answer.edges.push_back(edge);
    }
    // A filter or a page may have left out the document that an edge leads to.
    std::erase_if(answer.edges, [&](const GraphEdge& edge) {
        return !inside.contains(edge.from) || !inside.contains(edge.to);
    });
    return answer;
}

GraphAnswer as_graph(const PathsAnswer& answer) {
    GraphAnswer graph{answer.from, answer.nodes, {}, answer.truncated};
    std::set<std::pair<DocumentId, DocumentId>> known;  // paths share edges
    for (const auto& path : answer.paths) {
        for (const GraphEdge& edge : path) {
            if (known.emplace(edge.from, edge.to).second) graph.edges.push_back(edge);
        }
    }
    return graph;
}

PathsAnswer paths(const Index& index, std::string_view from, std::string_view to,
                  std::uint32_t max_depth) {
    const DocumentMeta start = node_or_throw(index, from);
    const DocumentMeta end = node_or_throw(index, to);
    PathsAnswer answer{start.id, end.id, {}, {}, false};
    auto found = indexer::shortest_paths(index, start.id, end.id, max_depth, kMaxPaths);
    answer.paths = std::move(found.paths);
    answer.truncated = found.truncated;
    std::set<DocumentId> ids{start.id, end.id};
    for (const auto& path : answer.paths) {
        for (const GraphEdge& edge : path) ids.insert({edge.from, edge.to});
    }
    for (const DocumentId& id : ids) {
        if (auto node = index.node(id)) answer.nodes.push_back(std::move(*node));
    }
    return answer;
}

}  // namespace tracuu::server
