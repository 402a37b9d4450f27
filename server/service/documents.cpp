#include <algorithm>
#include <chrono>

#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using indexer::Index;
using support::Error;
using support::ErrorCode;

/// Tasks of one document are bounded by its text; a page of this size holds them all.
constexpr std::uint32_t kAllTasks = 1'000'000;

std::vector<indexer::TaskRecord> tasks_of(const Index& index, std::string_view id) {
    indexer::TaskFilter filter;
    filter.documents = {std::string(id)};
    auto tasks = index.tasks(filter, 0, kAllTasks).items;
    std::sort(tasks.begin(), tasks.end(), [](const auto& left, const auto& right) {
        return left.span.begin < right.span.begin;
    });
    MandateEvidence evidence(index);
    for (indexer::TaskRecord& task : tasks) evidence.fill(task);
    return tasks;
}

bool holds(const std::vector<indexer::DocumentId>& list, const indexer::DocumentId& id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

/// The documents of the filter that `id` cites, each once.
std::vector<indexer::DocumentId> targets_of(const Index& index, const std::string& id,
                                            const indexer::DocumentFilter& filter) {
    std::vector<indexer::DocumentId> targets;
    for (const indexer::GraphEdge& edge : index.cites(id)) {  // those of one target in a row
        const bool implements = edge.relation == indexer::Relation::implements;
        if (!holds(filter.cites, edge.to) && !(implements && holds(filter.implements, edge.to))) {
            continue;
        }
        if (targets.empty() || targets.back() != edge.to) targets.push_back(edge.to);
    }
    return targets;
}

}  // namespace

SearchAnswer search(const Index& index, const indexer::SearchRequest& request) {
    using Milliseconds = std::chrono::duration<double, std::milli>;
    SearchAnswer answer{request.query, {request.offset, request.limit}, {}, 0};
    const auto start = std::chrono::steady_clock::now();
    answer.result = index.search(request);
    answer.took_ms = Milliseconds(std::chrono::steady_clock::now() - start).count();
    if (request.filter.cites.empty() && request.filter.implements.empty()) return answer;
    for (indexer::Hit& hit : answer.result.hits) {
        hit.targets = targets_of(index, hit.meta.id, request.filter);
    }
    return answer;
}

FacetTotals limit_facets(indexer::Facets& facets, std::uint32_t limit) {
    FacetTotals totals;
    const auto cut = [&](std::string_view name, std::vector<indexer::FacetValue>& values) {
        totals[name] = values.size();
        if (values.size() > limit) values.resize(limit);
    };
    cut("type", facets.type);
    cut("jurisdiction", facets.jurisdiction);
    cut("issuer", facets.issuer);
    cut("year", facets.year);
    cut("body", facets.body);
    return totals;
}

DocumentAnswer document(const Index& index, std::string_view id) {
    auto meta = index.node(id);
    if (!meta) throw Error(ErrorCode::not_found, "no such document", std::string(id));
    DocumentAnswer answer{std::move(*meta), index.document(id), {}};
    const auto links = index.links();
    if (const auto node = links->find(id)) {
        answer.cites = links->count(*node, indexer::Direction::cites);
        answer.cited_by = links->count(*node, indexer::Direction::cited_by);
        answer.authority = links->facts(*node).authority;
    }
    if (answer.record) answer.tasks = tasks_of(index, id);
    return answer;
}

TextAnswer document_text(const Index& index, std::string_view id) {
    auto record = index.document(id);
    auto text = index.text(id);
    if (!record || !text) {
        throw Error(ErrorCode::not_found, "no text of such a document in the corpus",
                    std::string(id));
    }
    return {std::move(*record), std::move(*text), tasks_of(index, id)};
}

List<indexer::DocumentMeta> documents(const Index& index, const indexer::DocumentFilter& filter,
                                      indexer::DocumentOrder order, Page page) {
    auto [items, total] = index.documents(filter, order, page.offset, page.limit);
    return {total, page, std::move(items), false};
}

}  // namespace tracuu::server
