#include "indexer/prepare/prepare.hpp"

#include <algorithm>
#include <numeric>

#include "analyzers/document_number.hpp"
#include "analyzers/gazetteer.hpp"
#include "indexer/prepare/passages.hpp"
#include "support/offset_index.hpp"
#include "support/utf8.hpp"

namespace tracuu::indexer {
namespace {

using analyzers::Citation;
using analyzers::Extraction;
using analyzers::NamedCitation;
using support::OffsetIndex;

std::string_view metadata(const corpus::Document& document, const char* key) {
    const auto found = document.metadata.find(key);
    return found == document.metadata.end() ? std::string_view() : found->second;
}

std::string first_of(std::string_view preferred, std::string_view other) {
    return std::string(preferred.empty() ? other : preferred);
}

std::string canonical_number(std::string_view text) {
    const auto number = analyzers::parse_document_number(text);
    return number ? number->canonical() : std::string();
}

DocumentMeta meta_of(const AnalyzedDocument& analyzed) {
    const analyzers::Header& header = analyzed.extraction.header;
    const corpus::Document& document = analyzed.document;
    const bool is_record = !document.record_id.empty();
    DocumentMeta meta;
    meta.number = header.number;
    if (meta.number.empty()) meta.number = canonical_number(metadata(document, "number"));
    meta.type = first_of(header.type, metadata(document, "type"));
    meta.issuer = first_of(header.issuer, metadata(document, "issuer"));
    meta.jurisdiction = first_of(header.jurisdiction, metadata(document, "jurisdiction"));
    // The title field of a record was given on purpose; that of a web page is often the site's.
    meta.title =
        is_record ? first_of(document.title, header.title) : first_of(header.title, document.title);
    meta.date = header.date ? header.date : Date::parse_iso(metadata(document, "date"));
    return meta;
}

Mention mention_of(const Citation& citation, std::string_view text, const OffsetIndex& offsets) {
    Mention mention;
    mention.span = offsets.code_points(citation.span);
    mention.clause = offsets.code_points(citation.clause);
    mention.surface = support::slice(text, citation.span);
    mention.number = citation.number;
    mention.type = citation.type;
    mention.issuer = citation.issuer;
    mention.title = citation.title;
    mention.pinpoint = citation.pinpoint;
    mention.date = citation.date;
    mention.relation = citation.relation;
    return mention;
}

Mention mention_of(const NamedCitation& named, std::string_view text, const OffsetIndex& offsets) {
    Mention mention;
    mention.span = offsets.code_points(named.span);
    mention.clause = offsets.code_points(named.clause);
    mention.surface = support::slice(text, named.span);
    mention.name = named.name;
    mention.date = named.date;
    return mention;
}

// Numbered and named citations in one list by position; `order[i]` is the place of citation i.
std::vector<Mention> merge_mentions(const Extraction& extraction, std::string_view text,
                                    const OffsetIndex& offsets, std::vector<std::uint32_t>& order) {
    std::vector<Mention> all;
    for (const Citation& one : extraction.citations) all.push_back(mention_of(one, text, offsets));
    for (const NamedCitation& one : extraction.named_citations) {
        all.push_back(mention_of(one, text, offsets));
    }
    std::vector<std::uint32_t> by_position(all.size());
    std::iota(by_position.begin(), by_position.end(), 0U);
    std::stable_sort(by_position.begin(), by_position.end(), [&](std::uint32_t a, std::uint32_t b) {
        return all[a].span.begin < all[b].span.begin;
    });
    std::vector<Mention> sorted;
    order.assign(all.size(), 0);
    for (const std::uint32_t from : by_position) {
        order[from] = static_cast<std::uint32_t>(sorted.size());
        sorted.push_back(std::move(all[from]));
    }
    order.resize(extraction.citations.size());
    return sorted;
}

std::vector<std::uint32_t> renumber(const std::vector<std::uint32_t>& indices,
                                    const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> result;
    for (const std::uint32_t index : indices) {
        if (index < order.size()) result.push_back(order[index]);
    }
    return result;
}

std::vector<BackMention> back_mentions(const Extraction& extraction, const OffsetIndex& offsets,
                                       const std::vector<std::uint32_t>& order) {
    std::vector<BackMention> all;
    for (const analyzers::BackReference& one : extraction.back_references) {
        if (!one.citation || *one.citation >= order.size()) continue;
        all.push_back({offsets.code_points(one.span), one.kind, order[*one.citation]});
    }
    return all;
}

std::vector<analyzers::Edge> asserted_edges(const Extraction& extraction,
                                            const std::vector<std::uint32_t>& order) {
    std::vector<analyzers::Edge> edges = extraction.edges;
    for (analyzers::Edge& edge : edges) {
        edge.evidence = renumber(edge.evidence, order);
        if (!edge.from_citation) continue;
        if (*edge.from_citation >= order.size()) {
            edge.from_citation.reset();
        } else {
            edge.from_citation = order[*edge.from_citation];
        }
    }
    return edges;
}

std::optional<DeadlineRecord> deadline_of(const analyzers::Task& task, std::string_view text,
                                          const OffsetIndex& offsets) {
    if (!task.deadline) return std::nullopt;
    DeadlineRecord record;
    record.surface = support::slice(text, task.deadline->span);
    record.kind = task.deadline->kind;
    record.from = task.deadline->from;
    record.to = task.deadline->to;
    record.inferred_year = task.deadline->inferred_year;
    record.condition = task.deadline->condition;
    record.span = offsets.code_points(task.deadline->span);
    return record;
}

void add_mentions(StoredTask& stored, const std::vector<std::uint32_t>& indices,
                  MandateOrigin origin, const std::vector<Mention>& mentions, std::string_view text,
                  const OffsetIndex& offsets) {
    for (const std::uint32_t index : indices) {
        if (index >= mentions.size()) continue;
        const bool gives_work =
            origin == MandateOrigin::heading || mentions[index].relation == Relation::implements;
        stored.mentions.push_back(
            {index, origin, gives_work ? quote_of(text, offsets, mentions[index]) : std::string()});
    }
}

StoredTask task_of(const analyzers::Task& task, std::string_view text, const OffsetIndex& offsets,
                   std::string_view jurisdiction) {
    StoredTask stored;
    TaskRecord& record = stored.record;
    record.section = task.section;
    record.text = support::slice(text, task.span);
    record.span = offsets.code_points(task.span);
    if (task.product) {
        record.product = {{task.product->kind,
                           std::string(support::slice(text, task.product->span)),
                           offsets.code_points(task.product->span)}};
    }
    record.condition = task.condition;
    record.deadline = deadline_of(task, text, offsets);
    for (const analyzers::TaskBody& body : task.bodies) {
        TaskBodyRecord made;
        made.id = analyzers::identify_body(body.name, jurisdiction).id;
        made.name = body.name;
        made.role = body.role;
        if (!body.span.empty()) made.span = offsets.code_points(body.span);
        record.bodies.push_back(std::move(made));
    }
    return stored;
}

// "57/2020/QH14#1": the record is a part of the document with that number.
std::vector<std::string> numbers_of_record(const AnalyzedDocument& analyzed,
                                           std::string_view own_number) {
    const std::string_view id = analyzed.document.record_id;
    if (id.empty()) return {};
    std::string number = canonical_number(id.substr(0, id.find('#')));
    if (number.empty() || number == own_number) return {};
    return {std::move(number)};
}

std::vector<Passage> passages_of(std::string_view text, const Extraction& extraction,
                                 const OffsetIndex& offsets) {
    std::vector<Passage> passages = cut_passages(text, extraction.sections);
    for (Passage& passage : passages) passage.code_point = offsets.code_point(passage.bytes.begin);
    return passages;
}

void fill_record(DocumentRecord& record, const AnalyzedDocument& analyzed,
                 const OffsetIndex& offsets) {
    record.meta = meta_of(analyzed);
    record.place = analyzed.extraction.header.place;
    record.signer = analyzed.extraction.header.signer;
    record.source = analyzed.document.source;
    record.format = corpus::name(analyzed.document.format);
    record.bytes = analyzed.document.text.size();
    record.modified_ns = analyzed.fingerprint.modified_ns;
    for (const analyzers::Section& section : analyzed.extraction.sections) {
        record.sections.push_back(
            {section.path, section.heading, offsets.code_points(section.span)});
    }
}

}  // namespace

StoredDocument prepare(const AnalyzedDocument& analyzed) {
    const std::string_view text = analyzed.document.text;
    const OffsetIndex offsets(text);
    StoredDocument stored;
    DocumentRecord& record = stored.record;
    fill_record(record, analyzed, offsets);
    stored.record_id = analyzed.document.record_id;
    stored.numbers = numbers_of_record(analyzed, record.meta.number);
    stored.passages = passages_of(text, analyzed.extraction, offsets);
    stored.block_ends = block_ends(stored.passages);
    std::vector<std::uint32_t> order;
    record.mentions = merge_mentions(analyzed.extraction, text, offsets, order);
    record.back_mentions = back_mentions(analyzed.extraction, offsets, order);
    stored.asserted = asserted_edges(analyzed.extraction, order);
    for (const analyzers::Task& task : analyzed.extraction.tasks) {
        stored.tasks.push_back(task_of(task, text, offsets, record.meta.jurisdiction));
        add_mentions(stored.tasks.back(), renumber(task.citations, order), MandateOrigin::task,
                     record.mentions, text, offsets);
        add_mentions(stored.tasks.back(), renumber(task.heading_citations, order),
                     MandateOrigin::heading, record.mentions, text, offsets);
    }
    record.tasks = static_cast<std::uint32_t>(stored.tasks.size());
    record.passages = static_cast<std::uint32_t>(stored.passages.size());
    return stored;
}

std::string quote_of(std::string_view text, const OffsetIndex& offsets, const Mention& mention) {
    constexpr std::uint32_t kLongest = 400;
    const CodePointRange span = mention.span;
    CodePointRange clause = mention.clause.end > mention.clause.begin ? mention.clause : span;
    if (clause.end - clause.begin > kLongest) {
        const std::uint32_t before = (kLongest - std::min(kLongest, span.end - span.begin)) / 2;
        clause.begin = std::max(clause.begin, span.begin - std::min(span.begin, before));
        clause.end = std::min(clause.end, clause.begin + kLongest);
    }
    const std::string_view piece = support::slice(text, offsets.bytes(clause));
    std::string quote;
    bool space = false;
    for (std::size_t at = 0; at < piece.size();) {
        const support::Decoded decoded = support::decode(piece, at);
        const bool blank = decoded.code_point <= ' ' || decoded.code_point == 0xA0;
        if (!blank) {
            if (space && !quote.empty()) quote.push_back(' ');
            quote.append(piece.substr(at, decoded.length));
        }
        space = blank;
        at += decoded.length;
    }
    return quote;
}

}  // namespace tracuu::indexer
