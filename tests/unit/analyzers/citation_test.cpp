#include "analyzers/citation/citations.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

CitationReading read(const std::string& text, const std::string& own_type = {}) {
    const Reading reading(text);
    Header header;
    header.type = own_type;
    return read_citations(reading, header);
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

}  // namespace

TEST_CASE("The document's own number is no citation, the same number of another year is") {
    const std::string text =
        "Số: 12/QĐ-UBND\nThực hiện Quyết định số 12/QĐ-UBND ngày 05/3/2019.\n"
        "(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 06/4/2020)\n";
    const Reading reading(text);
    Header header;
    header.number = "12/QĐ-UBND";
    header.number_span = {6, 18};
    header.date = Date::of(2020, 4, 6);
    const CitationReading result = read_citations(reading, header);
    REQUIRE(result.citations.size() == 1);
    CHECK(result.citations[0].date == Date::of(2019, 3, 5));
}

TEST_CASE("The line that a portal adds at the end is no part of the document") {
    const Reading reading(
        "Thực hiện Nghị quyết số 18-NQ/TW.\nKế hoạch 5/KH-UBND năm 2025 thực hiện "
        "Nghị quyết 66-NQ/TW do tỉnh ban hành\n");
    Header header;
    header.number = "5/KH-UBND";
    const CitationReading result = read_citations(reading, header);
    REQUIRE(result.citations.size() == 1);
    CHECK(result.citations[0].number == "18-NQ/TW");
}

TEST_CASE("Dates are read in all forms and shared between mentions of one number") {
    const std::vector<Row> rows{
        {"digits", "Nghị quyết số 18-NQ/TW ngày 25/10/2017", "2017-10-25"},
        {"digits after a comma", "Nghị quyết số 18-NQ/TW, ngày 25/10/2017", "2017-10-25"},
        {"words", "Nghị quyết số 18-NQ/TW ngày 25 tháng 10 năm 2017", "2017-10-25"},
        {"words in capitals", "NGHỊ QUYẾT SỐ 18-NQ/TW NGÀY 25 THÁNG 10 NĂM 2017", "2017-10-25"},
        {"hyphens", "Nghị quyết số 18-NQ/TW, ngày 25-10-2017", "2017-10-25"},
        {"dots", "Nghị quyết số 18-NQ/TW ngày 25.10.2017", "2017-10-25"},
        {"after the issuer", "Nghị quyết số 18-NQ/TW của Bộ Chính trị ngày 25/10/2017",
         "2017-10-25"},
        {"glued month", "Nghị quyết số 18-NQ/TW ngày 25 tháng10 năm 2017", "2017-10-25"},
        {"after a footnote", "Nghị quyết số 18-NQ/TW[2] ngày 25/10/2017", "2017-10-25"},
        {"doubled word and a slip for năm",
         "Nghị quyết số 18-NQ/TW ngày ngày 25 tháng 10 ngăm 2017", "2017-10-25"},
        {"a slip of the tone of năm", "Nghị quyết số 18-NQ/TW ngày 25 tháng 10 nám 2017",
         "2017-10-25"},
        {"đề ngày", "Tờ trình số 12/TTr-BTC đề ngày 25/10/2017 của Bộ Tài chính", "2017-10-25"},
        {"day and subject before the act",
         "Ngày 25/10/2017, Bộ Tài chính tiếp tục ban hành Quyết định số 12/QĐ-BTC về thử nghiệm",
         "2017-10-25"},
        {"a day with another act is no date of it",
         "Ngày 25/10/2017, Bộ Tài chính họp để xem xét Quyết định số 12/QĐ-BTC", "-"},
        {"tháng for năm", "Nghị quyết số 18-NQ/TW ngày 25 tháng 10 tháng 2017", "2017-10-25"},
        {"the second slash is missing", "Nghị quyết số 18-NQ/TW ngày 25/10 2017", "2017-10-25"},
        {"a day without its year", "Nghị quyết số 18-NQ/TW ngày 25/10 và 2017 người", "-"},
        {"another word before the year is no slip",
         "Nghị quyết số 18-NQ/TW ngày 25 tháng 10 và 2017", "-"},
        {"year alone is no date", "Nghị quyết số 18-NQ/TW năm 2017", "-"},
        {"impossible day", "Nghị quyết số 18-NQ/TW ngày 31/02/2017", "-"},
        {"a deadline is no date of it", "báo cáo Nghị quyết số 18-NQ/TW trước ngày 25/10/2017",
         "-"},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        const CitationReading result = read(row.text);
        REQUIRE(result.citations.size() == 1);
        const auto& date = result.citations[0].date;
        CHECK((date ? date->iso() : "-") == std::string(row.expected));
    }
    const CitationReading shared = read(
        "Nghị quyết số 18-NQ/TW.\nNghị quyết số 18-NQ/TW ngày "
        "25/10/2017.");
    REQUIRE(shared.citations.size() == 2);
    CHECK(shared.citations[0].date == Date::of(2017, 10, 25));
    CHECK_FALSE(shared.citations[0].date_in_mention);
    CHECK(shared.citations[1].date_in_mention);
    const CitationReading two = read(
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017.\nNghị quyết số 18-NQ/TW "
        "ngày 16/6/2022.\nNghị quyết số 18-NQ/TW.");
    CHECK_FALSE(two.citations[2].date);
    const CitationReading list = read("Nghị quyết số 18, 19-NQ/TW ngày 25/10/2017.");
    CHECK(list.citations[0].date == Date::of(2017, 10, 25));
}

TEST_CASE("Type and issuer are those that stand beside the number") {
    const std::vector<Row> rows{
        {"stated", "Kế hoạch hành động số 328-KH/TU của Tỉnh ủy", "Kế hoạch hành động / Tỉnh ủy"},
        {"kind of report", "Báo cáo thẩm tra số 104/BC-BVHXH", "Báo cáo / "},
        {"words between", "Báo cáo giải trình, tiếp thu số 473/BC-UBND", "Báo cáo / "},
        {"generic word, coded", "văn bản số 213-KL/TW", "Kết luận / "},
        {"generic word, letter", "Văn bản số 11344/BNV-CCVC", "Văn bản / "},
        {"letter", "Công văn số 1054/UBND-NCPC", "Công văn / "},
        {"nothing said", "(108/2014/NĐ-CP)", "Nghị định / "},
        {"law by its name", "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "Luật / "},
        {"code", "Bộ luật Lao động số 45/2019/QH14", "Bộ luật / "},
        {"regulation under QĐ", "Quy định số 66-QĐ/TW", "Quy định / "},
        {"committee with term",
         "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương Đảng (khóa XII)",
         "Nghị quyết / Ban Chấp hành Trung ương Đảng (khóa XII)"},
        {"office dropped", "Thông tư số 2/2025/TT-BCT của Bộ trưởng Bộ Công Thương quy định",
         "Thông tư / Bộ Công Thương"},
        {"name with và", "Quyết định số 1/QĐ-BNNMT của Bộ Nông nghiệp và Môi trường về việc",
         "Quyết định / Bộ Nông nghiệp và Môi trường"},
        {"before tại", "chỉ đạo của Bộ Chính trị tại thông báo số 99-TB/TW",
         "Thông báo / Bộ Chính trị"},
        {"before ban hành", "Ủy ban nhân dân tỉnh ban hành Chỉ thị số 8/CT-UBND",
         "Chỉ thị / Ủy ban nhân dân tỉnh"},
        {"before tiếp tục ban hành",
         "Ngân hàng Nhà nước Việt Nam tiếp tục ban hành Quyết định số "
         "3539/QĐ-NHNN",
         "Quyết định / Ngân hàng Nhà nước Việt Nam"},
        {"của ran into the number", "Quyết định số 35/2025/QĐ-TTgcủa Thủ tướng Chính phủ sửa đổi",
         "Quyết định / Thủ tướng Chính phủ"},
        {"a remark before của",
         "Tờ trình số 12/TTr-BTC đề ngày 05/9/2025 (nhận ngày 15/9/2025) của Bộ "
         "Tài chính",
         "Tờ trình / Bộ Tài chính"},
        {"what the rule says of cases is no part",
         "Quyết định số 9/QĐ-TTg của Thủ tướng Chính phủ đủ "
         "điều kiện chuyển sang",
         "Quyết định / Thủ tướng Chính phủ"},
        {"before gửi", "Cục Thi hành án dân sự thành phố Hà Nội chỉ gửi công văn số 1310/CV-THADS",
         "Công văn / Cục Thi hành án dân sự thành phố Hà Nội"},
        {"not before another verb", "Bộ Tài chính nghiên cứu Quyết định số 12/QĐ-BTC",
         "Quyết định / "},
        {"a court's seat is part of its name",
         "Bản án số 167/2023/HSPT của TAND cấp cao tại Hà Nội", "Bản án / TAND cấp cao tại Hà Nội"},
        {"not another tại", "Quyết định số 12/QĐ-BTC của Bộ Tài chính tại Hà Nội",
         "Quyết định / Bộ Tài chính"},
        {"what becomes of it is no part of the issuer",
         "Quyết định số 12/QĐ-BTC của Bộ Tài chính hết hiệu lực kể từ ngày",
         "Quyết định / Bộ Tài chính"},
        {"heading in capitals", "CHƯƠNG TRÌNH SỐ 51-CTR/TU CỦA TỈNH ỦY KON TUM THỰC HIỆN",
         "Chương trình / Tỉnh ủy Kon Tum"},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        const CitationReading result = read(row.text);
        REQUIRE(result.citations.size() == 1);
        CHECK(result.citations[0].type + " / " + result.citations[0].issuer == row.expected);
    }
    const CitationReading list = read(
        "Chỉ thị số 31-CT/TU ngày 06/6/2023, Kế hoạch số 134-KH/TU ngày "
        "29/12/2023 của Ban Thường vụ Tỉnh ủy;");
    REQUIRE(list.citations.size() == 2);
    CHECK(list.citations[0].issuer == "Ban Thường vụ Tỉnh ủy");
}

TEST_CASE("Type and issuer said once before a list hold for all of it") {
    const auto facts = [](const std::string& text) {
        std::string out;
        for (const Citation& citation : read(text).citations) {
            out += citation.type + '/' + citation.issuer + ' ';
        }
        return out;
    };
    const std::vector<Row> rows{
        {"head of a list with a colon",
         "Căn cứ các Quyết định của Bộ trưởng Bộ Tư pháp: Số 524/QĐ-BTP ngày 5/4/2021 về việc thử; "
         "số "
         "853/QĐ-BTP ngày 17/5/2024;",
         "Quyết định/Bộ Tư pháp Quyết định/Bộ Tư pháp "},
        {"not for a document of another body",
         "Căn cứ các Quyết định của Bộ trưởng Bộ Tư pháp: Số 524/QĐ-BTP; số 853/QĐ-BTC.",
         "Quyết định/Bộ Tư pháp Quyết định/ "},
        {"subject of ban hành",
         "Chính phủ đã ban hành Nghị quyết số 214/NQ-CP ngày 23/7/2025 về thử, "
         "Nghị định số 278/2025/NĐ-CP.",
         "Nghị quyết/Chính phủ Nghị định/Chính phủ "},
        {"not over the end of the sentence",
         "Chính phủ đã ban hành Nghị quyết số 214/NQ-CP. Nghị định số 278/2025/NĐ-CP còn hiệu lực.",
         "Nghị quyết/Chính phủ Nghị định/ "},
        {"tại các văn bản",
         "đề nghị của Bộ Công an tại các văn bản số 554/TTr-BCA ngày 1/10/2025, số "
         "2529/BC-BCA.",
         "Tờ trình/Bộ Công an Báo cáo/Bộ Công an "},
        {"one word for letters without a type code",
         "các văn bản số: 10894/VPCP-CN ngày 8/11/2025, 8563/VPCP-CN ngày 12/9/2025",
         "Văn bản/ Văn bản/ "},
        {"not when the second has a word of its own",
         "văn bản số 10894/VPCP-CN ngày 8/11/2025, công văn số 8563/VPCP-CN",
         "Văn bản/ Công văn/ "},
    };
    for (const Row& row : rows) {
        INFO(row.rule);
        CHECK(facts(row.text) == row.expected);
    }
}

TEST_CASE("Pinpoints, titles, cues and clauses are kept as evidence") {
    const std::string text =
        "Điều 1. Căn cứ điểm a khoản 2 Điều 5 Nghị định số 108/2014/NĐ-CP ngày "
        "20/11/2014 của Chính phủ về tinh giản biên chế; các việc khác.";
    const Reading reading(text);
    const CitationReading result = read_citations(reading, {});
    REQUIRE(result.citations.size() == 1);
    const Citation& citation = result.citations[0];
    CHECK(citation.pinpoint == "điểm a khoản 2 Điều 5");
    CHECK(read("Chi tiết khoản 2 Điều 46 Nghị định số 60/2021/NĐ-CP").citations[0].pinpoint ==
          "khoản 2 Điều 46");
    CHECK(citation.title == "về tinh giản biên chế");
    CHECK(reading.flow.at(citation.cue) == "Căn cứ");
    CHECK(reading.flow.at(citation.span) == "108/2014/NĐ-CP");
    const std::string clause(reading.flow.at(citation.clause));
    CHECK(clause.find("Căn cứ điểm a") == 0);
    CHECK(clause.find("các việc khác") == std::string::npos);
}

TEST_CASE("Who issued a number holds for mentions of another day when all that say it agree") {
    const auto issuer_of_last = [](const std::string& text) {
        return read(text).citations.back().issuer;
    };
    const std::string slip =
        "Quyết định số 15/2025/QĐ-TTg ngày 16/6/2025 của Thủ tướng Chính phủ; Quyết định số "
        "15/2025/QĐ-TTg ngày 14/6/2025 của Thủ tướng Chính phủ. Theo Quyết định số 15/2025/QĐ-TTg.";
    CHECK(issuer_of_last(slip) == "Thủ tướng Chính phủ");
    const std::string two =
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII; Nghị "
        "quyết số 18-NQ/TW ngày 16/6/2022 của Ban Chấp hành Trung ương Đảng khóa XIII. Theo Nghị "
        "quyết số 18-NQ/TW.";
    CHECK(issuer_of_last(two).empty());
}
