// One table of columns for each kind of row.

#include <algorithm>

#include "server/formats.hpp"

namespace tracuu::server {
namespace {

using indexer::DocumentMeta;

template <class Row>
struct Column {
    const char* name;
    std::string (*cell)(const Row&);
};

/// Room for the rows of a large answer is made once per row, not per cell.
template <class Row, std::size_t Size>
std::string table(const Column<Row> (&columns)[Size], const std::vector<Row>& rows) {
    std::string out;
    std::vector<std::string> values;
    for (const auto& column : columns) values.emplace_back(column.name);
    append_csv_row(out, values);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < Size; ++i) values[i] = columns[i].cell(row);
        append_csv_row(out, values);
    }
    return out;
}

std::string iso(const std::optional<indexer::Date>& date) {
    return date ? date->iso() : "";
}
std::string number(std::uint64_t value) {
    return std::to_string(value);
}
std::string status(const DocumentMeta& meta) {
    return meta.present ? "present" : "absent";
}

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
    return out;
}

std::string bodies(const indexer::TaskRecord& task, indexer::Role role) {
    std::vector<std::string> names;
    for (const auto& body : task.bodies) {
        if (body.role == role) names.push_back(body.name);
    }
    return joined(names);
}

using Hit = indexer::Hit;
constexpr Column<Hit> kHitColumns[] = {
    {"id", [](const Hit& hit) { return hit.meta.id; }},
    {"number", [](const Hit& hit) { return hit.meta.number; }},
    {"type", [](const Hit& hit) { return hit.meta.type; }},
    {"issuer", [](const Hit& hit) { return hit.meta.issuer; }},
    {"jurisdiction", [](const Hit& hit) { return hit.meta.jurisdiction; }},
    {"date", [](const Hit& hit) { return iso(hit.meta.date); }},
    {"title", [](const Hit& hit) { return hit.meta.title; }},
    {"section", [](const Hit& hit) { return hit.section; }},
    {"score", [](const Hit& hit) { return std::to_string(hit.score); }},
    {"start", [](const Hit& hit) { return number(hit.passage.begin); }},
    {"end", [](const Hit& hit) { return number(hit.passage.end); }},
    {"snippet", [](const Hit& hit) { return hit.snippet.text; }},
    {"targets", [](const Hit& hit) { return joined(hit.targets); }},
};

constexpr Column<DocumentMeta> kDocumentColumns[] = {
    {"id", [](const DocumentMeta& meta) { return meta.id; }},
    {"number", [](const DocumentMeta& meta) { return meta.number; }},
    {"type", [](const DocumentMeta& meta) { return meta.type; }},
    {"issuer", [](const DocumentMeta& meta) { return meta.issuer; }},
    {"jurisdiction", [](const DocumentMeta& meta) { return meta.jurisdiction; }},
    {"date", [](const DocumentMeta& meta) { return iso(meta.date); }},
    {"title", [](const DocumentMeta& meta) { return meta.title; }},
    {"status", [](const DocumentMeta& meta) { return status(meta); }},
};

/// The first piece of evidence, or an empty one: edges of other indexes may have none.
const indexer::Evidence& proof(const indexer::GraphEdge& edge) {
    static const indexer::Evidence kNone;
    return edge.evidence.empty() ? kNone : edge.evidence.front();
}

using Reached = indexer::Reached;
constexpr Column<Reached> kReachedColumns[] = {
    {"id", [](const Reached& item) { return item.meta.id; }},
    {"relation", [](const Reached& item) { return std::string(name(item.edge.relation)); }},
    {"depth", [](const Reached& item) { return number(item.depth); }},
    {"path", [](const Reached& item) { return joined(item.path); }},
    {"number", [](const Reached& item) { return item.meta.number; }},
    {"type", [](const Reached& item) { return item.meta.type; }},
    {"issuer", [](const Reached& item) { return item.meta.issuer; }},
    {"jurisdiction", [](const Reached& item) { return item.meta.jurisdiction; }},
    {"date", [](const Reached& item) { return iso(item.meta.date); }},
    {"title", [](const Reached& item) { return item.meta.title; }},
    {"status", [](const Reached& item) { return status(item.meta); }},
    {"from", [](const Reached& item) { return item.edge.from; }},
    {"to", [](const Reached& item) { return item.edge.to; }},
    {"document", [](const Reached& item) { return proof(item.edge).document; }},
    {"start", [](const Reached& item) { return number(proof(item.edge).span.begin); }},
    {"end", [](const Reached& item) { return number(proof(item.edge).span.end); }},
    {"quote", [](const Reached& item) { return proof(item.edge).quote; }},
};

using Edge = indexer::GraphEdge;
constexpr Column<Edge> kEdgeColumns[] = {
    {"id", [](const Edge& edge) { return edge.from + " " + edge.to; }},
    {"from", [](const Edge& edge) { return edge.from; }},
    {"to", [](const Edge& edge) { return edge.to; }},
    {"relation", [](const Edge& edge) { return std::string(name(edge.relation)); }},
    {"evidence", [](const Edge& edge) { return number(edge.evidence.size()); }},
    {"document", [](const Edge& edge) { return proof(edge).document; }},
    {"start", [](const Edge& edge) { return number(proof(edge).span.begin); }},
    {"end", [](const Edge& edge) { return number(proof(edge).span.end); }},
    {"quote", [](const Edge& edge) { return proof(edge).quote; }},
};

using Task = indexer::TaskRecord;
using indexer::Role;

std::string deadline_surface(const Task& task) {
    return task.deadline ? task.deadline->surface : "";
}
std::string deadline_kind(const Task& task) {
    return task.deadline ? std::string(name(task.deadline->kind)) : "";
}
std::string deadline_from(const Task& task) {
    return task.deadline ? iso(task.deadline->from) : "";
}
std::string deadline_to(const Task& task) {
    return task.deadline ? iso(task.deadline->to) : "";
}

constexpr Column<Task> kTaskColumns[] = {
    {"id", [](const Task& task) { return task.id; }},
    {"document", [](const Task& task) { return task.document.id; }},
    {"number", [](const Task& task) { return task.document.number; }},
    {"date", [](const Task& task) { return iso(task.document.date); }},
    {"title", [](const Task& task) { return task.document.title; }},
    {"section", [](const Task& task) { return task.section; }},
    {"text", [](const Task& task) { return task.text; }},
    {"lead", [](const Task& task) { return bodies(task, Role::lead); }},
    {"support", [](const Task& task) { return bodies(task, Role::support); }},
    {"reports_to", [](const Task& task) { return bodies(task, Role::reports_to); }},
    {"deadline", deadline_surface},
    {"kind", deadline_kind},
    {"from", deadline_from},
    {"to", deadline_to},
    {"condition", [](const Task& task) { return task.condition; }},
    {"product", [](const Task& task) { return task.product ? task.product->quote : ""; }},
    {"product_kind", [](const Task& task) { return task.product ? task.product->kind : ""; }},
    {"cites", [](const Task& task) { return joined(task.cites); }},
    {"implements", [](const Task& task) { return joined(indexer::implemented_by(task)); }},
    {"start", [](const Task& task) { return number(task.span.begin); }},
    {"end", [](const Task& task) { return number(task.span.end); }},
};

using Body = indexer::BodyRecord;
constexpr Column<Body> kBodyColumns[] = {
    {"id", [](const Body& body) { return body.id; }},
    {"name", [](const Body& body) { return body.name; }},
    {"jurisdiction", [](const Body& body) { return body.jurisdiction; }},
    {"level", [](const Body& body) { return body.level; }},
    {"aliases", [](const Body& body) { return joined(body.aliases); }},
    {"lead", [](const Body& body) { return number(body.lead); }},
    {"support", [](const Body& body) { return number(body.support); }},
    {"reports_to", [](const Body& body) { return number(body.reports_to); }},
    {"documents", [](const Body& body) { return number(body.documents); }},
};

constexpr Column<WantedDocument> kWantedColumns[] = {
    {"id", [](const WantedDocument& item) { return item.meta.id; }},
    {"number", [](const WantedDocument& item) { return item.meta.number; }},
    {"type", [](const WantedDocument& item) { return item.meta.type; }},
    {"issuer", [](const WantedDocument& item) { return item.meta.issuer; }},
    {"jurisdiction", [](const WantedDocument& item) { return item.meta.jurisdiction; }},
    {"date", [](const WantedDocument& item) { return iso(item.meta.date); }},
    {"title", [](const WantedDocument& item) { return item.meta.title; }},
    {"count", [](const WantedDocument& item) { return number(item.count); }},
};

constexpr Column<SimilarDocument> kSimilarColumns[] = {
    {"id", [](const SimilarDocument& item) { return item.meta.id; }},
    {"number", [](const SimilarDocument& item) { return item.meta.number; }},
    {"type", [](const SimilarDocument& item) { return item.meta.type; }},
    {"issuer", [](const SimilarDocument& item) { return item.meta.issuer; }},
    {"jurisdiction", [](const SimilarDocument& item) { return item.meta.jurisdiction; }},
    {"date", [](const SimilarDocument& item) { return iso(item.meta.date); }},
    {"title", [](const SimilarDocument& item) { return item.meta.title; }},
    {"score", [](const SimilarDocument& item) { return std::to_string(item.score); }},
    {"shared", [](const SimilarDocument& item) { return joined(item.shared); }},
};

using Found = FoundCitation;
constexpr Column<Found> kCitationColumns[] = {
    {"id", [](const Found& item) { return item.mention.target; }},
    {"start", [](const Found& item) { return number(item.mention.span.begin); }},
    {"end", [](const Found& item) { return number(item.mention.span.end); }},
    {"surface", [](const Found& item) { return item.mention.surface; }},
    {"number", [](const Found& item) { return item.mention.number; }},
    {"type", [](const Found& item) { return item.mention.type; }},
    {"date", [](const Found& item) { return iso(item.mention.date); }},
    {"relation", [](const Found& item) { return std::string(name(item.mention.relation)); }},
    {"status",
     [](const Found& item) {
         return item.known ? std::string(name(item.mention.status)) : "unresolved";
     }},
    {"candidates", [](const Found& item) { return joined(item.mention.candidates); }},
};

bool needs_quotes(const std::string& value) {
    if (value.empty()) return false;
    return value.find_first_of(",\"\r\n") != std::string::npos || value.front() == ' ' ||
           value.back() == ' ';
}

}  // namespace

void append_csv_row(std::string& out, const std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += ',';
        if (!needs_quotes(values[i])) {
            out += values[i];
            continue;
        }
        out += '"';
        for (const char byte : values[i]) {
            if (byte == '"') out += '"';
            out += byte;
        }
        out += '"';
    }
    out += "\r\n";
}

std::string spreadsheet(std::string_view csv) {
    std::string out = "\xEF\xBB\xBF";
    bool quoted = false;
    bool starts = true;  // a cell, perhaps after its quote
    for (const char byte : csv) {
        if (byte == '"') {
            quoted = !quoted;
            out += byte;
            continue;
        }
        const bool formula = std::string_view("=+-@\t\r").find(byte) != std::string_view::npos;
        const bool line_end = byte == '\r' && !quoted;
        if (starts && formula && !line_end) out += '\'';
        out += byte;
        starts = !quoted && (byte == ',' || byte == '\n');
    }
    return out;
}

std::string csv(const SearchAnswer& answer) {
    return table(kHitColumns, answer.result.hits);
}
std::string csv(const std::vector<DocumentMeta>& rows) {
    return table(kDocumentColumns, rows);
}
std::string csv(const std::vector<Reached>& rows) {
    return table(kReachedColumns, rows);
}
std::string csv(const std::vector<Edge>& rows) {
    return table(kEdgeColumns, rows);
}
std::string csv(const std::vector<Task>& rows) {
    return table(kTaskColumns, rows);
}
std::string csv(const std::vector<Body>& rows) {
    return table(kBodyColumns, rows);
}
std::string csv(const std::vector<WantedDocument>& rows) {
    return table(kWantedColumns, rows);
}
std::string csv(const std::vector<SimilarDocument>& rows) {
    return table(kSimilarColumns, rows);
}
std::string csv(const std::vector<FoundCitation>& rows) {
    return table(kCitationColumns, rows);
}

}  // namespace tracuu::server
