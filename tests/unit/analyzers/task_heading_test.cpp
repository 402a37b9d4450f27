// What the headings and introductions above a task give to it.
#include <string>

#include "analyzers/extraction.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

const char* const kHead =
    "ỦY BAN NHÂN DÂN\nTỈNH KON TUM\nSố: 15/KH-UBND\nKon Tum, ngày 10 tháng 5 năm 2024\n"
    "KẾ HOẠCH\nCông tác năm 2024\n";

// "first words of the task: numbers from above it", one line each.
std::string given(const std::string& body) {
    const std::string text = kHead + body;
    const Extraction found = extract(text);
    std::string out;
    for (const Task& task : found.tasks) {
        const std::string_view words = tracuu::support::slice(text, task.span);
        out += std::string(words.substr(0, words.find(' '))) + ":";
        for (const std::uint32_t index : task.heading_citations) {
            out += " " + found.citations.at(index).number;
        }
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a task has the citations of all headings above it") {
    CHECK(given("I. NHIỆM VỤ\n"
                "1. Triển khai thực hiện Nghị quyết số 18-NQ/TW\n"
                "a) Thực hiện Kết luận số 50-KL/TW\n"
                "- Rà soát tổ chức bộ máy của Sở Nội vụ.\n"
                "b) Công tác cán bộ\n"
                "- Tham mưu Ủy ban nhân dân tỉnh bố trí cán bộ.\n"
                "2. Công tác khác\n"
                "- Kiểm tra việc sử dụng đất của Sở Tài chính.\n") ==
          "Rà: 18-NQ/TW 50-KL/TW\nTham: 18-NQ/TW\nKiểm:\n");
}

TEST_CASE("a heading that is only the name of a document gives the work below it") {
    CHECK(given("I. VỀ NGHỊ QUYẾT SỐ 18-NQ/TW\n"
                "- Rà soát tổ chức bộ máy của Sở Nội vụ.\n") == "Rà: 18-NQ/TW\n");
}

TEST_CASE("bullets have the citations of their introduction, those after them do not") {
    CHECK(given("I. NHIỆM VỤ\n"
                "1. Sở Nội vụ\n"
                "Để thực hiện Nghị quyết số 18-NQ/TW, Sở Nội vụ có trách nhiệm:\n"
                "- Rà soát tổ chức bộ máy.\n"
                "- Tổ chức thực hiện Kết luận số 50-KL/TW, trong đó:\n"
                "+ Xây dựng đề án.\n"
                "- Kiểm tra việc sắp xếp.\n"
                "2. Sở Tài chính\n"
                "- Bố trí kinh phí thực hiện.\n") ==
          "Rà: 18-NQ/TW\nXây: 18-NQ/TW 50-KL/TW\nKiểm: 18-NQ/TW\nBố:\n");
}

TEST_CASE("rules and forms that a heading names give no work") {
    CHECK(given("I. MẪU BÁO CÁO THEO HƯỚNG DẪN CỦA BỘ TÀI CHÍNH TẠI THÔNG TƯ SỐ 52/2017/TT-BTC\n"
                "- Rà soát tổ chức bộ máy của Sở Nội vụ.\n") == "Rà:\n");
}

TEST_CASE("what must happen first is kept where there is no deadline") {
    const std::string text = std::string(kHead) +
                             "I. NHIỆM VỤ\n- Sở Nội vụ xây dựng kế hoạch sau khi có hướng dẫn của "
                             "Trung ương, báo cáo Ủy ban nhân dân tỉnh.\n";
    const Extraction found = extract(text);
    REQUIRE(found.tasks.size() == 1);
    CHECK_FALSE(found.tasks[0].deadline);
    CHECK(found.tasks[0].condition == "sau khi có hướng dẫn của Trung ương");
}

TEST_CASE("a heading of many numbers costs no more with every task") {
    std::string body = "I. Thực hiện";
    for (int i = 0; i < 2000; ++i) body += " Nghị quyết số " + std::to_string(i + 1) + "/NQ-CP,";
    body += "\n";
    for (int i = 0; i < 2000; ++i) body += "- Rà soát tổ chức bộ máy của Sở Nội vụ.\n";
    const Extraction found = extract(kHead + body);
    REQUIRE(found.tasks.size() >= 2000);
    CHECK(found.citations.size() >= 2000);
    for (const Task& task : found.tasks) CHECK(task.heading_citations.size() <= 8);
}
