#include "indexer/node_order.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tracuu::indexer {
namespace {

auto position(const Evidence& evidence) {
    return std::tie(evidence.document, evidence.span.begin, evidence.span.end);
}

void add_evidence(GraphEdge& edge, GraphEdge&& other) {
    edge.relation = std::max(edge.relation, other.relation);
    for (Evidence& evidence : other.evidence) {
        const bool known =
            std::any_of(edge.evidence.begin(), edge.evidence.end(),
                        [&](const Evidence& one) { return position(one) == position(evidence); });
        if (!known) edge.evidence.push_back(std::move(evidence));
    }
    std::sort(edge.evidence.begin(), edge.evidence.end(),
              [](const Evidence& a, const Evidence& b) { return position(a) < position(b); });
}

}  // namespace

void order_nodes(std::vector<DocumentMeta>& nodes) {
    std::sort(nodes.begin(), nodes.end(), [](const DocumentMeta& a, const DocumentMeta& b) {
        return std::tuple(!a.present, a.date, a.id) < std::tuple(!b.present, b.date, b.id);
    });
    std::vector<DocumentMeta> kept;
    for (DocumentMeta& node : nodes) {
        const bool known = std::any_of(kept.begin(), kept.end(),
                                       [&](const DocumentMeta& one) { return one.id == node.id; });
        if (!known) kept.push_back(std::move(node));
    }
    nodes = std::move(kept);
}

void merge_edges(std::vector<GraphEdge>& edges) {
    std::stable_sort(edges.begin(), edges.end(), [](const GraphEdge& a, const GraphEdge& b) {
        return std::tie(a.from, a.to) < std::tie(b.from, b.to);
    });
    std::vector<GraphEdge> merged;
    for (GraphEdge& edge : edges) {
        if (!merged.empty() && merged.back().from == edge.from && merged.back().to == edge.to) {
            add_evidence(merged.back(), std::move(edge));
        } else {
            merged.push_back(std::move(edge));
        }
    }
    edges = std::move(merged);
}

std::string newest_order(const DocumentMeta& meta) {
    constexpr std::uint32_t kLast = 99999999;
    return std::to_string(meta.date ? kLast - meta.date->number() : kLast) + meta.id;
}

}  // namespace tracuu::indexer
