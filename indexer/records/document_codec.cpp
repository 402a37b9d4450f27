#include "indexer/records/document_codec.hpp"

#include "indexer/record.hpp"
#include "indexer/records/facet_codec.hpp"

namespace tracuu::indexer {
namespace {

void put(RecordWriter& out, const DocumentMeta& meta) {
    out.string(meta.id);
    out.flag(meta.present);
    out.string(meta.number);
    out.string(meta.type);
    out.string(meta.issuer);
    out.string(meta.jurisdiction);
    out.string(meta.title);
    out.date(meta.date);
}

DocumentMeta get_meta(RecordReader& in) {
    DocumentMeta meta;
    meta.id = in.string();
    meta.present = in.flag();
    meta.number = in.string();
    meta.type = in.string();
    meta.issuer = in.string();
    meta.jurisdiction = in.string();
    meta.title = in.string();
    meta.date = in.date();
    return meta;
}

void put(RecordWriter& out, const Passage& passage) {
    out.range(passage.bytes);
    out.number(passage.code_point);
}

Passage get_passage(RecordReader& in) {
    Passage passage;
    passage.bytes = in.byte_range();
    passage.code_point = in.number32();
    return passage;
}

void put(RecordWriter& out, const SectionRecord& section) {
    out.string(section.path);
    out.string(section.heading);
    out.range(section.span);
}

SectionRecord get_section(RecordReader& in) {
    SectionRecord section;
    section.path = in.string();
    section.heading = in.string();
    section.span = in.code_points();
    return section;
}

void put(RecordWriter& out, const Mention& mention) {
    out.range(mention.span);
    out.range(mention.clause);
    for (const std::string* text : {&mention.surface, &mention.number, &mention.name, &mention.type,
                                    &mention.issuer, &mention.title, &mention.pinpoint}) {
        out.string(*text);
    }
    out.date(mention.date);
    out.number(static_cast<std::uint64_t>(mention.relation));
    out.number(static_cast<std::uint64_t>(mention.status));
    out.string(mention.target);
    out.strings(mention.candidates);
    out.string(mention.rule);
}

Mention get_mention(RecordReader& in) {
    Mention mention;
    mention.span = in.code_points();
    mention.clause = in.code_points();
    for (std::string* text : {&mention.surface, &mention.number, &mention.name, &mention.type,
                              &mention.issuer, &mention.title, &mention.pinpoint}) {
        *text = in.string();
    }
    mention.date = in.date();
    mention.relation = in.enumerator(Relation::repeals);
    mention.status = in.enumerator(ResolutionStatus::conflict);
    mention.target = in.string();
    mention.candidates = in.strings();
    mention.rule = in.string();
    return mention;
}

void put(RecordWriter& out, const BackMention& back) {
    out.range(back.span);
    out.number(static_cast<std::uint64_t>(back.kind));
    out.number(back.mention);
}

BackMention get_back_mention(RecordReader& in) {
    BackMention back;
    back.span = in.code_points();
    back.kind = in.enumerator(analyzers::BackReferenceKind::anaphor);
    back.mention = in.number32();
    return back;
}

void put(RecordWriter& out, const analyzers::Edge& edge) {
    out.string(edge.from);
    out.string(edge.to);
    out.number(static_cast<std::uint64_t>(edge.relation));
    out.numbers(edge.evidence);
    out.number(edge.from_citation ? std::uint64_t{*edge.from_citation} + 1 : 0);
}

analyzers::Edge get_asserted(RecordReader& in) {
    analyzers::Edge edge;
    edge.from = in.string();
    edge.to = in.string();
    edge.relation = in.enumerator(Relation::repeals);
    edge.evidence = in.numbers();
    const std::uint64_t from = in.number();
    if (from != 0) edge.from_citation = static_cast<std::uint32_t>(from - 1);
    return edge;
}

void put_outline(RecordWriter& out, const StoredDocument& document, std::string_view text) {
    put(out, document.record.meta);
    out.strings(bodies_of(document));
    out.list(document.passages, [&](const Passage& one) { put(out, one); });
    out.numbers(document.block_ends);
    out.list(document.record.sections, [&](const SectionRecord& one) { put(out, one); });
    out.string(has_text_within(document.block_ends) ? text : std::string_view());
}

DocumentOutline get_outline(RecordReader& in) {
    DocumentOutline outline;
    outline.meta = get_meta(in);
    outline.bodies = in.strings();
    outline.passages = in.list([&] { return get_passage(in); });
    outline.block_ends = in.numbers();
    outline.sections = in.list([&] { return get_section(in); });
    outline.text = in.string();
    return outline;
}

// After the ends of an edge.
GraphEdge get_edge(RecordReader& in, std::string from, std::string to) {
    GraphEdge edge{std::move(from), std::move(to), in.enumerator(Relation::repeals), {}};
    edge.evidence = in.list([&] {
        Evidence evidence;
        evidence.document = in.string();
        evidence.span = in.code_points();
        evidence.quote = in.string();
        return evidence;
    });
    return edge;
}

void skip_edge(RecordReader& in) {
    static_cast<void>(in.enumerator(Relation::repeals));
    for (std::uint32_t left = in.count(); left > 0; --left) {
        static_cast<void>(in.view());
        static_cast<void>(in.code_points());
        static_cast<void>(in.view());
    }
}

constexpr std::uint32_t kShortText = 8192;  // bytes: not to be in the way of who wants the meta
constexpr std::string_view kDocument = "document record";
constexpr std::string_view kEdges = "edges record";

}  // namespace

bool has_text_within(const std::vector<std::uint32_t>& block_ends) noexcept {
    constexpr std::uint32_t kShort = 4096;  // bytes: not to be in the way of who wants the meta
    return block_ends.size() == 1 && block_ends.front() <= kShort;
}

std::string encode_document(const StoredDocument& document, std::string_view text) {
    RecordWriter out;
    const DocumentRecord& record = document.record;
    put_outline(out, document, text);
    for (const std::string* field : {&record.place, &record.signer, &record.source, &record.format,
                                     &document.file, &document.record_id}) {
        out.string(*field);
    }
    out.number(record.bytes);
    out.signed_number(record.modified_ns);
    out.number(record.tasks);
    out.strings(document.numbers);
    out.list(record.mentions, [&](const Mention& one) { put(out, one); });
    out.list(record.back_mentions, [&](const BackMention& one) { put(out, one); });
    out.list(document.asserted, [&](const analyzers::Edge& one) { put(out, one); });
    out.strings(document.cites);
    out.strings(document.implements);
    return out.take();
}

DocumentMeta decode_meta(std::string_view bytes) {
    RecordReader in(kDocument, bytes);
    return get_meta(in);
}

DocumentOutline decode_outline(std::string_view bytes) {
    RecordReader in(kDocument, bytes);
    return get_outline(in);
}

StoredDocument decode_document(std::string_view bytes) {
    RecordReader in(kDocument, bytes);
    StoredDocument document;
    DocumentRecord& record = document.record;
    DocumentOutline outline = get_outline(in);
    record.meta = std::move(outline.meta);
    record.sections = std::move(outline.sections);
    document.passages = std::move(outline.passages);
    document.block_ends = std::move(outline.block_ends);
    for (std::string* text : {&record.place, &record.signer, &record.source, &record.format,
                              &document.file, &document.record_id}) {
        *text = in.string();
    }
    record.bytes = in.number();
    record.modified_ns = in.signed_number();
    record.tasks = in.number32();
    document.numbers = in.strings();
    record.mentions = in.list([&] { return get_mention(in); });
    record.back_mentions = in.list([&] { return get_back_mention(in); });
    document.asserted = in.list([&] { return get_asserted(in); });
    document.cites = in.strings();
    document.implements = in.strings();
    record.passages = static_cast<std::uint32_t>(document.passages.size());
    record.cites = static_cast<std::uint32_t>(document.cites.size());
    in.expect_end();
    return document;
}

std::string encode_meta(const DocumentMeta& meta) {
    RecordWriter out;
    put(out, meta);
    return out.take();
}

std::string encode_edges(const std::vector<GraphEdge>& edges) {
    RecordWriter out;
    out.list(edges, [&](const GraphEdge& edge) {
        out.string(edge.from);
        out.string(edge.to);
        out.number(static_cast<std::uint64_t>(edge.relation));
        out.list(edge.evidence, [&](const Evidence& evidence) {
            out.string(evidence.document);
            out.range(evidence.span);
            out.string(evidence.quote);
        });
    });
    return out.take();
}

std::vector<GraphEdge> decode_edges(std::string_view bytes) {
    RecordReader in(kEdges, bytes);
    auto edges = in.list([&] {
        std::string from = in.string();
        std::string to = in.string();
        return get_edge(in, std::move(from), std::move(to));
    });
    in.expect_end();
    return edges;
}

std::optional<GraphEdge> decode_edge(std::string_view bytes, std::string_view to) {
    RecordReader in(kEdges, bytes);
    for (std::uint32_t left = in.count(); left > 0; --left) {
        const std::string_view from = in.view();
        const std::string_view end = in.view();
        if (end == to) return get_edge(in, std::string(from), std::string(end));
        skip_edge(in);
    }
    return std::nullopt;
}

}  // namespace tracuu::indexer
