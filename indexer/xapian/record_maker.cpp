#include "indexer/xapian/record_maker.hpp"

#include <algorithm>
#include <string>

#include "analyzers/letter.hpp"
#include "indexer/completion.hpp"
#include "indexer/node_order.hpp"
#include "indexer/query/parser.hpp"
#include "indexer/rank/document_view.hpp"
#include "indexer/records/document_codec.hpp"
#include "indexer/records/facet_codec.hpp"
#include "indexer/records/task_facets.hpp"
#include "indexer/schema.hpp"
#include "indexer/tasks.hpp"
#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {
namespace {

Xapian::valueno slot(Slot value) {
    return static_cast<Xapian::valueno>(value);
}

Xapian::Document new_record(Kind kind, std::string_view id) {
    Xapian::Document record;
    record.add_boolean_term(kind_term(kind));
    record.add_boolean_term(unique_term(kind, id));
    return record;
}

void add_exact(Xapian::Document& record, Field field, std::string_view value) {
    if (!value.empty()) record.add_boolean_term(term(field, value));
}

void add_field_words(Xapian::Document& record, Field field, std::string_view value) {
    for (const QueryWord& word : query_words(value)) add_exact(record, field, word.folded);
}

std::string digits(const std::optional<Date>& date) {
    return date ? std::to_string(date->number()) : std::string();
}

void add_relations(Xapian::Document& record, const StoredDocument& document) {
    for (const DocumentId& id : document.cites) add_exact(record, Field::cites, id);
    for (const DocumentId& id : document.implements) add_exact(record, Field::implements, id);
}

void add_numbers(Xapian::Document& record, const StoredDocument& document) {
    for (const std::string& number : searchable_numbers(document)) {
        add_exact(record, Field::number, number);
    }
    for (const std::string& number : own_numbers(document)) {
        add_exact(record, Field::own_number, number);
        add_field_words(record, Field::number_word, number);
    }
    add_exact(record, Field::number_prefix, squeeze(document.record.meta.number));
}

void add_filters(Xapian::Document& record, const StoredDocument& document) {
    const DocumentMeta& meta = document.record.meta;
    add_exact(record, Field::type, analyzers::slug(meta.type));
    add_exact(record, Field::jurisdiction, analyzers::slug(meta.jurisdiction));
    add_exact(record, Field::issuer, analyzers::slug(meta.issuer));
    add_field_words(record, Field::type_word, meta.type);
    add_field_words(record, Field::place_word, meta.jurisdiction);
    add_field_words(record, Field::issuer_word, meta.issuer);
    if (meta.date) add_exact(record, Field::year, std::to_string(meta.date->year()));
    for (const std::string& body : bodies_of(document)) add_exact(record, Field::body, body);
    add_exact(record, Field::source, document.file);
}

}  // namespace

MadeRecord RecordMaker::document(const StoredDocument& document, const DocumentTokens& tokens) {
    const DocumentMeta& meta = document.record.meta;
    MadeRecord made{new_record(Kind::document, meta.id),
                    encode_document(document, tokens.text().text)};
    for (std::size_t part = 0; part < tokens.size(); ++part) {
        add_words(made, tokens.part(part).tokens);
    }
    Xapian::Document& record = made.entry;
    for (const QueryWord& word : query_words(meta.title)) {
        record.add_boolean_term(term(Field::title, word.folded));
    }
    add_numbers(record, document);
    add_filters(record, document);
    add_relations(record, document);
    record.add_value(slot(Slot::date), digits(meta.date));
    record.add_value(slot(Slot::newest), newest_order(meta));
    record.add_value(slot(Slot::facets), encode_facets(meta, bodies_of(document)));
    return made;
}

// Tokens are far shorter than a term may be, so the terms need no shortening.
void RecordMaker::add_words(MadeRecord& record, const analyzers::SearchTokens& tokens) {
    counter_.count(tokens);
    counter_.each_word([&](std::string_view word) {
        name_.assign(prefix(Field::word)).append(word);
        record.entry.add_boolean_term(name_);
    });
    counter_.each_pair([&](std::string_view first, std::string_view second, std::uint32_t) {
        record.pairs.emplace_back(first, second);
    });
}

std::size_t RecordMaker::count(const StoredDocument& document) {
    return 1 + document.tasks.size();
}

std::vector<std::string_view> RecordMaker::blocks(const StoredDocument& document,
                                                  std::string_view text) {
    std::vector<std::string_view> blocks;
    if (has_text_within(document.block_ends)) return blocks;
    std::uint32_t begin = 0;
    for (const std::uint32_t end : document.block_ends) {
        blocks.push_back(text.substr(begin, end - begin));
        begin = end;
    }
    return blocks;
}

MadeRecord RecordMaker::edges(std::string_view from, const std::vector<GraphEdge>& edges) {
    Xapian::Document record = new_record(Kind::edges, from);
    for (const GraphEdge& edge : edges) add_exact(record, Field::cited, edge.to);
    return {std::move(record), encode_edges(edges)};
}

MadeRecord RecordMaker::task(const StoredTask& task, std::size_t ordinal) {
    const TaskRecord& fields = task.record;
    Xapian::Document record = new_record(Kind::task, fields.id);
    add_exact(record, Field::owner, fields.document.id);
    add_exact(record, Field::jurisdiction, analyzers::slug(fields.document.jurisdiction));
    add_field_words(record, Field::task_word, fields.text);
    for (const TaskBodyRecord& body : fields.bodies) {
        const char role = role_letter(body.role);
        add_exact(record, Field::body, body.id);
        record.add_boolean_term(task_body_term(role, body.id));
        add_exact(record, Field::task_role, std::string(1, role));
    }
    for (const Mandate& one : fields.mandates) add_exact(record, Field::implements, one.id);
    for (const std::string_view kind : kinds_of(fields)) add_exact(record, Field::task_kind, kind);
    if (fields.product) {
        add_exact(record, Field::task_product, analyzers::slug(fields.product->kind));
    }
    if (fields.deadline) record.add_value(slot(Slot::due_end), digits(fields.deadline->to));
    record.add_value(slot(Slot::task_facets), encode_task_facets(fields));
    record.add_value(slot(Slot::due), digits(due_date(fields)));
    record.add_value(slot(Slot::task_order), task_order(fields, ordinal));
    return {std::move(record), encode_task(task)};
}

MadeRecord RecordMaker::absent(const DocumentMeta& meta) {
    Xapian::Document record = new_record(Kind::absent, meta.id);
    add_exact(record, Field::own_number, meta.number);
    add_exact(record, Field::number_prefix, squeeze(meta.number));
    return {std::move(record), encode_meta(meta)};
}

MadeRecord RecordMaker::body(const BodyRecord& body) {
    Xapian::Document record = new_record(Kind::body, body.id);
    for (const std::string& slug : slugs_of(body)) add_exact(record, Field::body_name, slug);
    for (const std::string& name : names_of(body)) {
        add_field_words(record, Field::body_word, name);
    }
    return {std::move(record), encode_body(body)};
}

MadeRecord RecordMaker::file(const FileRecord& file) {
    Xapian::Document record = new_record(Kind::file, file.path);
    return {std::move(record), encode_file(file)};
}

}  // namespace tracuu::indexer
