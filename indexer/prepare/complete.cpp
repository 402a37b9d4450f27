#include "indexer/prepare/complete.hpp"

#include <algorithm>
#include <tuple>

namespace tracuu::indexer {
namespace {

// No plan implements so many; what names thousands must not be multiplied by its tasks.
constexpr std::size_t kMostMandates = 100;

void sort_unique(std::vector<DocumentId>& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// One for each origin and document: the first in the text.
void order_mandates(std::vector<Mandate>& mandates) {
    const auto key = [](const Mandate& one) { return std::tie(one.origin, one.id); };
    std::stable_sort(mandates.begin(), mandates.end(),
                     [&](const Mandate& a, const Mandate& b) { return key(a) < key(b); });
    const auto same = [&](const Mandate& a, const Mandate& b) { return key(a) == key(b); };
    mandates.erase(std::unique(mandates.begin(), mandates.end(), same), mandates.end());
}

void complete_task(StoredTask& task, const StoredDocument& document) {
    TaskRecord& record = task.record;
    record.document = document.record.meta;
    record.cites.clear();
    record.mandates.clear();
    for (const TaskMention& one : task.mentions) {
        if (one.mention >= document.record.mentions.size()) continue;
        const Mention& mention = document.record.mentions[one.mention];
        if (mention.target.empty() || mention.target == record.document.id) continue;
        if (one.origin == MandateOrigin::task) record.cites.push_back(mention.target);
        if (one.quote.empty()) continue;
        record.mandates.push_back(
            {mention.target, one.origin, {record.document.id, mention.span, one.quote}});
    }
    for (const DocumentId& id : document.implements) {
        if (record.mandates.size() >= kMostMandates) break;
        record.mandates.push_back({id, MandateOrigin::document, {}});
    }
    sort_unique(record.cites);
    order_mandates(record.mandates);
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
