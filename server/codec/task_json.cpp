#include "server/codec.hpp"
#include "server/codec/json.hpp"

namespace tracuu::server {
namespace {

Json deadline_json(const indexer::DeadlineRecord& deadline) {
    Json json{{"surface", deadline.surface}};
    json["kind"] = analyzers::name(deadline.kind);
    json["from"] = date_or_null(deadline.from);
    json["to"] = date_or_null(deadline.to);
    json["inferred"] = deadline.inferred_year;
    if (!deadline.condition.empty()) json["condition"] = deadline.condition;
    return json;
}

Json bodies_json(const std::vector<indexer::TaskBodyRecord>& bodies) {
    Json json = Json::array();
    for (const auto& body : bodies) {
        Json item{{"id", body.id}, {"name", body.name}};
        item["role"] = analyzers::name(body.role);
        json.push_back(std::move(item));
    }
    return json;
}

Json mandates_json(const std::vector<indexer::Mandate>& mandates) {
    Json json = Json::array();
    for (const indexer::Mandate& mandate : mandates) {
        Json item{{"id", mandate.id}};
        item["number"] = text_or_null(mandate.number);
        item["origin"] = indexer::name(mandate.origin);
        const bool proven = !mandate.evidence.document.empty();
        item["evidence"] = proven ? to_json(mandate.evidence) : Json(nullptr);
        json.push_back(std::move(item));
    }
    return json;
}

Json product_json(const indexer::ProductRecord& product) {
    Json json{{"kind", text_or_null(product.kind)}, {"quote", product.quote}};
    put_range(json, product.span);
    return json;
}

Json facets_json(const indexer::TaskFacets& facets) {
    Json json;
    json["body"] = facet_json(facets.body);
    json["role"] = facet_json(facets.role);
    json["kind"] = facet_json(facets.kind);
    json["product"] = facet_json(facets.product);
    json["year"] = facet_json(facets.year);
    json["quarter"] = facet_json(facets.quarter);
    json["month"] = facet_json(facets.month);
    return json;
}

Json related_json(const std::vector<RelatedBody>& bodies) {
    Json json = Json::array();
    for (const RelatedBody& body : bodies) {
        Json item{{"id", body.id}, {"name", body.name}};
        item["jurisdiction"] = text_or_null(body.jurisdiction);
        item["tasks"] = body.tasks;
        json.push_back(std::move(item));
    }
    return json;
}

}  // namespace

Json to_json(const indexer::TaskRecord& task, const std::optional<indexer::Date>& today) {
    Json json{{"id", task.id}, {"text", task.text}, {"document", task.document.id}};
    json["number"] = text_or_null(task.document.number);
    json["type"] = text_or_null(task.document.type);
    json["title"] = text_or_null(task.document.title);
    json["issuer"] = text_or_null(task.document.issuer);
    json["jurisdiction"] = text_or_null(task.document.jurisdiction);
    json["date"] = date_or_null(task.document.date);
    json["section"] = text_or_null(task.section);
    json["bodies"] = bodies_json(task.bodies);
    json["deadline"] = task.deadline ? deadline_json(*task.deadline) : Json(nullptr);
    json["cites"] = task.cites;
    json["implements"] = indexer::implemented_by(task);
    json["mandates"] = mandates_json(task.mandates);
    json["condition"] = text_or_null(task.condition);
    json["product"] = task.product ? product_json(*task.product) : Json(nullptr);
    put_range(json, task.span);
    if (today) json["overdue"] = task.deadline && task.deadline->to && *task.deadline->to < *today;
    return json;
}

Json to_json(const indexer::BodyRecord& body) {
    Json json{{"id", body.id}, {"name", body.name}};
    json["aliases"] = body.aliases;
    json["level"] = text_or_null(body.level);
    json["jurisdiction"] = text_or_null(body.jurisdiction);
    json["counts"] = {{"lead", body.lead},
                      {"support", body.support},
                      {"reports_to", body.reports_to},
                      {"documents", body.documents}};
    return json;
}

std::string json_text(const TasksAnswer& answer, const std::optional<indexer::Date>& today) {
    Json json = list_json(answer.list, [&](const auto& task) { return to_json(task, today); });
    if (answer.facets) {
        json["facets"] = facets_json(*answer.facets);
        json["facet_totals"] = to_json(answer.facet_totals);
    }
    return dump(json);
}

std::string json_text(const List<indexer::BodyRecord>& list) {
    return dump(list_json(list));
}
std::string json_text(const BodyAnswer& answer) {
    Json json = to_json(answer.body);
    json["predecessors"] = related_json(answer.predecessors);
    json["successors"] = related_json(answer.successors);
    return dump(json);
}

std::string json_text(const indexer::IndexStats& stats) {
    Json json{{"documents", stats.documents}, {"absent", stats.absent}};
    json["passages"] = stats.passages;
    json["tasks"] = stats.tasks;
    json["bodies"] = stats.bodies;
    json["edges"] = stats.edges;
    json["text_bytes"] = stats.text_bytes;
    json["snapshot"] = stats.snapshot;
    json["built_at"] = text_or_null(stats.built_at);
    json["analyzer"] = stats.analyzer;
    json["version"] = TRACUU_VERSION;
    return dump(json);
}

std::string json_line(const indexer::TaskRecord& task) {
    return dump(to_json(task, std::nullopt));
}

}  // namespace tracuu::server
