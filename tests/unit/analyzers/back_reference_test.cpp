#include <string>
#include <vector>

#include "analyzers/extraction.hpp"
#include "support/range.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

// "surface>number" of every back reference, `self` for the document's own.
std::string references(const std::string& text) {
    const Extraction found = extract(text);
    std::string out;
    for (const BackReference& one : found.back_references) {
        if (!out.empty()) out += " | ";
        out += std::string(tracuu::support::slice(text, one.span)) + '>' +
               (one.citation ? found.citations[*one.citation].number : std::string("self"));
    }
    return out;
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

const std::string kPlan = "TỈNH ỦY KON TUM\n*\nSố 51-KH/TU\n\nKẾ HOẠCH\nSắp xếp bộ máy\n\n";

}  // namespace

TEST_CASE("A short name stands for the document that the same text cites in full") {
    const std::vector<Row> rows{
        {"defined name",
         "Thực hiện Nghị quyết số 18-NQ/TW (sau đây gọi tắt là Nghị quyết 18); "
         "các đơn vị thực hiện Nghị quyết 18.",
         "Nghị quyết 18>18-NQ/TW"},
        {"defined name of several words",
         "Theo Nghị định số 108/2014/NĐ-CP (sau đây gọi là Nghị định tinh giản biên chế), "
         "đối tượng của Nghị định tinh giản biên chế được hưởng chế độ.",
         "Nghị định tinh giản biên chế>108/2014/NĐ-CP"},
        {"type and digits", "Thực hiện Nghị quyết số 18-NQ/TW.\nKết quả Nghị quyết 18 tốt.",
         "Nghị quyết 18>18-NQ/TW"},
        {"type, số and digits", "Thực hiện Kết luận số 50-KL/TW.\nTheo Kết luận số 50 thì làm.",
         "Kết luận số 50>50-KL/TW"},
        {"the defined name of a body is none",
         "Quyết định số 12/QĐ-UBND của Ủy ban nhân dân tỉnh (sau đây gọi tắt là UBND tỉnh); "
         "UBND tỉnh giao.",
         ""},
        {"a bare type is no name",
         "Nghị quyết số 18-NQ/TW (sau đây gọi tắt là Nghị quyết). Nghị quyết nêu rõ.", ""},
        {"a name with its number is a citation",
         "Luật số 1/2024/QH15 (sau đây gọi là Luật số 1/2024/QH15). Luật số 1/2024/QH15 nêu.", ""},
        {"another type", "Thực hiện Nghị quyết số 18-NQ/TW. Chương trình 18 đã xong.", ""},
        {"other digits", "Thực hiện Nghị quyết số 18-NQ/TW. Nghị quyết 19 thì khác.", ""},
        {"two documents fit",
         "Nghị quyết số 18-NQ/TW và Nghị quyết số 18/NQ-CP. Nghị quyết 18 nói rõ.", ""},
        {"two dates fit",
         "Nghị quyết số 18-NQ/TW ngày 25/10/2017, Nghị quyết số 18-NQ/TW ngày 16/6/2022. "
         "Nghị quyết 18 nói rõ.",
         ""},
        {"the number goes on", "Nghị quyết số 18-NQ/TW. Nghị quyết 18.5 và Nghị quyết 18a.", ""},
        {"inside the citation itself", "Nghị quyết 18-NQ/TW được quán triệt.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rule);
        CHECK(references(row.text) == row.expected);
    }
}

TEST_CASE("An anaphor stands for this document or the one cited just before") {
    const std::vector<Row> rows{
        {"this document", "1. Giao Sở Nội vụ theo dõi việc thực hiện Kế hoạch này.",
         "Kế hoạch này>self"},
        {"cited in the same paragraph",
         "1. Ngày 25/10/2017 có Nghị quyết số 18-NQ/TW; Nghị quyết này đổi mới bộ máy.",
         "Nghị quyết này>18-NQ/TW"},
        {"cited one paragraph before",
         "1. Quán triệt Nghị quyết số 18-NQ/TW.\n2. Phổ biến Nghị quyết này đến chi bộ.",
         "Nghị quyết này>18-NQ/TW"},
        {"no document of the kind", "1. Thông tư này chưa được nêu.", ""},
        {"cited too far away",
         "1. Nghị quyết số 18-NQ/TW.\n2. Việc khác.\n3. Việc nữa.\n4. Nghị quyết này.", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.rule);
        CHECK(references(kPlan + row.text) == row.expected);
    }
}
