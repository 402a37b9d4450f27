#include "analyzers/text/structure.hpp"

#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

const std::string kPlan =
    "ỦY BAN NHÂN DÂN\nTỈNH A\n-------\nSố: 12/KH-UBND\n"
    "KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW\n\n"
    "Căn cứ Nghị quyết số 18-NQ/TW, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n"
    "I. MỤC ĐÍCH\n1. Mục đích:\nLàm rõ việc phải làm.\n"
    "II. NHIỆM VỤ\n1. Sắp xếp tổ chức.\na) Sở Nội vụ chủ trì.\nVăn phòng theo dõi.\n"
    "b) Thời gian thực hiện: Quý II.\n"
    "2. Các sở, ban, ngành\n- Rà soát biên chế.\n2.1. Tinh giản\n- Lập danh sách.\n"
    "Trong quá trình thực hiện nếu có vướng mắc, báo cáo Ủy ban nhân dân tỉnh./.\n"
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n"
    "PHỤ LỤC\nDanh sách các xã\n";

std::size_t index_of(const Reading& reading, std::string_view start) {
    const std::vector<Block>& blocks = reading.structure.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (reading.flow.at(blocks[i].content).substr(0, start.size()) == start) return i;
    }
    FAIL("no block starts with " << start);
    return 0;
}

const Block& block(const Reading& reading, std::string_view start) {
    return reading.structure.blocks()[index_of(reading, start)];
}

std::string path(const Reading& reading, std::string_view start) {
    return reading.structure.path(index_of(reading, start));
}

}  // namespace

TEST_CASE("The zones of a plan follow its form") {
    const Reading reading(kPlan);
    CHECK(block(reading, "ỦY BAN").zone == Zone::head);
    CHECK(block(reading, "KẾ HOẠCH").zone == Zone::title);
    CHECK(block(reading, "Thực hiện").zone == Zone::title);
    CHECK(block(reading, "Căn cứ").zone == Zone::preamble);
    CHECK(block(reading, "Làm rõ").zone == Zone::body);
    CHECK(block(reading, "Như trên").zone == Zone::recipients);
    CHECK(block(reading, "CHỦ TỊCH").zone == Zone::signature);
    CHECK(block(reading, "Nguyễn Văn A").zone == Zone::signature);
    CHECK(block(reading, "Danh sách các xã").zone == Zone::annex);
}

TEST_CASE("Section paths join the labels of the open parts") {
    const Reading reading(kPlan);
    CHECK(path(reading, "Làm rõ") == "I.1");
    CHECK(path(reading, "Sở Nội vụ chủ trì") == "II.1.a");
    CHECK(path(reading, "Văn phòng theo dõi") == "II.1.a");
    CHECK(path(reading, "Rà soát") == "II.2");
    CHECK(path(reading, "Lập danh sách") == "II.2.1");
}

TEST_CASE("The closing paragraph leaves the last item") {
    const Reading reading(kPlan);
    CHECK(path(reading, "Trong quá trình") == "II");
}

TEST_CASE("Headings are told from items") {
    const Reading reading(kPlan);
    CHECK(block(reading, "MỤC ĐÍCH").heading);
    CHECK(block(reading, "Sắp xếp tổ chức").heading);
    CHECK(block(reading, "Các sở, ban, ngành").heading);
    CHECK_FALSE(block(reading, "Sở Nội vụ chủ trì").heading);
    CHECK_FALSE(block(reading, "Rà soát").heading);
}

TEST_CASE("Articles forget their chapter and keep their clauses") {
    const Reading reading(
        "Chương II\nQUY ĐỊNH\nĐiều 3. Tổ chức thực hiện\n1. Giao Sở Tài chính:\na) Lập dự toán.\n");
    CHECK(path(reading, "Lập dự toán") == "Điều 3.1.a");
}

TEST_CASE("Two headings glued by a word processor are two blocks") {
    const Reading reading("II - NỘI DUNG**1. Nhiệm vụ chung**\n1.1 - Việc\n- Làm ngay.\n");
    CHECK(path(reading, "Nhiệm vụ chung") == "II.1");
    CHECK(path(reading, "Làm ngay") == "II.1.1");
}

TEST_CASE("A block is found by any byte inside it") {
    const Reading reading(kPlan);
    const auto at = static_cast<std::uint32_t>(reading.flow.text().find("biên chế"));
    const auto index = reading.structure.block_at(at);
    CHECK(reading.flow.at(reading.structure.blocks()[index].content).substr(0, 9) == "Rà soát");
}

TEST_CASE("a paragraph that looks back stands outside the letters above it") {
    const std::string decision =
        "ỦY BAN NHÂN DÂN\nTỈNH A\n\nQUYẾT ĐỊNH\nVề việc thử\n\nCăn cứ Luật;\n"
        "Điều 2. Giao Sở Y tế:\n1. Rà soát hồ sơ:\na) Lập danh sách.\nb) Niêm yết công khai.\n";
    const std::string article = "Điều 3. Sở Y tế chịu trách nhiệm thi hành.\n";
    const Reading looks_back(
        decision + "Trong quá trình thực hiện, nếu có vướng mắc, báo cáo Sở Y tế.\n" + article);
    CHECK(path(looks_back, "Trong quá trình") == "Điều 2");
    const Reading goes_on(decision + "Danh sách được lập theo mẫu của Sở Y tế.\n" + article);
    CHECK(path(goes_on, "Danh sách được") == "Điều 2.1.b");
}
