#include "corpus/readers/markdown_reader.hpp"

#include <string>

#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/unit/corpus/collected.hpp"

using namespace tracuu::corpus;
using tracuu::tests::collect;
using tracuu::tests::TemporaryFolder;
using Fields = std::map<std::string, std::string>;

TEST_CASE("Front matter gives fields with lower-case keys and values without quotes") {
    CHECK(front_matter(
              "---\nnumber: 26-KH/TU\nIssuer:  \"Tỉnh ủy\" \ndate: '2018-03-15'\n---\n# A") ==
          Fields{{"number", "26-KH/TU"}, {"issuer", "Tỉnh ủy"}, {"date", "2018-03-15"}});
    CHECK(front_matter("\xEF\xBB\xBF---\r\na: b\r\n...\r\n") == Fields{{"a", "b"}});
}

TEST_CASE("Lines of front matter that are no plain field are passed over") {
    CHECK(front_matter("---\nlist:\n  - one\n# comment: x\nno colon\n: no key\nkey with blanks: x\n"
                       "url: http://a/b:c\nquote: \"\n---\n") ==
          Fields{{"url", "http://a/b:c"}, {"quote", "\""}});
}

TEST_CASE("The first of two equal keys counts") {
    CHECK(front_matter("---\na: 1\nA: 2\n---\n") == Fields{{"a", "1"}});
}

TEST_CASE("What is not closed or not at the top is no front matter") {
    CHECK(front_matter("").empty());
    CHECK(front_matter("---").empty());
    CHECK(front_matter("---\na: b\n").empty());
    CHECK(front_matter("\n---\na: b\n---\n").empty());
    CHECK(front_matter("----\na: b\n---\n").empty());
    const std::string filler(70'000, 'x');
    CHECK(front_matter("---\na: b\n" + filler + "\n---\n").empty());
}

TEST_CASE("A Markdown file keeps its text and takes its title from the front matter") {
    const TemporaryFolder folder;
    const std::string bytes = "---\ntitle: Kế hoạch 26\ntype: Kế hoạch\n---\n\n# I. MỤC TIÊU\n";
    const auto all = collect(MarkdownReader(), folder.write("a.md", bytes));
    REQUIRE(all.documents.size() == 1);
    const Document& document = all.documents.front();
    CHECK(document.text == bytes);
    CHECK(document.title == "Kế hoạch 26");
    CHECK(document.metadata == Fields{{"type", "Kế hoạch"}});
    CHECK(document.format == Format::markdown);
}

TEST_CASE("A Markdown file that is no text is rejected") {
    const TemporaryFolder folder;
    CHECK(collect(MarkdownReader(), folder.write("a.md", "\n \n")).only_reason() == "empty");
    CHECK(collect(MarkdownReader(), folder.path()).only_reason() == "not a regular file");
}
