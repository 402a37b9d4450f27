// The JSON of `tracuu extract`: the annotation guide's fields first in each object, then ours.

#include <algorithm>

#include "server/codec.hpp"
#include "server/codec/json.hpp"
#include "support/offset_index.hpp"

namespace tracuu::server {
namespace {

using analyzers::Extraction;
using support::ByteRange;
using support::OffsetIndex;

struct Source {
    std::string_view text;
    OffsetIndex offsets;
    const Extraction& extraction;

    [[nodiscard]] std::string slice(ByteRange range) const {
        return std::string(support::slice(text, range));
    }
    void put_span(Json& json, ByteRange range) const {
        put_range(json, offsets.code_points(range));
    }
    [[nodiscard]] Json pair(ByteRange range) const {
        const auto span = offsets.code_points(range);
        return Json::array({span.begin, span.end});
    }
};

Json header_json(const Source& source) {
    const analyzers::Header& header = source.extraction.header;
    Json json;
    json["number"] = text_or_null(header.number);
    json["type"] = text_or_null(header.type);
    json["issuer"] = text_or_null(header.issuer);
    json["jurisdiction"] = text_or_null(header.jurisdiction);
    json["date"] = date_or_null(header.date);
    json["place"] = text_or_null(header.place);
    json["signer"] = text_or_null(header.signer);
    json["title"] = text_or_null(header.title);
    if (!header.number_span.empty()) json["number_span"] = source.pair(header.number_span);
    if (!header.title_span.empty()) json["title_span"] = source.pair(header.title_span);
    return json;
}

Json citation_json(const Source& source, const analyzers::Citation& citation) {
    Json json;
    source.put_span(json, citation.span);
    json["surface"] = source.slice(citation.span);
    json["number"] = citation.number;
    json["type"] = text_or_null(citation.type);
    json["date"] = date_or_null(citation.date);
    json["issuer"] = text_or_null(citation.issuer);
    json["relation"] = analyzers::name(citation.relation);
    json["title"] = text_or_null(citation.title);
    json["pinpoint"] = text_or_null(citation.pinpoint);
    json["cue"] = text_or_null(support::slice(source.text, citation.cue));
    json["cue_span"] = citation.cue.empty() ? Json(nullptr) : source.pair(citation.cue);
    json["date_in_mention"] = citation.date_in_mention;
    json["clause"] = source.pair(citation.clause);
    return json;
}

Json named_json(const Source& source, const analyzers::NamedCitation& citation) {
    Json json;
    source.put_span(json, citation.span);
    json["surface"] = source.slice(citation.span);
    json["name"] = citation.name;
    json["date"] = date_or_null(citation.date);
    json["clause"] = source.pair(citation.clause);
    return json;
}

Json back_reference_json(const Source& source, const analyzers::BackReference& reference) {
    Json json;
    source.put_span(json, reference.span);
    json["surface"] = source.slice(reference.span);
    json["kind"] = analyzers::name(reference.kind);
    json["citation"] = reference.citation ? Json(*reference.citation) : Json(nullptr);
    return json;
}

Json edge_json(const analyzers::Edge& edge) {
    Json json{{"from", edge.from}, {"to", edge.to}};
    json["relation"] = analyzers::name(edge.relation);
    json["evidence"] = edge.evidence;
    return json;
}

Json deadline_json(const Source& source, const analyzers::Deadline& deadline) {
    Json json{{"surface", source.slice(deadline.span)}};
    json["kind"] = analyzers::name(deadline.kind);
    json["from"] = date_or_null(deadline.from);
    json["to"] = date_or_null(deadline.to);
    source.put_span(json, deadline.span);
    json["inferred"] = deadline.inferred_year;
    if (!deadline.condition.empty()) json["condition"] = deadline.condition;
    return json;
}

Json bodies_json(const Source& source, const std::vector<analyzers::TaskBody>& bodies) {
    Json json = Json::array();
    for (const auto& body : bodies) {
        Json item{{"name", body.name}};
        item["role"] = analyzers::name(body.role);
        if (!body.span.empty()) source.put_span(item, body.span);
        json.push_back(std::move(item));
    }
    return json;
}

Json product_json(const Source& source, const analyzers::Product& product) {
    Json json;
    source.put_span(json, product.span);
    json["quote"] = source.slice(product.span);
    json["kind"] = text_or_null(product.kind);
    return json;
}

Json task_json(const Source& source, const analyzers::Task& task) {
    Json json{{"section", task.section}};
    source.put_span(json, task.span);
    json["bodies"] = bodies_json(source, task.bodies);
    json["deadline"] = task.deadline ? deadline_json(source, *task.deadline) : Json(nullptr);
    json["text"] = source.slice(task.span);
    json["citations"] = task.citations;
    json["heading_citations"] = task.heading_citations;
    json["condition"] = text_or_null(task.condition);
    json["product"] = task.product ? product_json(source, *task.product) : Json(nullptr);
    return json;
}

Json section_json(const Source& source, const analyzers::Section& section) {
    Json json{{"path", section.path}, {"heading", section.heading}};
    source.put_span(json, section.span);
    return json;
}

/// `"name": [` one item on each line `]`.
template <class Items, class Convert, class Keep>
void write_array(std::string_view name, const Items& items, const TextSink& sink, Convert convert,
                 Keep keep) {
    sink(",\n \"" + std::string(name) + "\": [");
    bool first = true;
    for (const auto& item : items) {
        if (!keep(item)) continue;
        sink(first ? "\n  " : ",\n  ");
        first = false;
        sink(dump(convert(item)));
    }
    sink(first ? "]" : "\n ]");
}

template <class Items, class Convert>
void write_array(std::string_view name, const Items& items, const TextSink& sink, Convert convert) {
    write_array(name, items, sink, convert, [](const auto&) { return true; });
}

// A row of a table is no task of the annotation guide, so rows stand in an array of their own.
void write_tasks(const Source& source, const TextSink& sink) {
    const auto convert = [&](const analyzers::Task& task) { return task_json(source, task); };
    const auto& tasks = source.extraction.tasks;
    write_array("tasks", tasks, sink, convert, [](const auto& task) { return !task.table_row; });
    const auto is_row = [](const analyzers::Task& task) { return task.table_row; };
    if (std::none_of(tasks.begin(), tasks.end(), is_row)) return;
    write_array("table_tasks", tasks, sink, convert, is_row);
}

}  // namespace

void write_extraction(const ExtractedText& extracted, const TextSink& sink) {
    const Extraction& found = *extracted.extraction;
    const Source source{extracted.text, OffsetIndex(extracted.text), found};
    sink("{\n \"file\": " + dump(Json(std::string(extracted.file))));
    sink(",\n \"document\": " + dump(header_json(source)));
    write_array("citations", found.citations, sink,
                [&](const auto& item) { return citation_json(source, item); });
    write_array("named_citations", found.named_citations, sink,
                [&](const auto& item) { return named_json(source, item); });
    write_array("back_references", found.back_references, sink,
                [&](const auto& item) { return back_reference_json(source, item); });
    write_array("edges", found.edges, sink, [](const auto& item) { return edge_json(item); });
    write_tasks(source, sink);
    write_array("sections", found.sections, sink,
                [&](const auto& item) { return section_json(source, item); });
    sink("\n}\n");
}

}  // namespace tracuu::server
