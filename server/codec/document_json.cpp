#include <algorithm>
#include <ctime>

#include "server/clock.hpp"
#include "server/codec.hpp"
#include "server/codec/json.hpp"
#include "support/utf8.hpp"

namespace tracuu::server {
namespace {

Json sections_json(const std::vector<indexer::SectionRecord>& sections) {
    Json json = Json::array();
    for (const auto& section : sections) {
        Json item{{"path", section.path}, {"heading", section.heading}};
        put_range(item, section.span);
        json.push_back(std::move(item));
    }
    return json;
}

void put_record(Json& json, const indexer::DocumentRecord& record) {
    json["place"] = text_or_null(record.place);
    json["signer"] = text_or_null(record.signer);
    json["source"] = {{"path", record.source}, {"format", record.format}, {"bytes", record.bytes}};
    if (record.modified_ns > 0) json["source"]["modified"] = utc_text(record.modified_ns);
}

Json citation_span(const indexer::Mention& mention) {
    Json json{{"kind", mention.number.empty() ? "named" : "citation"}};
    put_range(json, mention.span);
    json["relation"] = analyzers::name(mention.relation);
    json["status"] = indexer::name(mention.status);
    json["target"] = text_or_null(mention.target);
    if (!mention.number.empty()) json["number"] = mention.number;
    if (!mention.name.empty()) json["name"] = mention.name;
    if (!mention.candidates.empty()) json["candidates"] = mention.candidates;
    return json;
}

// "Nghị quyết 18", "Nghị quyết này": links like the citation that they stand for.
void add_back_mentions(Json& spans, const indexer::DocumentRecord& record) {
    for (const indexer::BackMention& back : record.back_mentions) {
        if (back.mention >= record.mentions.size()) continue;
        Json item = citation_span(record.mentions[back.mention]);
        put_range(item, back.span);
        item["by"] = analyzers::name(back.kind);
        item.erase("relation");  // of the citation, not of these words
        spans.push_back(std::move(item));
    }
}

void add_task_spans(Json& spans, const indexer::TaskRecord& task) {
    Json item{{"kind", "task"}};
    put_range(item, task.span);
    item["id"] = task.id;
    spans.push_back(std::move(item));
    for (const auto& body : task.bodies) {
        if (!body.span) continue;
        Json span{{"kind", "body"}};
        put_range(span, *body.span);
        span["id"] = text_or_null(body.id);
        span["name"] = body.name;
        span["role"] = analyzers::name(body.role);
        spans.push_back(std::move(span));
    }
    if (!task.deadline || task.deadline->span.end <= task.deadline->span.begin) return;
    Json span{{"kind", "deadline"}};
    put_range(span, task.deadline->span);
    span["deadline"] = analyzers::name(task.deadline->kind);
    span["from"] = date_or_null(task.deadline->from);
    span["to"] = date_or_null(task.deadline->to);
    spans.push_back(std::move(span));
}

bool stands_before(const Json& left, const Json& right) {
    const auto start = left["start"].get<std::uint32_t>();
    const auto other = right["start"].get<std::uint32_t>();
    if (start != other) return start < other;
    return left["end"].get<std::uint32_t>() > right["end"].get<std::uint32_t>();
}

/// By start, longer spans first, each once: several tasks may share a body or a deadline.
void sort_spans(Json& spans) {
    std::stable_sort(spans.begin(), spans.end(), stands_before);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace

Json to_json(const indexer::DocumentMeta& meta) {
    Json json{{"id", meta.id}};
    json["status"] = meta.present ? "present" : "absent";
    json["number"] = text_or_null(meta.number);
    json["type"] = text_or_null(meta.type);
    json["issuer"] = text_or_null(meta.issuer);
    json["jurisdiction"] = text_or_null(meta.jurisdiction);
    json["date"] = date_or_null(meta.date);
    json["title"] = text_or_null(meta.title);
    return json;
}

Json to_json(const indexer::Mention& mention) {
    Json json;
    put_range(json, mention.span);
    json["surface"] = mention.surface;
    json["number"] = text_or_null(mention.number);
    if (!mention.name.empty()) json["name"] = mention.name;
    json["type"] = text_or_null(mention.type);
    json["date"] = date_or_null(mention.date);
    json["issuer"] = text_or_null(mention.issuer);
    json["relation"] = analyzers::name(mention.relation);
    json["status"] = indexer::name(mention.status);
    json["target"] = text_or_null(mention.target);
    json["candidates"] = mention.candidates;
    json["title"] = text_or_null(mention.title);
    json["pinpoint"] = text_or_null(mention.pinpoint);
    json["rule"] = text_or_null(mention.rule);
    return json;
}

std::string json_text(const DocumentAnswer& answer, const std::optional<indexer::Date>& today) {
    Json json = to_json(answer.meta);
    json["place"] = nullptr;
    json["signer"] = nullptr;
    json["source"] = nullptr;
    json["counts"] = {{"cites", answer.cites},
                      {"cited_by", answer.cited_by},
                      {"tasks", answer.tasks.size()},
                      {"passages", answer.record ? answer.record->passages : 0}};
    json["authority"] = authority_or_null(answer.authority);
    json["sections"] = Json::array();
    json["citations"] = Json::array();
    if (answer.record) {
        put_record(json, *answer.record);
        json["sections"] = sections_json(answer.record->sections);
        for (const auto& mention : answer.record->mentions) {
            json["citations"].push_back(to_json(mention));
        }
    }
    json["tasks"] = Json::array();
    for (const auto& task : answer.tasks) json["tasks"].push_back(to_json(task, today));
    return dump(json);
}

std::string json_text(const TextAnswer& answer) {
    Json spans = Json::array();
    for (const auto& mention : answer.record.mentions) spans.push_back(citation_span(mention));
    add_back_mentions(spans, answer.record);
    for (const auto& task : answer.tasks) add_task_spans(spans, task);
    sort_spans(spans);
    Json json{{"id", answer.record.meta.id}};
    json["length"] = support::count_code_points(answer.text);
    json["text"] = answer.text;
    json["spans"] = std::move(spans);
    return dump(json);
}

std::string json_text(const List<indexer::DocumentMeta>& list) {
    return dump(list_json(list));
}

std::string json_line(const indexer::DocumentMeta& meta) {
    return dump(to_json(meta));
}

}  // namespace tracuu::server
