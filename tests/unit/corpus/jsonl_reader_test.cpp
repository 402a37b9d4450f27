#include "corpus/readers/jsonl_reader.hpp"

#include <stdexcept>
#include <string>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/unit/corpus/collected.hpp"

using namespace tracuu::corpus;
using tracuu::tests::collect;
using tracuu::tests::TemporaryFolder;

TEST_CASE("Every line is a document with its id as source and record id") {
    const TemporaryFolder folder;
    const auto file = folder.write("laws.jsonl",
                                   "\xEF\xBB\xBF{\"id\":\"57/2020/QH14#1\",\"title\":\"Luật\","
                                   "\"text\":\"Thanh niên\",\"issuer\":\"Quốc hội\"}\r\n"
                                   "\n  \n{\"id\":\"b\",\"text\":\"c\"}");
    const auto all = collect(JsonlReader(), file);
    CHECK(all.rejections.empty());
    REQUIRE(all.documents.size() == 2);
    const Document& first = all.documents[0];
    CHECK(first.source == file.string() + "#57/2020/QH14#1");
    CHECK(first.record_id == "57/2020/QH14#1");
    CHECK(first.title == "Luật");
    CHECK(first.text == "Thanh niên");
    CHECK(first.metadata.at("issuer") == "Quốc hội");
    CHECK(first.format == Format::jsonl);
    CHECK(all.documents[1].record_id == "b");
}

TEST_CASE("Bad lines are rejected with their number and the others go on") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.jsonl",
                                   "{\"id\":\"a\",\"text\":\"x\"}\n"
                                   "not json\n"
                                   "{\"id\":\"b\",\"text\":\" \"}\n"
                                   "{\"id\":\"c\"}\n"
                                   "{\"id\":\"d\",\"text\":\"x\\u0000\"}\n"
                                   "{\"id\":\"a\",\"text\":\"again\"}\n"
                                   "{\"id\":\"e\\nf\",\"text\":\"x\"}\n"
                                   "{\"id\":\"b\",\"text\":\"good now\"}\n");
    const auto all = collect(JsonlReader(), file);
    REQUIRE(all.documents.size() == 2);
    CHECK(all.documents[1].record_id == "b");
    const std::vector<std::pair<int, std::string>> expected{
        {2, "not valid JSON at byte 2"},
        {3, "`text`: empty"},
        {4, "`text`: empty"},
        {5, "`text`: binary: NUL byte at offset 1"},
        {6, "`id` a stood before"},
        {7, "`id` has control characters"}};
    REQUIRE(all.rejections.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(all.rejections[i].source == file.string() + ":" + std::to_string(expected[i].first));
        CHECK(all.rejections[i].reason == expected[i].second);
    }
}

TEST_CASE("Limits hold for the file, a record and an id") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.jsonl",
                                   "{\"id\":\"a\",\"text\":\"1234567890\"}\n"
                                   "{\"id\":\"b\",\"text\":\"1\"}\n"
                                   "{\"id\":\"" +
                                       std::string(600, 'i') + "\",\"text\":\"x\"}\n");
    const auto small = collect(JsonlReader(ReadLimits{.document_bytes = 25}), file);
    REQUIRE(small.documents.size() == 1);
    CHECK(small.documents[0].record_id == "b");
    REQUIRE(small.rejections.size() == 2);
    CHECK(small.rejections[0].reason == "record beyond the size limit");
    CHECK(collect(JsonlReader(), file).rejections.at(0).reason == "`id` is longer than 512 bytes");
    CHECK(collect(JsonlReader(ReadLimits{.file_bytes = 10}), file)
              .only_reason()
              .ends_with("bytes, limit 10"));
}

TEST_CASE("A file of another encoding, a folder and a missing file are one rejection") {
    const TemporaryFolder folder;
    const std::string wide("\xFF\xFE{\0\n\0}\0\n\0", 10);
    CHECK(collect(JsonlReader(), folder.write("w.jsonl", wide)).only_reason() ==
          "UTF-16 text; convert it to UTF-8");
    CHECK(collect(JsonlReader(), folder.path()).only_reason() == "not a regular file");
    CHECK(collect(JsonlReader(), folder.path() / "gone.jsonl").only_reason() ==
          "No such file or directory");
}

TEST_CASE("A record without a text is its title") {
    const TemporaryFolder folder;
    const auto all = collect(
        JsonlReader(),
        folder.write("a.jsonl", "{\"id\":\"a\",\"title\":\"Điều 4 (bãi bỏ)\",\"text\":\" \"}\n"));
    CHECK(all.rejections.empty());
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].text == "Điều 4 (bãi bỏ)");
}

TEST_CASE("An empty file has no documents and is no error") {
    const TemporaryFolder folder;
    const auto all = collect(JsonlReader(), folder.write("a.jsonl", ""));
    CHECK(all.documents.empty());
    CHECK(all.rejections.empty());
}

TEST_CASE("What the sink throws passes through the reader") {
    using tracuu::support::Error;
    using tracuu::support::ErrorCode;
    const TemporaryFolder folder;
    const auto file = folder.write("a.jsonl", "{\"id\":\"a\",\"text\":\"x\"}\n");
    const ReadSink full{[](Document&&) { throw Error(ErrorCode::cannot_write, "disk full"); },
                        [](Rejection&&) {}};
    CHECK_THROWS_AS(JsonlReader().read(file, full), Error);
}
