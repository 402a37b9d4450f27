#include "analyzers/task/body_grammar.hpp"

#include <string>
#include <vector>

#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

struct Row {
    const char* text;
    const char* bodies;  // joined by " + "
};

std::string joined(const std::vector<BodyMention>& bodies) {
    std::string out;
    for (const BodyMention& body : bodies) out += (out.empty() ? "" : " + ") + body.name;
    return out;
}

TokenRange all(const Reading& reading) {
    return {0, static_cast<std::uint32_t>(reading.tokens.size())};
}

std::string list(const std::string& text) {
    const Reading reading(text);
    return joined(read_body_list(TokenReader(reading, all(reading)), 0, {false, true}).bodies);
}

std::string heading(const std::string& text) {
    const Reading reading(text);
    return joined(bodies_of_heading(reading, all(reading)));
}

// What begins like a body, or holds one further on, is none.
const char* const kNone[] = {
    "Ban hành kế hoạch",
    "Bộ máy tinh gọn",
    "Báo cáo kết quả",
    "Tổ chức thực hiện",
    "Thực hiện tốt công tác",
    "Giao Sở Nội vụ",
    "Sở hữu trí tuệ được bảo hộ",
    "Phòng cháy và chữa cháy",
    "Phòng, chống thiên tai",
    "Trường hợp chậm trễ",
    "Hội nghị tổng kết",
    "Cục diện thế giới",
    "Đài thọ chi phí",
    "Khoa học công nghệ",
    "Viện dẫn quy định",
    "Hội nhập quốc tế",
    "Xã hội hóa nguồn lực",
    "Quỹ đất của tỉnh",
    "Tòa nhà liên cơ",
    "Trung tâm của tỉnh",
    "Báo chí phản ánh",
    "Ban đêm",
    "Cơ cấu lại",
    "Cấp kinh phí",
    "Đảng viên gương mẫu",
    "Chính sách hỗ trợ",
    "Chương trình mục tiêu",
};

const Row kHeadings[] = {
    {"Các chủ đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp",
     "các chủ đầu tư xây dựng và kinh doanh hạ tầng Khu công nghiệp"},
    {"Các doanh nghiệp thứ cấp đang hoạt động trong KCN",
     "các doanh nghiệp thứ cấp đang hoạt động trong KCN"},
    {"Các chủ rừng là tổ chức (các Ban quản lý rừng đặc dụng, rừng phòng hộ, các Công ty nông, lâm "
     "nghiệp…)",
     "các chủ rừng là tổ chức"},
    {"Các Sở, ban, ngành cấp tỉnh", "các Sở, ban, ngành cấp tỉnh"},
    {"Các đơn vị cấp nước sạch trên địa bàn thành phố có trách nhiệm",
     "các đơn vị cấp nước sạch trên địa bàn thành phố"},
    {"Các tổ chức, cá nhân và hộ gia đình khai thác sử dụng tài nguyên nước dưới đất trên địa bàn "
     "có trách nhiệm",
     "các tổ chức, cá nhân và hộ gia đình khai thác sử dụng tài nguyên nước dưới đất trên địa bàn"},
    {"Giám đốc Sở, Thủ trưởng cơ quan, ban, ngành", "Sở, cơ quan, ban, ngành"},
    {"Công tác phổ biến, quán triệt, tuyên truyền", ""},
    {"Trường Chính trị tỉnh", "Trường Chính trị tỉnh"},
    {"Các huyện ủy, thị ủy, thành ủy", "các huyện ủy, thị ủy, thành ủy"},
    {"Nhiệm vụ chung", ""},
    {"Sở Nông nghiệp và Môi trường", "Sở Nông nghiệp và Môi trường"},
    {"Bộ trưởng Bộ Tài chính chủ trì:", "Bộ Tài chính"},
    {"Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội",
     "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh + các tổ chức chính trị - xã hội"},
    {"Tổ chức tuyên truyền", ""},
    {"Kinh phí", ""},
};

}  // namespace

TEST_CASE("what is no body is not taken for one") {
    for (const char* text : kNone) {
        INFO(text);
        CHECK(list(text).empty());
    }
}

TEST_CASE("a heading that is a list of bodies names those who act under it") {
    for (const Row& row : kHeadings) {
        INFO(row.text);
        CHECK(heading(row.text) == row.bodies);
    }
}

TEST_CASE("the list ends where the bodies end") {
    const Reading reading("Sở Nội vụ, Sở Tài chính và Công an tỉnh phối hợp với Sở Tư pháp");
    const TokenReader text(reading, all(reading));
    const BodyList found = read_body_list(text, 0);
    REQUIRE(found.bodies.size() == 3);
    CHECK(text.word(found.last) == "phối");
    CHECK(reading.flow.at(found.bodies[1].span) == "Sở Tài chính");
}

TEST_CASE("the span of a body begins with the title of its office-holder") {
    const Reading reading("Giám đốc Sở Nội vụ chủ trì");
    const BodyList found = read_body_list(TokenReader(reading, all(reading)), 0);
    REQUIRE(found.bodies.size() == 1);
    CHECK(reading.flow.at(found.bodies[0].span) == "Giám đốc Sở Nội vụ");
    CHECK_FALSE(found.bodies[0].collective);
}

TEST_CASE("a generic noun is marked as a collective and an enterprise as one") {
    const Reading reading("các cơ quan, đơn vị");
    const BodyList found = read_body_list(TokenReader(reading, all(reading)), 0);
    REQUIRE(found.bodies.size() == 1);
    CHECK(found.bodies[0].collective);
    const Reading firm("VNPT Nghệ An");
    const BodyList firms = read_body_list(TokenReader(firm, all(firm)), 0);
    REQUIRE(firms.bodies.size() == 1);
    CHECK(firms.bodies[0].enterprise);
}

TEST_CASE("a semicolon stands between bodies only where it is allowed") {
    const Reading reading("Giám đốc Sở Nội vụ; Giám đốc Sở Tài chính chịu trách nhiệm");
    const TokenReader text(reading, all(reading));
    CHECK(read_body_list(text, 0).bodies.size() == 1);
    CHECK(read_body_list(text, 0, {false, true}).bodies.size() == 2);
}

TEST_CASE("nothing is read from odd texts") {
    for (const char* text : {"", ",", "()", "các", "các các các", "của", "Giám đốc", "Sở",
                             "Bộ:", "Chủ tịch, Phó Chủ tịch,", "và và và", "123"}) {
        INFO(text);
        CHECK_NOTHROW(list(text));
        CHECK_NOTHROW(heading(text));
    }
}

TEST_CASE("a very long list is read in one pass") {
    std::string text = "Sở Nội vụ";
    for (int i = 0; i < 2000; ++i) text += ", Sở Tài chính";
    const Reading reading(text);
    CHECK(read_body_list(TokenReader(reading, all(reading)), 0).bodies.size() == 2001);
}
