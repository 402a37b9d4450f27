#include "corpus/readers/html_frame.hpp"

#include <string>

#include "corpus/readers/html_text.hpp"
#include "tests/catch.hpp"

using namespace tracuu::corpus;

namespace {

std::string text_of(const std::string& html) {
    return read_html(html).text;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

const std::string kHead =
    "<table><tr><td>UBND<br>TỈNH THỬ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do "
    "- Hạnh phúc</td></tr><tr><td>Số: 1/KH-UBND</td><td>Thử, ngày 2 tháng 3 năm "
    "2020</td></tr></table>";
const std::string kBody =
    "<p>KẾ HOẠCH</p><p>1. Sở Thử chủ trì lập danh sách những việc phải làm trong năm, gửi các đơn "
    "vị "
    "có liên quan để thống nhất trước khi trình.</p><p>Căn cứ <a href=x>Nghị định số "
    "5/2019/NĐ-CP</a> "
    "và <a href=y>Thông tư số 6/2019/TT-BNV</a>;</p>";
const std::string kEnd =
    "<table><tr><td>Nơi nhận:<br>- Như trên.</td><td>CHỦ TỊCH<br><br>Vũ Văn Thử</td></tr></table>";
const std::string kDocument = kHead + kBody + kEnd;
const std::string kDocumentText = text_of(kDocument);

const std::string kLinks =
    "<ul><li><a href=a>Quyết định số 7/QĐ-UBND</a><li><a href=b>Kế hoạch số 8/KH-UBND</a></ul>";

}  // namespace

TEST_CASE("A page without a frame is a document as a whole") {
    CHECK(
        kDocumentText ==
        "UBND\nTỈNH THỬ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nSố: "
        "1/KH-UBND\n\nThử, ngày 2 tháng 3 năm 2020\n\nKẾ HOẠCH\n\n1. Sở Thử chủ trì lập danh sách "
        "những việc phải làm trong năm, gửi các đơn vị có liên quan để thống nhất trước khi "
        "trình.\n\nCăn cứ Nghị định số 5/2019/NĐ-CP và Thông tư số 6/2019/TT-BNV;\n\nNơi nhận:\n- "
        "Như trên.\n\nCHỦ TỊCH\n\nVũ Văn Thử\n");
    const std::string plain = text_of("<h1>Danh mục</h1><div><div>" + kDocument +
                                      "</div><div>Ghi chú</div></div>" + kLinks);
    CHECK(has(plain, kDocumentText));
    CHECK(has(plain, "Danh mục"));
    CHECK(has(plain, "Ghi chú"));
    CHECK(has(plain, "7/QĐ-UBND"));
}

TEST_CASE("The portal around a document is left out") {
    struct Row {
        std::string html;
        const char* why;
    };
    const Row rows[] = {
        {"<header>Cổng thử</header><main><article>" + kDocument + "</article></main>", "elements"},
        {"<div role=banner>Cổng thử</div><div role=main>" + kDocument +
             "</div><div>Bản quyền</div>",
         "roles"},
        {"<div class=top>Cổng thử</div><div class='breadcrumb'>Trang chủ » Kế hoạch</div><div "
         "class=noidung>" +
             kDocument + "</div><div>Bản quyền, lượt xem: 5</div>",
         "boxes, known by the motto"},
        {"<nav>x</nav><main>" + kDocument + "<aside><h2>Văn bản liên quan</h2>" + kLinks +
             "</aside></main>",
         "aside"},
        {"<nav>x</nav><div>" + kDocument + "<div><h3>Cùng cơ quan</h3>" + kLinks + "</div></div>",
         "a list of links that no class names"},
        {"<nav>x</nav><article>" + kDocument + kLinks + "</article>", "a list of links alone"},
        {"<div>" + kDocument + "<div class='box tin-khac'><p>Tin thử</p></div></div>", "a class"},
        {"<table><tr><td><ul class=menu><li><a href=a>Tin</a><li><a href=b>Ảnh</a></ul></td><td>" +
             kDocument + "</td></tr></table>",
         "a table lays out the page"},
        {"<html><head><title>T</title></head><body>Cổng thử<div id=sidebar>Lịch</div><div>" +
             kDocument + "</div></body></html>",
         "text of the page itself"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why);
        CHECK(text_of(row.html) == kDocumentText);
    }
    CHECK(read_html("<title>T</title><header>x</header><main>" + kDocument + "</main>").title ==
          "T");
}

TEST_CASE("What belongs to the document stays in a page with a frame") {
    struct Row {
        std::string html;
        const char* kept;
        const char* why;
    };
    const Row rows[] = {
        {"<nav>x</nav><main>" + kHead +
             "<div>Căn cứ <a href=a>Luật Thử số 1/2020/QH14</a>; <a href=b>Luật Khác</a></div>" +
             kBody + "</main>",
         "Luật Thử số 1/2020/QH14; Luật Khác", "a paragraph that is mostly links"},
        {"<nav>x</nav><main>" + kDocument + "</main><div>PHỤ LỤC I<p>Danh sách</p></div>",
         "PHỤ LỤC I\n\nDanh sách", "an annex beside the main part"},
        {"<nav>x</nav><main>" + kHead + kBody + "<aside>Nơi nhận:<br>- Như trên.</aside></main>",
         "Nơi nhận:\n- Như trên.", "recipients in an aside"},
        {"<div class=share>" + kDocument + "</div>", "KẾ HOẠCH", "a class that misleads"},
        {"<div class=related>" + kBody + "</div>", "1. Sở Thử", "even without a motto"},
        {"<nav>x</nav><main><header><h1>NGHỊ QUYẾT</h1></header>" + kBody + "</main>", "NGHỊ QUYẾT",
         "the heading of the main part"},
        {"<nav>x</nav><main><h1>Kế hoạch thử</h1><article>" + kBody + "</article></main>",
         "Kế hoạch thử", "the title of a document without a head"},
        {"<nav>x</nav><main><article>" + kBody + "</article><article>" + kBody +
             "<p>Hết.</p></article></main>",
         "Hết.", "the second of two parts"},
        {"<nav>x</nav><div>" + kLinks + "</div>", "8/KH-UBND", "a page that is a list of links"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why);
        CHECK(has(text_of(row.html), row.kept));
    }
}

TEST_CASE("A long part after the motto's is no furniture") {
    const std::string more = kBody + kBody;
    const std::string page =
        text_of("<nav>x</nav><div>" + kDocument + "</div><div>" + more + "</div>");
    CHECK(page == kDocumentText + "\n" + text_of(more));
}

TEST_CASE("Lines that name the motto in a sentence make no document") {
    const std::string page = text_of(
        "<nav>x</nav><div>Nước Cộng hòa xã hội chủ nghĩa Việt Nam là một nước độc "
        "lập.</div><div>Cộng "
        "hòa xã hội chủ nghĩa Việt Nam bảo vệ công dân.</div><div>Khác</div>");
    CHECK(has(page, "Nước Cộng hòa"));
    CHECK(has(page, "bảo vệ công dân"));
    CHECK(has(page, "Khác"));
}

TEST_CASE("A property table gives metadata and no text") {
    const std::string two =
        "<table><tr><th>Số hiệu<td>1/KH-UBND<tr><th>Loại văn bản<td>Kế hoạch<tr><th>Cơ quan ban "
        "hành<td><a href=x>UBND tỉnh Thử</a><tr><th>Ngày ban hành<td>02/03/2020<tr><th>Người "
        "ký<td>Vũ Văn Thử<tr><th>Trích yếu<td>Về việc thử</table>";
    const std::string four =
        "<table><tr><td>SỐ/KÝ HIỆU:<td>1/KH-UBND<td>NGÀY BAN "
        "HÀNH:<td>2-3-2020<tr><td>Loại&nbsp;văn "
        "bản:<td>Kế hoạch<td>Nơi ban hành:<td>UBND tỉnh Thử<tr><td>Người ký:<td>Vũ Văn "
        "Thử<td>Trích yếu<td>Về việc thử</table>";
    const std::string list =
        "<dl><dt>Số ký hiệu<dd>1/KH-UBND<dt>Hình thức văn bản<dd>Kế hoạch<dt>Đơn vị ban "
        "hành<dd>UBND "
        "tỉnh Thử<dt>Ngày ký<dd>2.3.2020<dt>Người ký văn bản<dd>Vũ Văn Thử<dt>Trích yếu nội "
        "dung<dd>Về việc thử</dl>";
    for (const std::string& table : {two, four, list}) {
        CAPTURE(table);
        const HtmlPage page =
            read_html("<div><h2>Thuộc tính</h2>" + table + "<p>In trang</p></div>" + kDocument);
        CHECK(page.text == kDocumentText);
        const std::map<std::string, std::string> expected{
            {"number", "1/KH-UBND"}, {"type", "Kế hoạch"},     {"issuer", "UBND tỉnh Thử"},
            {"date", "2020-03-02"},  {"signer", "Vũ Văn Thử"}, {"title", "Về việc thử"}};
        CHECK(page.properties == expected);
    }
}

TEST_CASE("Other tables with such labels are text") {
    const std::string tables[] = {
        "<table><tr><td>Số hiệu<td><tr><td>Ngày ban hành<td><tr><td>Người ký<td></table>",
        "<table><tr><td>Số hiệu<td>5<tr><td>Người ký<td>A</table>",
        "<table><tr><th>Số hiệu<th>Loại văn bản<th>Ngày ban hành<tr><td>1/KH<td>Kế "
        "hoạch<td>02/03/2020</table>",
        "<table><tr><td>Số hiệu<td>5<tr><td>Người ký<td>A<tr><td>Ngày ký<td>1/1/2020<tr><td>Nơi "
        "nhận:<td>B</table>",
        "<table><tr><td>Số hiệu<td>5<tr><td>Người ký<td>A<tr><td>Ngày ký<td>1/1/2020<tr><td>a<td>b"
        "<tr><td>c<td>d</table>",
    };
    for (const std::string& table : tables) {
        CAPTURE(table);
        const HtmlPage page = read_html(table + kDocument);
        CHECK(page.properties.empty());
        CHECK(has(page.text, "Người ký") != has(page.text, "Loại văn bản"));
    }
    const HtmlPage bad = read_html(
        "<table><tr><td>Số hiệu<td>5/QĐ<tr><td>Người ký<td>A<tr><td>Ngày ký<td>32/1/2020</table>");
    CHECK(bad.properties.count("date") == 0);
    CHECK(bad.properties.size() == 2);
}

TEST_CASE("A page with more parts than any portal has is read whole") {
    std::string html = "<nav>n</nav><aside>bên</aside>";
    for (int i = 0; i < 600'000; ++i) html += "<p>";
    CHECK(text_of(html + "a<aside>b</aside>") == "bên\n\na\n\nb\n");
}
