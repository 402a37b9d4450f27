#include "indexer/record.hpp"

#include <limits>
#include <random>

#include "indexer/records/document_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/task_index.hpp"
#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

StoredDocument sample() {
    StoredDocument document;
    DocumentRecord& record = document.record;
    record.meta = {"26-kh-tu.binh-dinh",
                   true,
                   "26-KH/TU",
                   "Kế hoạch",
                   "Tỉnh ủy Bình Định",
                   "Bình Định",
                   "Thực hiện nghị quyết",
                   Date::of(2018, 3, 15)};
    record.place = "Quy Nhơn";
    record.source = "a.txt";
    record.format = "text";
    record.bytes = 123;
    record.modified_ns = -5;
    record.sections = {{"", "", {0, 4}}, {"I.1", "Mục", {4, 100}}};
    Mention mention;
    mention.span = {10, 18};
    mention.number = "18-NQ/TW";
    mention.date = Date::of(2017, 10, 25);
    mention.relation = Relation::implements;
    mention.status = ResolutionStatus::ambiguous;
    mention.candidates = {"a", "b"};
    record.mentions = {mention, Mention{}};
    record.back_mentions = {{{7, 9}, analyzers::BackReferenceKind::anaphor, 1}};
    record.passages = 1;
    record.cites = 1;
    record.tasks = 7;
    document.file = "a.txt";
    document.record_id = "r1";
    document.numbers = {"1/NQ-CP"};
    document.passages = {{{0, 123}, 0}};
    document.block_ends = {123};
    analyzers::Edge edge;
    edge.from = "self";
    edge.to = "18-NQ/TW";
    edge.evidence = {0, 1};
    edge.from_citation = 0;
    document.asserted = {edge};
    document.cites = {"x"};
    document.implements = {"x"};
    return document;
}

bool is_corrupt(const std::string& bytes) {
    try {
        static_cast<void>(decode_document(bytes));
    } catch (const support::Error& error) {
        CHECK(error.code() == support::ErrorCode::index_corrupt);
        return true;
    }
    return false;
}

}  // namespace

TEST_CASE("Numbers of all sizes come back") {
    RecordWriter out;
    const std::vector<std::uint64_t> values{
        0, 1, 127, 128, 300, 0xFFFFFFFFU, std::numeric_limits<std::uint64_t>::max()};
    for (const std::uint64_t value : values) out.number(value);
    for (const std::int64_t value :
         {std::int64_t{0}, std::int64_t{-1}, std::int64_t{63},
          std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        out.signed_number(value);
    }
    RecordReader in("test", out.bytes());
    for (const std::uint64_t value : values) CHECK(in.number() == value);
    CHECK(in.signed_number() == 0);
    CHECK(in.signed_number() == -1);
    CHECK(in.signed_number() == 63);
    CHECK(in.signed_number() == std::numeric_limits<std::int64_t>::min());
    CHECK(in.signed_number() == std::numeric_limits<std::int64_t>::max());
    in.expect_end();
}

TEST_CASE("A document record comes back whole") {
    const StoredDocument document = sample();
    const std::string bytes = encode_document(document);
    const StoredDocument back = decode_document(bytes);
    CHECK(encode_document(back) == bytes);
    CHECK(back.record.meta.date == document.record.meta.date);
    CHECK(back.record.mentions[0].candidates == document.record.mentions[0].candidates);
    REQUIRE(back.record.back_mentions.size() == 1);
    CHECK(back.record.back_mentions[0].span == document.record.back_mentions[0].span);
    CHECK(back.record.back_mentions[0].mention == 1);
    CHECK(back.record.sections[1].span == document.record.sections[1].span);
    CHECK(back.record.modified_ns == -5);
    CHECK(back.asserted[0].from_citation == 0U);
    CHECK(decode_meta(bytes).title == "Thực hiện nghị quyết");
    CHECK(decode_outline(bytes).passages[0].bytes.end == 123);
}

TEST_CASE("A short text stands in the record of its document, a longer one does not") {
    StoredDocument document = sample();
    for (const std::uint32_t size : {0U, 1U, 4096U, 4097U}) {
        CAPTURE(size);
        const std::string text(size, 'a');
        document.block_ends = {size};
        const DocumentOutline outline = decode_outline(encode_document(document, text));
        CHECK(has_text_within(outline.block_ends) == (size <= 4096));
        CHECK(outline.text == (size <= 4096 ? text : ""));
    }
    document.block_ends = {100, 200};
    CHECK(decode_outline(encode_document(document, std::string(200, 'a'))).text.empty());
    CHECK(decode_outline(encode_document(document)).block_ends == document.block_ends);
}

TEST_CASE("A task, a body and a file record come back whole") {
    StoredTask task;
    task.record.id = "d~1";
    task.record.text = "Giao Sở Nội vụ";
    task.record.bodies = {{"so-noi-vu", "Sở Nội vụ", Role::support, CodePointRange{1, 2}},
                          {"x", "X", Role::lead, std::nullopt}};
    task.record.deadline = DeadlineRecord{
        "quý II", DeadlineKind::in, Date::of(2018, 4, 1), Date::of(2018, 6, 30), true, "", {3, 9}};
    task.record.document.id = "d";
    task.record.mandates = {{"a", MandateOrigin::heading, {"d", {1, 9}, "thực hiện A"}},
                            {"b", MandateOrigin::document, {}}};
    task.record.condition = "sau khi hợp nhất";
    task.record.product = {{"đề án", "Đề án sáp nhập", {3, 17}}};
    task.mentions = {{4, MandateOrigin::task, "q"}, {5, MandateOrigin::heading, ""}};
    const std::string bytes = encode_task(task);
    CHECK(encode_task(decode_task(bytes)) == bytes);
    const TaskRecord back = decode_task(bytes).record;
    CHECK(back.deadline->inferred_year);
    CHECK(back.product->quote == "Đề án sáp nhập");
    CHECK(back.mandates[0].evidence.document == "d");
    CHECK(back.mandates[0].evidence.quote == "thực hiện A");
    CHECK(implemented_by(back) == std::vector<DocumentId>{"a", "b"});
    const BodyRecord body{"b", "B", "Kon Tum", "province", {"b1", "b2"}, 1, 2, 3, 4};
    CHECK(encode_body(decode_body(encode_body(body))) == encode_body(body));
    const FileRecord file{"p", {1, 2}, 3, {{"p#1", "empty"}}};
    CHECK(encode_file(decode_file(encode_file(file))) == encode_file(file));
}

TEST_CASE("Every cut of a record is reported as damage") {
    const std::string bytes = encode_document(sample());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        CAPTURE(size);
        CHECK(is_corrupt(bytes.substr(0, size)));
    }
    CHECK(is_corrupt(bytes + "x"));
}

TEST_CASE("Random damage is an error or another record, never worse") {
    std::mt19937 random(7);
    const std::string bytes = encode_document(sample());
    for (int i = 0; i < 5000; ++i) {
        std::string damaged = bytes;
        for (int k = 0; k < 3; ++k)
            damaged[random() % damaged.size()] = static_cast<char>(random());
        static_cast<void>(is_corrupt(damaged));
    }
    // A list that claims to be endless takes no memory.
    CHECK(is_corrupt(std::string("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 9)));
}
