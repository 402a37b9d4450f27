#include "analyzers/text/flow_text.hpp"

#include <string>
#include <vector>

#include "tests/catch.hpp"

using tracuu::analyzers::ByteRange;
using tracuu::analyzers::FlowText;

namespace {

std::string source_of(const std::string& source, const std::string& part) {
    const FlowText flow(source);
    const std::size_t at = flow.text().find(part);
    REQUIRE(at != std::string::npos);
    const auto range = flow.to_source(
        {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())});
    return source.substr(range.begin, range.size());
}

// Three lines cut at the same width: enough to be seen as hard-wrapped.
const std::string kWrapped =
    "Ủy ban nhân dân tỉnh giao các sở, ban, ngành và địa phương tổ\n"
    "chức thực hiện kế hoạch này theo chức năng, nhiệm vụ được giao\n"
    "bảo đảm đúng tiến độ và chất lượng, định kỳ báo cáo kết quả về\n"
    "cơ quan thường trực trước ngày cuối của mỗi quý.\n"
    "Căn cứ Nghị quyết số\n18-NQ/TW ngày 25 tháng 10 năm 2017, các cơ quan xây dựng đề án\n"
    "riêng của mình.\n"
    "- Sở Nội vụ hướng dẫn.\n";

}  // namespace

TEST_CASE("A span of the flow text leads back to the decomposed source") {
    const std::string source = "Tô\u0309 chu\u031B\u0301c bo\u0323\u0302 ma\u0301y";
    CHECK(FlowText(source).text() == "Tổ chức bộ máy");
    CHECK(source_of(source, "chức") == "chu\u031B\u0301c");
    CHECK(source_of(source, "máy") == "ma\u0301y");
}

TEST_CASE("A moved tone mark keeps the word's span") {
    CHECK(source_of("của Uỷ ban", "Ủy") == "Uỷ");
    CHECK(source_of("của Uỷ ban", "ban") == "ban");
    CHECK(source_of("hoà\u00A0bình", "bình") == "bình");
}

TEST_CASE("Hard-wrapped lines are joined and real paragraphs stay apart") {
    const std::string flow = FlowText(kWrapped).text();
    CHECK(flow.find("địa phương tổ chức thực hiện") != std::string::npos);
    CHECK(flow.find("Nghị quyết số 18-NQ/TW") != std::string::npos);
    CHECK(flow.find("mỗi quý.\nCăn cứ") != std::string::npos);
    CHECK(flow.find("của mình.\n- Sở Nội vụ") != std::string::npos);
}

TEST_CASE("A line that cannot end a paragraph is joined to the next, a whole one is not") {
    struct Row {
        const char* rule;
        const char* lines;
        const char* joined;  // the text must hold this
    };
    const std::vector<Row> rows{
        {"a legal basis without its mark", "Căn cứ Luật Tổ chức\nChính phủ số 63/2025/QH15;\n",
         "Căn cứ Luật Tổ chức Chính phủ số"},
        {"not: it has its mark", "Căn cứ Luật Đất đai;\nChính phủ ban hành Nghị định.\n",
         "Luật Đất đai;\nChính phủ"},
        {"not: another basis follows", "Căn cứ Luật Đất đai\nCăn cứ Luật Nhà ở\n",
         "Luật Đất đai\nCăn cứ"},
        {"not: the head of a column", "Căn cứ pháp lý\nNghị định số 12/2020/NĐ-CP\n",
         "Căn cứ pháp lý\nNghị định"},
        {"not: a quoted basis", "“Xét đề nghị của Bộ trưởng,”\nQuyết định số 2/QĐ-TTg\n",
         "Bộ trưởng,”\nQuyết định"},
        {"not: a quotation that ends its sentence",
         "Cơ quan thuế ra quyết định thu hồi.”\nĐiều 372 Bộ luật Dân sự quy định.\n",
         "thu hồi.”\nĐiều 372"},
        {"a clause before its article", "Theo điểm a khoản 1\nĐiều 372 Bộ luật Dân sự quy định.\n",
         "khoản 1 Điều 372"},
        {"not: an article of its own", "Ban hành Quy chế\nĐiều 2. Hiệu lực\n", "Quy chế\nĐiều 2."},
        {"a region of the tax office", "của Chi cục Thuế\nKhu vực V (nay là Thuế tỉnh) gửi.\n",
         "Chi cục Thuế Khu vực V"},
        {"not: a region that is listed", "gồm các khu vực sau:\nKhu vực V gồm ba tỉnh.\n",
         "sau:\nKhu vực V"},
    };
    for (const Row& row : rows) {
        INFO(row.rule);
        const std::string flow = FlowText(kWrapped + row.lines).text();
        CHECK(flow.find(row.joined) != std::string::npos);
    }
}

TEST_CASE("A wrapped text with a long list of short items is seen as wrapped") {
    std::string text = kWrapped.substr(0, kWrapped.find("- Sở"));
    for (int i = 1; i <= 120; ++i) {
        text += std::to_string(i) + ". Cửa khẩu quốc tế thử nghiệm, tỉnh Thử\n";
    }
    const std::string flow = FlowText(text).text();
    CHECK(flow.find("địa phương tổ chức thực hiện") != std::string::npos);
    CHECK(flow.find("tỉnh Thử\n2. Cửa khẩu") != std::string::npos);
    // Whole paragraphs, of which a few go on in small letters, are no wrapped text.
    std::string whole = kWrapped.substr(0, kWrapped.find("Căn cứ"));
    for (int i = 0; i < 60; ++i) {
        whole += "Ủy ban nhân dân tỉnh thực hiện kế hoạch thử nghiệm lần này.\n";
    }
    CHECK(FlowText(whole).text().find("địa phương tổ\nchức") != std::string::npos);
}

TEST_CASE("Joining lines moves no offset") {
    CHECK(source_of(kWrapped, "số 18-NQ/TW") == "số\n18-NQ/TW");
    CHECK(FlowText(kWrapped).text().size() == kWrapped.size());
}

TEST_CASE("Text that is not wrapped keeps its lines") {
    const std::string list = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nLê Văn A\n";
    CHECK(FlowText(list).text() == list);
}

TEST_CASE("The last word of a paragraph is joined to it") {
    CHECK(FlowText(kWrapped +
                   "- Thông tư số 05/2018/TT-BCT ngày 03/4/2018 của Bộ trưởng Bộ Công\nThương;\n")
              .text()
              .find("Bộ Công Thương;") != std::string::npos);
}

TEST_CASE("The number of an article is joined to its word from the line above") {
    CHECK(FlowText("Điều\n3. Điều khoản thi hành\n\n1. Hiệu lực.\n").text() ==
          "Điều 3. Điều khoản thi hành\n\n1. Hiệu lực.\n");
    CHECK(FlowText("theo Điều\n3. Kinh phí\n").text() == "theo Điều\n3. Kinh phí\n");
}

TEST_CASE("A paragraph cut by a page break is joined over the blank line") {
    const std::string text =
        "Kiêm nhiệm chức danh người đứng đầu một số cơ quan\n\ncủa cấp ủy cấp huyện.\n";
    CHECK(FlowText(text).text().find("cơ quan  của cấp ủy") != std::string::npos);
}

TEST_CASE("Empty and blank texts have empty flow") {
    CHECK(FlowText("").text().empty());
    CHECK(FlowText("\u00A0\r\n").text() == "  \n");
    CHECK(FlowText("").to_source(ByteRange{0, 0}) == ByteRange{0, 0});
}

TEST_CASE("A dash at the start of a line is no bullet where blank lines stand between items") {
    std::string text = kWrapped.substr(0, kWrapped.find("- Sở"));
    for (int i = 1; i <= 12; ++i) text += "\n" + std::to_string(i) + ". Sở Nội vụ hướng dẫn.\n";
    const std::string cut =
        "\n7. Các bộ, cơ quan liên quan và các Tập đoàn Công nghiệp thực hiện,\n"
        "Bưu chính viễn thông Việt Nam và Tập đoàn khác, Công nghiệp\n"
        "- Viễn thông Quân đội rà soát.\n";
    const std::string flow = FlowText(text + cut).text();
    CHECK(flow.find("Công nghiệp - Viễn thông") != flow.npos);
    const std::string touching = FlowText(kWrapped + cut.substr(1)).text();
    CHECK(touching.find("Công nghiệp - Viễn thông") == touching.npos);
}

TEST_CASE("The end of a sentence belongs to the line above") {
    const std::string order = kWrapped + "a) Tổ chức triển khai thực hiện\nThông tư này.\n";
    CHECK(FlowText(order).text().find("thực hiện Thông tư này.") != std::string::npos);
    const std::string heading = kWrapped + "Hiệu lực thi hành\nThông tư này có hiệu lực từ nay.\n";
    CHECK(FlowText(heading).text().find("thi hành Thông tư này") == std::string::npos);
}
