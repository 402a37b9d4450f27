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
    out.strings(record.implements);
    out.string(record.product);
    out.numbers(task.mentions);
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
    record.implements = in.strings();
    record.product = in.string();
    task.mentions = in.numbers();
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
