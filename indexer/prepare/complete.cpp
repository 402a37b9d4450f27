#include "indexer/prepare/complete.hpp"

#include <algorithm>

namespace tracuu::indexer {
namespace {

void sort_unique(std::vector<DocumentId>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

void complete_task(StoredTask& task, const StoredDocument& document) {
    TaskRecord& record = task.record;
    record.document = document.record.meta;
    record.cites.clear();
    record.implements.clear();
    for (const std::uint32_t index : task.mentions) {
        if (index >= document.record.mentions.size()) continue;
        const Mention& mention = document.record.mentions[index];
        if (mention.target.empty() || mention.target == record.document.id) continue;
        record.cites.push_back(mention.target);
        if (mention.relation == Relation::implements) record.implements.push_back(mention.target);
    }
    if (record.implements.empty()) record.implements = document.implements;
    sort_unique(record.cites);
    sort_unique(record.implements);
}

}  // namespace

std::span<const GraphEdge> out_edges(const ResolvedGraph& graph, std::string_view id) {
    const auto first = std::lower_bound(
        graph.edges.begin(), graph.edges.end(), id,
        [](const GraphEdge& edge, std::string_view from) { return edge.from < from; });
    auto last = first;
    while (last != graph.edges.end() && last->from == id) ++last;
    return {first, last};
}

void complete(StoredDocument& document, std::span<const GraphEdge> edges) {
    document.cites.clear();
    document.implements.clear();
    for (const GraphEdge& edge : edges) {
        document.cites.push_back(edge.to);
        if (edge.relation == Relation::implements) document.implements.push_back(edge.to);
    }
    document.record.cites = static_cast<std::uint32_t>(document.cites.size());
    for (std::size_t i = 0; i < document.tasks.size(); ++i) {
        complete_task(document.tasks[i], document);
        document.tasks[i].record.id = document.record.meta.id + "~" + std::to_string(i + 1);
    }
}

}  // namespace tracuu::indexer
