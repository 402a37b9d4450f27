#include "indexer/records/task_codec.hpp"

#include "indexer/record.hpp"
#include "indexer/records/document_codec.hpp"

namespace tracuu::indexer {
namespace {

void put(RecordWriter& out, const TaskBodyRecord& body) {
    out.string(body.id);
    out.string(body.name);
    out.number(static_cast<std::uint64_t>(body.role));
    out.flag(body.span.has_value());
    if (body.span) out.range(*body.span);
}

TaskBodyRecord get_task_body(RecordReader& in) {
    TaskBodyRecord body;
    body.id = in.string();
    body.name = in.string();
    body.role = in.enumerator(Role::reports_to);
    if (in.flag()) body.span = in.code_points();
    return body;
}

void put(RecordWriter& out, const Mandate& mandate) {
    out.string(mandate.id);
    out.number(static_cast<std::uint64_t>(mandate.origin));
    if (mandate.origin == MandateOrigin::document) return;
    out.range(mandate.evidence.span);
    out.string(mandate.evidence.quote);
}

Mandate get_mandate(RecordReader& in, const DocumentId& document) {
    Mandate mandate;
    mandate.id = in.string();
    mandate.origin = in.enumerator(MandateOrigin::document);
    if (mandate.origin == MandateOrigin::document) return mandate;
    mandate.evidence.document = document;
    mandate.evidence.span = in.code_points();
    mandate.evidence.quote = in.string();
    return mandate;
}

void put(RecordWriter& out, const std::optional<ProductRecord>& product) {
    out.flag(product.has_value());
    if (!product) return;
    out.string(product->kind);
    out.string(product->quote);
    out.range(product->span);
}

std::optional<ProductRecord> get_product(RecordReader& in) {
    if (!in.flag()) return std::nullopt;
    ProductRecord product;
    product.kind = in.string();
    product.quote = in.string();
    product.span = in.code_points();
    return product;
}

void put(RecordWriter& out, const TaskMention& mention) {
    out.number(mention.mention);
    out.number(static_cast<std::uint64_t>(mention.origin));
    out.string(mention.quote);
}

TaskMention get_task_mention(RecordReader& in) {
    TaskMention mention;
    mention.mention = in.number32();
    mention.origin = in.enumerator(MandateOrigin::document);
    mention.quote = in.string();
    return mention;
}

void put(RecordWriter& out, const std::optional<DeadlineRecord>& deadline) {
    out.flag(deadline.has_value());
    if (!deadline) return;
    out.string(deadline->surface);
    out.number(static_cast<std::uint64_t>(deadline->kind));
    out.date(deadline->from);
    out.date(deadline->to);
    out.flag(deadline->inferred_year);
    out.string(deadline->condition);
    out.range(deadline->span);
}

std::optional<DeadlineRecord> get_deadline(RecordReader& in) {
    if (!in.flag()) return std::nullopt;
    DeadlineRecord deadline;
    deadline.surface = in.string();
    deadline.kind = in.enumerator(DeadlineKind::continuous);
    deadline.from = in.date();
    deadline.to = in.date();
    deadline.inferred_year = in.flag();
    deadline.condition = in.string();
    deadline.span = in.code_points();
    return deadline;
}

}  // namespace

std::string encode_task(const StoredTask& task) {
    const TaskRecord& record = task.record;
    RecordWriter out;
    out.string(record.id);
    out.string(encode_meta(record.document));
    out.string(record.section);
    out.string(record.text);
    out.range(record.span);
    out.list(record.bodies, [&](const TaskBodyRecord& one) { put(out, one); });
    put(out, record.deadline);
    out.strings(record.cites);
    out.list(record.mandates, [&](const Mandate& one) { put(out, one); });
    out.string(record.condition);
    put(out, record.product);
    out.list(task.mentions, [&](const TaskMention& one) { put(out, one); });
    return out.take();
}

StoredTask decode_task(std::string_view bytes) {
    RecordReader in("task record", bytes);
    StoredTask task;
    TaskRecord& record = task.record;
    record.id = in.string();
    record.document = decode_meta(in.view());
    record.section = in.string();
    record.text = in.string();
    record.span = in.code_points();
    record.bodies = in.list([&] { return get_task_body(in); });
    record.deadline = get_deadline(in);
    record.cites = in.strings();
    record.mandates = in.list([&] { return get_mandate(in, record.document.id); });
    record.condition = in.string();
    record.product = get_product(in);
    task.mentions = in.list([&] { return get_task_mention(in); });
    in.expect_end();
    return task;
}

std::string encode_body(const BodyRecord& body) {
    RecordWriter out;
    for (const std::string* text : {&body.id, &body.name, &body.jurisdiction, &body.level}) {
        out.string(*text);
    }
    out.strings(body.aliases);
    for (const std::uint32_t count : {body.lead, body.support, body.reports_to, body.documents}) {
        out.number(count);
    }
    return out.take();
}

BodyRecord decode_body(std::string_view bytes) {
    RecordReader in("body record", bytes);
    BodyRecord body;
    for (std::string* text : {&body.id, &body.name, &body.jurisdiction, &body.level}) {
        *text = in.string();
    }
    body.aliases = in.strings();
    for (std::uint32_t* count : {&body.lead, &body.support, &body.reports_to, &body.documents}) {
        *count = in.number32();
    }
    in.expect_end();
    return body;
}

std::string encode_file(const FileRecord& file) {
    RecordWriter out;
    out.string(file.path);
    out.number(file.fingerprint.size);
    out.signed_number(file.fingerprint.modified_ns);
    out.number(file.documents);
    out.list(file.rejections, [&](const corpus::Rejection& one) {
        out.string(one.source);
        out.string(one.reason);
    });
    return out.take();
}

FileRecord decode_file(std::string_view bytes) {
    RecordReader in("file record", bytes);
    FileRecord file;
    file.path = in.string();
    file.fingerprint.size = in.number();
    file.fingerprint.modified_ns = in.signed_number();
    file.documents = in.number();
    file.rejections = in.list([&] {
        corpus::Rejection rejection;
        rejection.source = in.string();
        rejection.reason = in.string();
        return rejection;
    });
    in.expect_end();
    return file;
}

}  // namespace tracuu::indexer
