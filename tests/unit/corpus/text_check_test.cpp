#include "corpus/readers/text_check.hpp"

#include <string>

#include "corpus/readers/text_reader.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/unit/corpus/collected.hpp"

using namespace std::string_literals;
using namespace tracuu::corpus;
using tracuu::tests::collect;
using tracuu::tests::TemporaryFolder;

TEST_CASE("Bytes that are no text are refused with the reason") {
    struct Row {
        std::string bytes;
        const char* reason;
    };
    const Row rows[] = {
        {"", "empty"},
        {" \r\n\t\n", "empty"},
        {"\xEF\xBB\xBF", "empty"},
        {"\xC2\xA0\xE2\x80\x8B\xE3\x80\x80", "empty"},
        {"ab\0c"s, "binary: NUL byte at offset 2"},
        {"\xFF\xFE"s + "a\0"s, "UTF-16 text; convert it to UTF-8"},
        {"\xFE\xFF"s + "\0a"s, "UTF-16 text; convert it to UTF-8"},
        {"\xFF\xFE\0\0a\0\0\0"s, "UTF-32 text; convert it to UTF-8"},
        {"Qu\xFDt \xF0\xECnh", "not UTF-8: invalid byte at offset 2"},
        {"\xED\xA0\x80", "not UTF-8: invalid byte at offset 0"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.reason);
        CHECK(text_problem(row.bytes) == row.reason);
    }
}

TEST_CASE("UTF-8 text is taken, with a byte order mark too") {
    CHECK_FALSE(text_problem("Quyết định"));
    CHECK_FALSE(text_problem("\xEF\xBB\xBFQuyết định"));
    CHECK_FALSE(text_problem("."));
    CHECK(without_mark("\xEF\xBB\xBFQuyết") == "Quyết");
    CHECK(without_mark("Quyết") == "Quyết");
}

TEST_CASE("A text file is a document with its bytes as stored") {
    const TemporaryFolder folder;
    const std::string bytes = "\xEF\xBB\xBFQUYẾT ĐỊNH\r\n\r\nĐiều 1\x0C\n";
    const auto file = folder.write("a.txt", bytes);
    const auto all = collect(TextReader(), file);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.rejections.empty());
    const Document& document = all.documents.front();
    CHECK(document.text == bytes);
    CHECK(document.source == file.string());
    CHECK(document.record_id.empty());
    CHECK(document.title.empty());
    CHECK(document.format == Format::text);
}

TEST_CASE("A text file that cannot be taken is rejected under its path") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.txt", "a\0b"s);
    const auto all = collect(TextReader(), file);
    CHECK(all.only_reason() == "binary: NUL byte at offset 1");
    CHECK(all.rejections.at(0).source == file.string());
    CHECK(collect(TextReader(), folder.path() / "gone.txt").only_reason() ==
          "No such file or directory");
    CHECK(collect(TextReader(ReadLimits{.document_bytes = 2}), file).only_reason() ==
          "3 bytes, limit 2");
}
