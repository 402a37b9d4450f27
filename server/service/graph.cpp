#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

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
using indexer::Reached;
using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kMaxPaths = 20;

bool is_one_of(const std::vector<std::string>& values, const std::string& value) {
    return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

bool passes(const ReachFilter& filter, const DocumentMeta& meta) {
    if (!is_one_of(filter.types, meta.type)) return false;
    if (!is_one_of(filter.jurisdictions, meta.jurisdiction)) return false;
    if (filter.from && (!meta.date || *meta.date < *filter.from)) return false;
    return !filter.to || (meta.date && *meta.date <= *filter.to);
}

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

List<Reached> reached(const Index& index, const ClosureRequest& request, const ReachFilter& filter,
                      Page page) {
    return reached(index, {request.start}, request, filter, page);
}

List<Reached> reached(const Index& index, const std::vector<DocumentId>& starts,
                      ClosureRequest request, const ReachFilter& filter, Page page) {
    List<Reached> list{0, page, {}, false};
    for (const DocumentId& start : starts) {
        request.start = start;
        Closure closure = indexer::closure(index, request);
        list.truncated = list.truncated || closure.truncated;
        for (Reached& item : closure.items) {
            if (!passes(filter, item.meta)) continue;
            const std::uint64_t position = list.total++;
            if (position < page.offset || list.items.size() >= page.limit) continue;
            list.items.push_back(std::move(item));
        }
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

PathsAnswer paths(const Index& index, std::string_view from, std::string_view to,
                  std::uint32_t max_depth) {
    const DocumentMeta start = node_or_throw(index, from);
    const DocumentMeta end = node_or_throw(index, to);
    PathsAnswer answer{start.id, end.id, {}, {}};
    answer.paths = indexer::shortest_paths(index, start.id, end.id, max_depth, kMaxPaths);
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
