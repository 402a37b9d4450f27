#include <string>
#include <vector>

#include "analyzers/citation/citations.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

// Names of the documents cited by name, joined by " | ".
std::string named_in(const std::string& text) {
    const Reading reading(text);
    std::string out;
    for (const NamedCitation& citation : read_citations(reading, {}).named) {
        if (!out.empty()) out += " | ";
        out += citation.name;
    }
    return out;
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

}  // namespace

TEST_CASE("Documents cited by name are found with their date or year") {
    const std::vector<Row> rows{
        {"law", "quy định của Luật Đất đai.", "Luật Đất đai"},
        {"lower case", "một số điều của luật người khuyết tật.", "Luật Người khuyết tật"},
        {"name with và", "Luật Phí và lệ phí và các văn bản", "Luật Phí và lệ phí"},
        {"two laws", "Luật Lâm nghiệp, Luật Đất đai và", "Luật Lâm nghiệp | Luật Đất đai"},
        {"with a date", "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
         "Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025"},
        {"with a year", "Luật Việc làm 2025 quy định", "Luật Việc làm 2025"},
        {"with năm", "Luật Nhà ở năm 2023;", "Luật Nhà ở năm 2023"},
        {"revised", "dự án Luật Viên chức (sửa đổi);", "Luật Viên chức (sửa đổi)"},
        {"in capitals", "THI HÀNH LUẬT VIỆC LÀM TRÊN ĐỊA BÀN", "Luật Việc làm"},
        {"code", "Bộ luật Lao động và", "Bộ luật Lao động"},
        {"ordinance", "Pháp lệnh Ưu đãi người có công với cách mạng;",
         "Pháp lệnh Ưu đãi người có công với cách mạng"},
        {"constitution", "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
         "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"},
        {"amending law",
         "Luật sửa đổi, bổ sung một số điều của Luật Dược ngày 21 tháng 11 năm 2024;",
         "Luật sửa đổi, bổ sung một số điều của Luật Dược ngày 21 tháng 11 năm 2024"},
        {"amending law, inner names in official capitals",
         "Luật sửa đổi, bổ sung một số điều của Luật giám định tư pháp, luật nhà ở và Luật Dược",
         "Luật sửa đổi, bổ sung một số điều của Luật Giám định tư pháp, Luật Nhà ở và Luật Dược"},
        {"name with commas",
         "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại "
         "Việt Nam ngày 16 tháng 6 năm 2014;",
         "Luật Nhập cảnh, xuất cảnh, quá cảnh, cư trú của người nước ngoài tại Việt Nam ngày 16 "
         "tháng 6 năm 2014"},
        {"name without its comma", "tuyên truyền Luật Phòng chống bạo lực gia đình cho",
         "Luật Phòng, chống bạo lực gia đình"},
        {"congress in small letters", "Nghị quyết đại hội Đảng lần thứ XIII và",
         "Nghị quyết Đại hội Đảng lần thứ XIII"},
        {"a law that no table holds", "Luật Thám hiểm vũ trụ quy định rằng",
         "Luật Thám hiểm vũ trụ"},
        {"plenum", "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII, tỉnh",
         "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII"},
        {"plenum, short", "Nghị quyết Trung ương 4 khóa XI về", "Nghị quyết Trung ương 4 khóa XI"},
        {"congress", "Nghị quyết Đại hội XIII của Đảng và", "Nghị quyết Đại hội XIII của Đảng"},
        {"provincial congress", "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVIII và",
         "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XVIII"},
        {"with a number: not by name", "Luật Đất đai số 31/2024/QH15", ""},
        {"year between name and number", "Luật Các tổ chức tín dụng 2024 số 32/2024/QH15", ""},
        {"version between name and number",
         "Luật Các tổ chức tín dụng sửa đổi 2025 số 96/2025/QH15", ""},
        {"not: the number is that of another", "Luật Việc làm 2025, Nghị định số 12/2025/NĐ-CP",
         "Luật Việc làm 2025"},
        {"amending law with a number",
         "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 43/2024/QH15", ""},
        {"law in general", "theo quy định của pháp luật đất đai", ""},
        {"discipline", "xử lý kỷ luật cán bộ, công chức", ""},
        {"lawyer", "Luật sư và Luật gia tham gia", ""},
        {"a school of law", "Trường Đại học Luật Hà Nội quyết định cử đi đào tạo", ""},
        {"this law", "Luật này có hiệu lực", ""},
        {"resolution in general", "các Nghị quyết của Đảng", ""},
        {"resolution of nobody", "Nghị quyết hội nghị", ""},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(named_in(row.text) == row.expected);
    }
}
