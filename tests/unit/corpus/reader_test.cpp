#include "corpus/reader.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace tracuu::corpus;

TEST_CASE("Files are read by their extension in any case") {
    for (const char* name : {"a.txt", "a.TXT", "d/a.md", "a.markdown", "a.html", "a.HTM", "a.jsonl",
                             "a.ndjson", "a.b.txt"}) {
        CAPTURE(name);
        CHECK(reader_for(name) != nullptr);
    }
    for (const char* name :
         {"a", "a.docx", "a.pdf", "txt", ".txt", "a.txt~", "a.json", "a.txt/b"}) {
        CAPTURE(name);
        CHECK(reader_for(name) == nullptr);
    }
    CHECK(reader_for("a.txt") == reader_for("b.txt"));
    CHECK(reader_for("a.txt") != reader_for("b.md"));
}

TEST_CASE("Formats have the names of the API") {
    CHECK(std::string(name(Format::text)) == "text");
    CHECK(std::string(name(Format::markdown)) == "markdown");
    CHECK(std::string(name(Format::html)) == "html");
    CHECK(std::string(name(Format::jsonl)) == "jsonl");
}
