#include <algorithm>

#include "analyzers/gazetteer.hpp"
#include "indexer/tasks.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using indexer::BodyRecord;
using indexer::Index;

constexpr std::size_t kMostDocuments = 1000;  // of which something is kept

/// Of the bodies asked for, only those of `place`; false when there are none.
bool narrow_to_place(const Index& index, std::vector<std::string>& ids, std::string_view place) {
    std::vector<std::string> there;
    for (const std::string& id : ids) {
        const auto body = index.body(id);
        if (body && body->jurisdiction == place) there.push_back(id);
    }
    if (there.empty()) return false;
    ids = std::move(there);
    return true;
}

std::vector<RelatedBody> related(const Index& index,
                                 const std::vector<analyzers::BodyIdentity>& identities) {
    std::vector<RelatedBody> all;
    for (const analyzers::BodyIdentity& one : identities) {
        const auto known = index.body(one.id);
        const std::uint32_t tasks = known ? known->lead + known->support + known->reports_to : 0;
        all.push_back({one.id, one.name, one.jurisdiction, tasks});
    }
    return all;
}

/// Bodies of the index that come before or after the one body that `name` means.
std::vector<BodyRecord> related_bodies(const Index& index, std::string_view name,
                                       const std::vector<BodyRecord>& found) {
    std::vector<BodyRecord> all;
    if (found.size() > 1) return all;
    for (const indexer::BodyName& reading : indexer::read_body_name(name)) {
        const analyzers::BodyIdentity& meant = reading.identity;
        if (meant.jurisdiction.empty()) continue;  // an office of every province
        if (!found.empty() && meant.id != found.front().id) continue;
        for (const auto& list :
             {analyzers::predecessors_of(meant), analyzers::successors_of(meant)}) {
            for (const analyzers::BodyIdentity& one : list) {
                if (auto body = index.body(one.id)) all.push_back(std::move(*body));
            }
        }
        if (!all.empty()) break;
    }
    return all;
}

}  // namespace

void add_bodies_meant(const Index& index, const std::vector<std::string>& values,
                      std::vector<std::string>& ids, std::vector<Meaning>& meaning) {
    for (const std::string& value : values) {
        if (index.body(value)) {
            ids.push_back(value);
            continue;
        }
        std::vector<BodyRecord> found = index.find_bodies(value);
        if (found.empty()) ids.push_back(value);
        for (const BodyRecord& body : found) ids.push_back(body.id);
        auto related = related_bodies(index, value, found);
        meaning.push_back({"body", value, {}, std::move(found), std::move(related)});
    }
}

indexer::TaskFilter task_filter(const Index& index, const TaskQuestion& question,
                                std::vector<Meaning>& meaning) {
    indexer::TaskFilter filter;
    filter.query = question.query;
    filter.role = analyzers::role_of(question.role);
    filter.kinds = question.kinds;
    filter.products = question.products;
    filter.due_from = question.due_from;
    filter.due_to = question.due_to;
    filter.overdue_as_of = question.as_of;
    add_bodies_meant(index, question.bodies, filter.bodies, meaning);
    if (!question.document.empty()) {
        add_meant(index, "document", question.document, filter.documents, meaning);
    }
    if (!question.implements.empty()) {
        add_meant(index, "implements", question.implements, filter.implements, meaning);
    }
    if (question.jurisdiction.empty()) return filter;
    std::string place = jurisdiction_meant(question.jurisdiction);
    if (!narrow_to_place(index, filter.bodies, place)) filter.jurisdiction = std::move(place);
    return filter;
}

FacetTotals limit_facets(indexer::TaskFacets& facets, std::uint32_t limit) {
    FacetTotals totals{{"body", facets.body.size()},  {"role", facets.role.size()},
                       {"kind", facets.kind.size()},  {"product", facets.product.size()},
                       {"year", facets.year.size()},  {"quarter", facets.quarter.size()},
                       {"month", facets.month.size()}};
    if (facets.body.size() > limit) facets.body.resize(limit);
    return totals;
}

TasksAnswer tasks(const Index& index, const indexer::TaskFilter& filter, Page page,
                  std::optional<std::uint32_t> facet_limit) {
    auto found = index.tasks(filter, page.offset, page.limit);
    TasksAnswer answer{{found.total, page, std::move(found.items), false}, std::nullopt};
    MandateEvidence evidence(index);
    for (indexer::TaskRecord& task : answer.list.items) evidence.fill(task);
    if (!facet_limit) return answer;
    answer.facets = index.task_facets(filter);
    answer.facet_totals = limit_facets(*answer.facets, *facet_limit);
    return answer;
}

void MandateEvidence::fill(indexer::TaskRecord& task) {
    for (indexer::Mandate& mandate : task.mandates) {
        mandate.number = number_of(mandate.id);
        if (mandate.origin != indexer::MandateOrigin::document) continue;
        const Known& known = of(task.document.id);
        const auto proof = known.find(mandate.id);
        if (proof != known.end()) mandate.evidence = proof->second;
    }
}

const std::string& MandateEvidence::number_of(const indexer::DocumentId& id) {
    const auto at = numbers_.find(id);
    if (at != numbers_.end()) return at->second;
    if (numbers_.size() >= kMostDocuments) numbers_.clear();
    const auto node = index_.node(id);
    return numbers_[id] = node ? node->number : std::string();
}

const MandateEvidence::Known& MandateEvidence::of(const indexer::DocumentId& document) {
    const auto at = known_.find(document);
    if (at != known_.end()) return at->second;
    if (known_.size() >= kMostDocuments) known_.clear();
    Known& known = known_[document];
    for (indexer::GraphEdge& edge : index_.cites(document)) {
        const bool implements = edge.relation == indexer::Relation::implements;
        if (implements && !edge.evidence.empty()) {
            known.emplace(edge.to, std::move(edge.evidence.front()));
        }
    }
    return known;
}

BodyAnswer body(const Index& index, std::string_view id) {
    auto found = index.body(id);
    if (!found) {
        throw support::Error(support::ErrorCode::not_found, "no such body", std::string(id));
    }
    const analyzers::BodyIdentity identity{found->id, found->name, found->jurisdiction,
                                           found->level};
    return {std::move(*found), related(index, analyzers::predecessors_of(identity)),
            related(index, analyzers::successors_of(identity))};
}

}  // namespace tracuu::server
