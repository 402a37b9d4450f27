#include "corpus/readers/html_text.hpp"

#include <chrono>
#include <string>

#include "corpus/readers/html_reader.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"
#include "tests/unit/corpus/collected.hpp"

using namespace tracuu::corpus;
using tracuu::tests::collect;
using tracuu::tests::TemporaryFolder;

namespace {

std::string text_of(std::string_view html) {
    return read_html(html).text;
}

std::string repeated(std::string_view part, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += part;
    return all;
}

}  // namespace

TEST_CASE("A page becomes the text that its reader sees") {
    struct Row {
        const char* html;
        const char* text;
        const char* why;
    };
    const Row rows[] = {
        {"<p>Điều 1</p><p>Điều 2</p>", "Điều 1\n\nĐiều 2\n", "blocks"},
        {"<p>Nghị <b>quy</b>ết <i>số</i> 18</p>", "Nghị quyết số 18\n", "inline joined"},
        {"<p> a \n\t b&nbsp;&nbsp;c </p>", "a b c\n", "white space"},
        {"a<br>b<br/><br>c", "a\nb\n\nc\n", "forced breaks"},
        {"<div><div></div><p></p>a</div>", "a\n", "empty blocks leave nothing"},
        {"<p>a<p>b<ul><li>c<li>d</ul>e", "a\n\nb\n\nc\n\nd\n\ne\n", "implied ends"},
        {"<pre>a\n b\n\nc</pre>d e\nf", "a\nb\n\nc\n\nd e f\n", "preformatted"},
        {"m<sup>2</sup> &lt;x&gt; &#7841;", "m2 <x> ạ\n", "references"},
        {"a<script>var x='<p>no';</script>b<style>p{}</style>c", "abc\n", "scripts and styles"},
        {"<nav>n<nav>m</nav>n</nav>a<footer>f</footer>", "a\n", "navigation and footer"},
        {"<select><option>x</select><button>y</button>a<textarea>z</textarea>", "a\n", "controls"},
        {"a<div hidden>b<div>c</div>d</div>e", "a\n\ne\n", "hidden with nested"},
        {"<p style='color:red; Display : none'>x</p><p aria-hidden=true>y</p>z", "z\n",
         "not shown"},
        {"<ul><li hidden>a<li>b</ul>", "b\n", "hidden ends where the next item begins"},
        {"<input hidden>a<br hidden>b", "a\nb\n", "a void element hides nothing else"},
        {"<!-- no -->a<!-- <p>b -->c", "ac\n", "comments"},
        {"<img alt='no'>", "", "nothing shown"},
        {"", "", "nothing"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why, row.html);
        CHECK(text_of(row.html) == row.text);
    }
}

TEST_CASE("Rows of tables become lines") {
    struct Row {
        const char* html;
        const char* text;
        const char* why;
    };
    const Row rows[] = {
        {"<table><tr><th>TT<th>Nhiệm vụ<tr><td>1<td>Rà soát</table>x",
         "TT | Nhiệm vụ\n1 | Rà soát\n\nx\n", "without end tags"},
        {"<table><tr><td>a</td><td></td><td>c</td></tr><tr><td></td></tr></table>", "a |  | c\n",
         "empty cells keep their place, empty rows go"},
        {"<table><tr><td>1</td><td><p>a</p><p>b<br>c</p></td><td>d</td></tr></table>",
         "1 | a b c | d\n", "paragraphs in a cell of three"},
        {"<table><tr><td><p>TỈNH ỦY</p><p>Số 5</p></td><td><p>ĐẢNG</p><p>ngày "
         "1</p></td></tr></table>",
         "TỈNH ỦY\n\nSố 5\n\nĐẢNG\n\nngày 1\n", "two columns of paragraphs are a letterhead"},
        {"<table><tr><td>BỘ THỬ<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<tr><td>Số: 1<td>Hà "
         "Nội</table>",
         "BỘ THỬ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 1\n\nHà Nội\n",
         "the motto makes a letterhead of all rows"},
        {"<table><tr><td>Nơi nhận:<td>Vũ Văn Thử</table>", "Nơi nhận:\n\nVũ Văn Thử\n",
         "recipients and signature"},
        {"<table><tr><td>BỘ THỬ<br>CỤC THỬ<td>KT. CỤC TRƯỞNG<br>Vũ Văn Thử</table>",
         "BỘ THỬ\nCỤC THỬ\n\nKT. CỤC TRƯỞNG\nVũ Văn Thử\n", "lines in both of two columns"},
        {"<table><tr><td>Sở Nội vụ<td>rà soát<br>báo cáo<tr><td>a<td>b</table>",
         "Sở Nội vụ | rà soát báo cáo\na | b\n", "lines in one column are no letterhead"},
        {"<table><tr><td>1<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<td>c</table>",
         "1 | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | c\n", "three columns are data"},
        {"<table><tr><td>lay<table><tr><td>a<td>b</table>out<td>c</table>",
         "lay\n\na | b\n\nout\n\nc\n", "a table that holds a table only lays out"},
        {"<table><tr><td><p>a</p><p>b</p></table>", "a\n\nb\n", "one cell"},
        {"<table>a<tr>b<td>c</td>d</tr></table>", "a\n\nb\n\nd\n\nc\n",
         "text outside of cells comes before its row"},
        {"</td></tr></table>a<td>b", "a\n\nb\n", "ends and cells without a table"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why, row.html);
        CHECK(text_of(row.html) == row.text);
    }
}

TEST_CASE("The title is one line without references and stays out of the text") {
    const HtmlPage page = read_html(
        "<html><head><title>\n Nghị quyết &amp; &lt;b> </title></head><body>a</body></html>");
    CHECK(page.title == "Nghị quyết & <b>");
    CHECK(page.text == "a\n");
    CHECK(read_html("<svg><title>x</title></svg><p>a").title.empty());
}

TEST_CASE("The declared encoding is found in the head only") {
    CHECK(declared_charset("<meta charset='UTF-8'>") == "utf-8");
    CHECK(declared_charset(
              "<META http-equiv=Content-Type content='text/html; charset=windows-1258'>") ==
          "windows-1258");
    CHECK(declared_charset("<script>'<meta charset=x>'</script><body><meta charset=y>") ==
          std::nullopt);
    CHECK(declared_charset("<!-- <meta charset=x> -->") == std::nullopt);
    CHECK(declared_charset("<meta name=a content='charset=x'>") == std::nullopt);
}

TEST_CASE("Hostile markup takes linear time and no deep stack") {
    const std::string parts[] = {"<div>",
                                 "<b><table><tr><td></b></table>",
                                 "<p><b id=1>",
                                 "<table><tr><td>",
                                 "</table>",
                                 "<a \"<a \"",
                                 "<![CDATA[",
                                 "<li hidden>",
                                 "<nav>",
                                 "<title>",
                                 "<",
                                 "&#",
                                 "</script",
                                 "<script>",
                                 "<!--",
                                 "<br>",
                                 "<p>x<td>",
                                 "<aside>x<ul><a href=x>",
                                 "<dl><dt>Số hiệu<dd>Nơi nhận<br>"};
    for (const std::string& part : parts) {
        CAPTURE(part);
        const std::string html = repeated(part, 1'000'000 / part.size());
        const auto begin = std::chrono::steady_clock::now();
        static_cast<void>(text_of(html));
        // 1 MB takes far less than a second; the wide margin is for sanitizers on a busy machine.
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(20));
    }
}

TEST_CASE("An HTML file gives one document") {
    const TemporaryFolder folder;
    const auto file =
        folder.write("a.html", "\xEF\xBB\xBF<meta charset=utf-8><title>T</title><p>Điều 1</p>");
    const auto all = collect(HtmlReader(), file);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].text == "Điều 1\n");
    CHECK(all.documents[0].title == "T");
    CHECK(all.documents[0].source == file.string());
    CHECK(all.documents[0].format == Format::html);
    CHECK(all.documents[0].metadata.empty());
}

TEST_CASE("What a property table says goes beside the text") {
    const TemporaryFolder folder;
    const auto file =
        folder.write("b.html",
                     "<title>T</title><table><tr><th>Số hiệu<td>1/QĐ-BNV<tr><th>Người ký<td>Vũ Văn "
                     "Thử<tr><th>Trích yếu<td>Về việc thử</table><p>Điều 1</p>");
    const auto all = collect(HtmlReader(), file);
    REQUIRE(all.documents.size() == 1);
    CHECK(all.documents[0].text == "Điều 1\n");
    CHECK(all.documents[0].title == "Về việc thử");
    CHECK(all.documents[0].metadata.at("number") == "1/QĐ-BNV");
    CHECK(all.documents[0].metadata.at("signer") == "Vũ Văn Thử");
}

TEST_CASE("An HTML file that is no UTF-8 page is rejected with the reason") {
    const TemporaryFolder folder;
    const auto reason = [&folder](std::string_view bytes) {
        return collect(HtmlReader(), folder.write("a.htm", bytes)).only_reason();
    };
    CHECK(reason("<meta charset=windows-1258><p>a") ==
          "declared charset windows-1258; convert it to UTF-8");
    CHECK(reason("<meta charset='x\x01y'><p>a") == "declared charset x?y; convert it to UTF-8");
    CHECK(reason("<p>\xE0\xC3") == "not UTF-8: invalid byte at offset 3");
    CHECK(reason(std::string_view("<p>\0", 4)) == "binary: NUL byte at offset 3");
    CHECK(reason(std::string_view("\xFF\xFE<\0p\0", 6)) == "UTF-16 text; convert it to UTF-8");
    CHECK(reason("<html><script>x</script></html>") == "empty");
    CHECK(reason("") == "empty");
}
