#include "analyzers/document_number.hpp"

#include <string>
#include <vector>

#include "analyzers/citation/number_scan.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

// Canonical numbers in `text`, joined by " | ".
std::string numbers_in(const std::string& text) {
    const Reading reading(text);
    std::string out;
    for (const NumberMatch& match : scan_numbers(reading)) {
        if (!out.empty()) out += " | ";
        out += match.number.canonical();
    }
    return out;
}

std::string surfaces_in(const std::string& text) {
    const Reading reading(text);
    std::string out;
    for (const NumberMatch& match : scan_numbers(reading)) {
        if (!out.empty()) out += " | ";
        out += std::string(reading.flow.at(match.span));
    }
    return out;
}

std::string typed(const std::string& text) {
    const auto number = parse_document_number(text);
    return number ? number->canonical() : "-";
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

}  // namespace

TEST_CASE("Numbers in running text are found and written canonically") {
    const std::vector<Row> rows{
        {"party: number, hyphen, type, slash, body", "Nghị quyết số 18-NQ/TW", "18-NQ/TW"},
        {"party: zero-led", "Kế hoạch số 07-KH/TW", "07-KH/TW"},
        {"party: conclusion", "Kết luận số 221-KL/TW", "221-KL/TW"},
        {"party: provincial plan", "Kế hoạch số 26-KH/TU", "26-KH/TU"},
        {"party: body of the centre", "Báo cáo số 565-BC/BTCTW", "565-BC/BTCTW"},
        {"party: steering committee", "Kế hoạch số 02-KH/BCĐTW", "02-KH/BCĐTW"},
        {"party: letter with CV", "Công văn số 134-CV/UBKTTU", "134-CV/UBKTTU"},
        {"party: district", "Chỉ thị số 12-CT/HU", "12-CT/HU"},
        {"party: base", "Kết luận số 15-KL/ĐU", "15-KL/ĐU"},
        {"party: union with unit", "Hướng dẫn số 36-HD/TWĐTN-VP", "36-HD/TWĐTN-VP"},
        {"party: compound type", "Thông báo số 12-TB-KL/TU", "12-TB-KL/TU"},
        {"state: number, slash, type, hyphen, body", "Nghị quyết số 10/NQ-CP", "10/NQ-CP"},
        {"state: plan", "Kế hoạch số 995/KH-UBND", "995/KH-UBND"},
        {"state: petition", "Tờ trình số 419/TTr-UBND", "419/TTr-UBND"},
        {"state: assembly committee", "Báo cáo thẩm tra số 104/BC-BVHXH", "104/BC-BVHXH"},
        {"state: telegram", "Công điện số 234/CĐ-TTg", "234/CĐ-TTg"},
        {"state: option", "Phương án số 728/PA-UBND", "728/PA-UBND"},
        {"state: department", "Tờ trình số 2329/TTr-SVHTTDL", "2329/TTr-SVHTTDL"},
        {"state: and-sign in a body", "Quyết định số 15/QĐ-BNN&PTNT", "15/QĐ-BNN&PTNT"},
        {"state: consolidated", "Văn bản hợp nhất số 01/VBHN-BNV", "01/VBHN-BNV"},
        {"state: notice of an office", "Thông báo số 659/TB-VPCP", "659/TB-VPCP"},
        {"state: unit after the body", "Quyết định số 146/QĐ-BVTV-KH", "146/QĐ-BVTV-KH"},
        {"state: licence", "Giấy phép số 06/GP-UBND", "06/GP-UBND"},
        {"normative: with year", "Nghị định số 108/2014/NĐ-CP", "108/2014/NĐ-CP"},
        {"normative: circular", "Thông tư số 85/2019/TT-BTC", "85/2019/TT-BTC"},
        {"normative: provincial", "Quyết định số 36/2014/QĐ-UBND", "36/2014/QĐ-UBND"},
        {"normative: assembly", "Nghị quyết số 16/2023/NQ-HĐND", "16/2023/NQ-HĐND"},
        {"normative: letter after the number", "Nghị quyết số 30a/2008/NQ-CP", "30a/2008/NQ-CP"},
        {"normative: new letter", "Nghị định số 12a/2025/NĐ-CP", "12a/2025/NĐ-CP"},
        {"normative: joint circular of several bodies",
         "Thông tư liên tịch số 19/2012/TTLT-BTC-BKH&ĐT-BTTTT", "19/2012/TTLT-BTC-BKH&ĐT-BTTTT"},
        {"normative: joint circular with a slash", "Thông tư số 88/2009/TTLT/BTC-BTNMT",
         "88/2009/TTLT-BTC-BTNMT"},
        {"normative: joint resolution keeps its slash",
         "Nghị quyết liên tịch số 403/2017/NQLT/UBTVQH14-CP-ĐCTUBTWMTTQVN",
         "403/2017/NQLT/UBTVQH14-CP-ĐCTUBTWMTTQVN"},
        {"assembly: resolution", "Nghị quyết số 56/2017/QH14", "56/2017/QH14"},
        {"assembly: law", "Luật Phí và lệ phí số 97/2015/QH13", "97/2015/QH13"},
        {"assembly: standing committee", "Nghị quyết số 1211/2016/UBTVQH13", "1211/2016/UBTVQH13"},
        {"assembly: standing committee with type", "Nghị quyết số 1668/NQ-UBTVQH15",
         "1668/NQ-UBTVQH15"},
        {"letter: body and unit", "Công văn số 1054/UBND-NCPC", "1054/UBND-NCPC"},
        {"letter: a code that is also a type", "Công văn số 5348/CT-CS", "5348/CT-CS"},
        {"letter: ministry", "Văn bản số 11344/BNV-CCVC", "11344/BNV-CCVC"},
        {"letter: body alone, announced", "Công văn số 6006/BGDĐT ngày", "6006/BGDĐT"},
        {"letter: unit with digits", "công văn số 3257/TNI-QLDN1 ngày", "3257/TNI-QLDN1"},
        {"letter: unit with small letters", "công văn số 324/QTR-KTr2 ngày", "324/QTR-KTr2"},
        {"letter: unknown company", "công văn số 486/VEAM-PC ngày", "486/VEAM-PC"},
        {"letter: unit after a dot", "Công văn số 1234/UBND.NC ngày", "1234/UBND.NC"},
        {"letter: spaces around the hyphen before a date", "công văn số 2273/CTK - CSCL ngày 15",
         "2273/CTK-CSCL"},
        {"letter: digits as unit", "văn bản số 01/CV-01 ngày", "01/CV-01"},
        {"directive, not a letter: the body follows the type", "số 05/CT-TTg", "05/CT-TTg"},
        {"no word before: known type and body", "theo 112-KH/TU thì", "112-KH/TU"},
        {"no word before: known state number", "(380/NQ-CP)", "380/NQ-CP"},
        {"type word without số", "Nghị quyết 380/NQ-CP ngày", "380/NQ-CP"},
        {"old decree of the Government", "Nghị định số 57/CP ngày", "57/CP"},
        {"order of the President", "Sắc lệnh số 254/SL", "254/SL"},
        {"spelling: spaces around the hyphen", "Hướng dẫn số 36 - HD/VPTW", "36-HD/VPTW"},
        {"spelling: space after the hyphen", "Nghị quyết số 66- NQ/TW", "66-NQ/TW"},
        {"spelling: space before the slash", "Quyết định số 12 /QĐ-UBND", "12/QĐ-UBND"},
        {"spelling: space after the type", "Quyết định số 40/2024/QĐ- UBND", "40/2024/QĐ-UBND"},
        {"spelling: en dash", "Nghị quyết số 18–NQ/TW", "18-NQ/TW"},
        {"spelling: swapped to state order", "Nghị quyết số 19/NQ-TW", "19-NQ/TW"},
        {"spelling: swapped to party order", "Kế hoạch số 995-KH/UBND", "995/KH-UBND"},
        {"spelling: two slashes", "Nghị quyết số 18/NQ/TW", "18-NQ/TW"},
        {"spelling: slash and hyphen", "Kế hoạch số 03/-KH/BCSĐ", "03-KH/BCSĐ"},
        {"spelling: missing hyphen", "Nghị quyết số 18 NQ/TW", "18-NQ/TW"},
        {"spelling: Đ without bar", "Nghị định số 30/2020/ND-CP", "30/2020/NĐ-CP"},
        {"spelling: QD", "Quyết định số 752/QD-TTg", "752/QĐ-TTg"},
        {"spelling: eth for Đ", "Nghị định số 30/2020/NÐ-CP", "30/2020/NĐ-CP"},
        {"spelling: TƯ", "Nghị quyết số 18-NQ/TƯ", "18-NQ/TW"},
        {"spelling: capitals of a heading", "CHƯƠNG TRÌNH SỐ 51-CTR/TU", "51-CTr/TU"},
        {"spelling: TTG", "CHỈ THỊ SỐ 32/CT-TTG", "32/CT-TTg"},
        {"spelling: TTR", "TỜ TRÌNH SỐ 12/TTR-UBND", "12/TTr-UBND"},
        {"spelling: joined type and body", "Nghị định số 16/2015/NĐCP", "16/2015/NĐ-CP"},
        {"spelling: joined circular", "Thông tư số 12/2016/TTBTC", "12/2016/TT-BTC"},
        {"spelling: Cyrillic look-alikes", "Nghị quyết số 66/NQ-СР", "66/NQ-CP"},
        {"spelling: O for Q", "Luật số 72/2025/OH15", "72/2025/QH15"},
        {"spelling: missing space before the number", "Tờ trình số347/TTr-CP", "347/TTr-CP"},
        {"spelling: a word glued to the end", "Quyết định số 12/2020/QĐ-TTgcủa", "12/2020/QĐ-TTg"},
        {"spelling: a capitalised word glued to the end", "Thông tư số 5/2019/TT-BTCQuy định",
         "5/2019/TT-BTC"},
        {"spelling: footnote digit glued to the end", "Nghị định số 12/2020/NĐ-CP1",
         "12/2020/NĐ-CP"},
        {"spelling: footnote in brackets", "Nghị định số 12/2020/NĐ-CP[1]", "12/2020/NĐ-CP"},
        {"spelling: broken by a line end", "Quyết định số 3783/QĐ-\nUBND\nNghệ An", "3783/QĐ-UBND"},
        {"spelling: decomposed letters",
         "Nghi\u0323\u0302 \u0111i\u0323nh so\u0302\u0301 "
         "108/2014/NĐ-CP",
         "108/2014/NĐ-CP"},
        {"list: shared suffix", "các Nghị quyết số 18, 19-NQ/TW", "18-NQ/TW | 19-NQ/TW"},
        {"list: shared suffix with và", "các Nghị quyết số 18, 19 và 20-NQ/TW",
         "18-NQ/TW | 19-NQ/TW | 20-NQ/TW"},
        {"list: shared suffix, số repeated", "Nghị quyết số 18, số 19-NQ/TW",
         "18-NQ/TW | 19-NQ/TW"},
        {"list: full numbers", "Nghị quyết số 18-NQ/TW, 19-NQ/TW", "18-NQ/TW | 19-NQ/TW"},
        {"list: state numbers", "các Công điện số 217/CĐ-TTg, 218/CĐ-TTg và 222/CĐ-TTg",
         "217/CĐ-TTg | 218/CĐ-TTg | 222/CĐ-TTg"},
        {"list: letters inherit the announcement", "văn bản số 1552/BTTTT-TTH và 708/BTTTT-CATTT",
         "1552/BTTTT-TTH | 708/BTTTT-CATTT"},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(numbers_in(row.text) == row.expected);
    }
}

TEST_CASE("What looks like a number of a document and is none gives nothing") {
    const std::vector<Row> rows{
        {"date with slashes", "ngày 25/10/2017", ""},
        {"date with hyphens", "ngày 25-10-2017", ""},
        {"month and year", "tháng 10/2017", ""},
        {"period", "giai đoạn 2016-2020", ""},
        {"period with spaces", "giai đoạn 2026 - 2030", ""},
        {"period before capitals", "giai đoạn 2021 - 2025 - HÀ NỘI", ""},
        {"money", "16.000 tỷ đồng", ""},
        {"telephone", "điện thoại 024.3943-1234", ""},
        {"file code", "hồ sơ 1.014465.H50", ""},
        {"norm TCVN", "TCVN 7957:2008", ""},
        {"norm QCVN with body", "QCVN 40:2011/BTNMT", ""},
        {"norm QCVN with slash", "QCVN 07/2016/BXD", ""},
        {"norm ISO", "ISO 9001/2015", ""},
        {"norm of a body with a space", "Tiêu chuẩn cơ sở 661: 2018/BVTV", ""},
        {"form", "theo Mẫu số 01/TNDN ban hành", ""},
        {"form with unit", "Mẫu số 01/TK-SDDPNN", ""},
        {"form without số", "Mẫu 02/ĐK-TCT", ""},
        {"annex", "Phụ lục số 02/PL-UBND", ""},
        {"address", "số 76 Hàng Buồm", ""},
        {"address with slash", "nhà số 12/3 đường Láng", ""},
        {"house with letter", "số 25/A phố", ""},
        {"road chainage", "đoạn K12+300 - K15+200", ""},
        {"decision number of a road", "quốc lộ 14-B", ""},
        {"share", "đạt 3/4 tổng số", ""},
        {"score", "tỷ lệ 1/500", ""},
        {"speed", "60 km/h", ""},
        {"unit", "12 m3/ngày", ""},
        {"per cent a year", "1,5%/năm", ""},
        {"deadline of a rule", "24/7", ""},
        {"list dash", "1 - Thuế giá trị gia tăng", ""},
        {"table cell", "22\n- Thuế sử dụng đất", ""},
        {"step", "Bước 1 - Người đứng đầu", ""},
        {"type alone", "Nghị quyết số 18 của Trung ương", ""},
        {"article", "Điều 5/6 Luật", ""},
        {"virus", "Covid-19/2020", ""},
        {"version", "phiên bản 2.0/2024", ""},
        {"bare digits and slashes", "1/2/3/4/5/6/7/8", ""},
        {"code without number", "QĐ-UBND", ""},
        {"blank number", "Số:      /QĐ-UBND", ""},
        {"dotted blank number", "Số: ...../QĐ-UBND", ""},
        {"code of an account", "tài khoản 12/ABC-XYZ", ""},
        {"lower-case words", "12/tháng-năm", ""},
        {"accented capitals", "số 12 - HÀ NỘI", ""},
        {"mid-number", "1.234/QĐ-UBND", ""},
        {"seven digits", "số 1234567/QĐ-UBND", ""},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(numbers_in(row.text) == row.expected);
    }
}

TEST_CASE("The surface of a number is what the text shows") {
    CHECK(surfaces_in("Nghị quyết số 66- NQ/TW và") == "66- NQ/TW");
    CHECK(surfaces_in("các Nghị quyết số 18, 19-NQ/TW") == "18 | 19-NQ/TW");
    CHECK(surfaces_in("Nghị định số 12/2020/NĐ-CP1 ngày") == "12/2020/NĐ-CP");
    CHECK(surfaces_in("Quyết định số 12/2020/QĐ-TTgcủa") == "12/2020/QĐ-TTg");
    CHECK(surfaces_in("Tờ trình số347/TTr-CP") == "347/TTr-CP");
}

TEST_CASE("A number that a user types is understood in any spelling") {
    const std::vector<Row> rows{
        {"exact", "18-NQ/TW", "18-NQ/TW"},
        {"lower case", "18-nq/tw", "18-NQ/TW"},
        {"spaces", "18 nq tw", "18-NQ/TW"},
        {"type first", "NQ18-TW", "18-NQ/TW"},
        {"type first with spaces", "nq 18 tw", "18-NQ/TW"},
        {"no separator at all", "18nqtw", "18-NQ/TW"},
        {"with type and số", "Nghị quyết số 18-NQ/TƯ", "18-NQ/TW"},
        {"type without diacritics", "nghi quyet 18-nq/tw", "18-NQ/TW"},
        {"swapped", "19/NQ-TW", "19-NQ/TW"},
        {"decree without issuer", "nđ 108/2014", "108/2014/NĐ-CP"},
        {"decree by name without issuer", "nghị định 108/2014", "108/2014/NĐ-CP"},
        {"decree without bar", "108/2014/nd-cp", "108/2014/NĐ-CP"},
        {"decree with spaces", "108 2014 nd cp", "108/2014/NĐ-CP"},
        {"law", "luật 72/2025/qh15", "72/2025/QH15"},
        {"law number alone", "56/2017/QH14", "56/2017/QH14"},
        {"slip O for Q", "72/2025/OH15", "72/2025/QH15"},
        {"decision, type first", "QĐ 1850 TTg", "1850/QĐ-TTg"},
        {"decision with year", "qđ 36/2014 ubnd", "36/2014/QĐ-UBND"},
        {"programme in capitals", "51-CTR/TU", "51-CTr/TU"},
        {"letter", "1054/UBND-NCPC", "1054/UBND-NCPC"},
        {"letter by name", "công văn 5348/CT-CS", "5348/CT-CS"},
        {"letter lower case", "1054/ubnd-ncpc", "1054/UBND-NCPC"},
        {"assembly without bar", "16/2023/nq-hdnd", "16/2023/NQ-HĐND"},
        {"circular", "tt 85/2019 btc", "85/2019/TT-BTC"},
        {"trailing full stop and spaces", " 18-NQ/TW. ", "18-NQ/TW"},
        {"name of the type twice", "kế hoạch 26-KH/TU", "26-KH/TU"},
        {"words", "tinh giản biên chế", "-"},
        {"words with a number", "18 tháng 10", "-"},
        {"type and number only", "nghị quyết 18", "-"},
        {"date", "25/10/2017", "-"},
        {"period", "2016-2020", "-"},
        {"abbreviation", "ubnd", "-"},
        {"body and year", "sở nội vụ 2018", "-"},
        {"virus", "covid-19", "-"},
        {"empty", "", "-"},
        {"spaces only", "   ", "-"},
        {"question", "18-NQ/TW là gì", "-"},
    };
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(typed(row.text) == row.expected);
    }
}

TEST_CASE("The canonical spelling of a number reads back as the same number") {
    for (const char* text :
         {"18-NQ/TW", "108/2014/NĐ-CP", "56/2017/QH14", "1054/UBND-NCPC", "10/NQ-CP", "51-CTr/TU",
          "19/2012/TTLT-BTC-BKH&ĐT-BTTTT", "403/2017/NQLT/UBTVQH14-CP-ĐCTUBTWMTTQVN"}) {
        INFO(text);
        const auto number = parse_document_number(text);
        REQUIRE(number);
        CHECK(number->canonical() == text);
        const auto again = parse_document_number(number->canonical());
        REQUIRE(again);
        CHECK(*again == *number);
    }
}

TEST_CASE("The parts of a number are told apart by the order of its separators") {
    const auto party = parse_document_number("18-NQ/TW");
    REQUIRE(party);
    CHECK(party->system == NumberSystem::party);
    CHECK(party->ordinal == "18");
    CHECK(party->type == "NQ");
    CHECK(party->issuer == "TW");
    const auto state = parse_document_number("01/2014/NĐ-CP");
    REQUIRE(state);
    CHECK(state->system == NumberSystem::state);
    CHECK(state->ordinal == "01");
    CHECK(state->year == "2014");
    const auto letter = parse_document_number("1054/UBND-NCPC");
    REQUIRE(letter);
    CHECK(letter->type.empty());
    CHECK(letter->issuer == "UBND-NCPC");
}

TEST_CASE("Codes mean types by their system") {
    CHECK(type_of_code("NQ", NumberSystem::party) == "Nghị quyết");
    CHECK(type_of_code("TT", NumberSystem::state) == "Thông tư");
    CHECK(type_of_code("TT", NumberSystem::party) == "Thông tri");
    CHECK(type_of_code("HD", NumberSystem::state) == "Hướng dẫn");
    CHECK(type_of_code("HĐ", NumberSystem::state) == "Hợp đồng");
    CHECK(type_of_code("XYZ", NumberSystem::state).empty());
}

TEST_CASE("Local issuers are those that exist in many places") {
    CHECK(is_local_issuer("TU"));
    CHECK(is_local_issuer("UBND"));
    CHECK(is_local_issuer("UBND-NCPC"));
    CHECK(is_local_issuer("SNV"));
    CHECK_FALSE(is_local_issuer("TW"));
    CHECK_FALSE(is_local_issuer("CP"));
    CHECK_FALSE(is_local_issuer("QH14"));
    CHECK_FALSE(is_local_issuer("KHÔNG"));
}
