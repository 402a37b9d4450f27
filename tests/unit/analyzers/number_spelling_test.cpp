#include <string>
#include <vector>

#include "analyzers/citation/number_scan.hpp"
#include "analyzers/document_number.hpp"
#include "analyzers/text/reading.hpp"
#include "tests/catch.hpp"

// The second part of the table of spellings in document_number_test.cpp: more families, and what
// stands near numbers of documents in real texts.
using namespace tracuu::analyzers;

namespace {

std::string numbers_in(const std::string& text) {
    const Reading reading(text);
    std::string out;
    for (const NumberMatch& match : scan_numbers(reading)) {
        if (!out.empty()) out += " | ";
        out += match.number.canonical();
    }
    return out;
}

struct Row {
    const char* rule;
    const char* text;
    const char* expected;
};

void check(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
        INFO(row.rule << ": " << row.text);
        CHECK(numbers_in(row.text) == row.expected);
    }
}

}  // namespace

TEST_CASE("Numbers of the Party are read in every family") {
    check({
        {"regulation", "Quy định số 232-QĐ/TW", "232-QĐ/TW"},
        {"rules under QyĐ", "Quy định số 12-QyĐ/TU", "12-QyĐ/TU"},
        {"rules in capitals", "QUY ĐỊNH SỐ 12-QYĐ/TU", "12-QyĐ/TU"},
        {"statute", "Quy chế số 25-QC/TW", "25-QC/TW"},
        {"guidance", "Hướng dẫn số 01-HD/TW", "01-HD/TW"},
        {"directive", "Chỉ thị số 35-CT/TW", "35-CT/TW"},
        {"notice", "Thông báo số 99-TB/TW", "99-TB/TW"},
        {"circular letter of the Party", "Thông tri số 02-TT/TU", "02-TT/TU"},
        {"programme", "Chương trình số 19-CTr/TU", "19-CTr/TU"},
        {"programme of action", "Chương trình hành động số 31-CTrHĐ/TU", "31-CTrHĐ/TU"},
        {"scheme", "Đề án số 15-ĐA/TU", "15-ĐA/TU"},
        {"submission", "Tờ trình số 08-TTr/BCSĐ", "08-TTr/BCSĐ"},
        {"decision", "Quyết định số 1234-QĐ/TU", "1234-QĐ/TU"},
        {"project", "Dự án số 03-DA/TW", "03-DA/TW"},
        {"declaration", "Báo cáo số 12-BC/VPTW", "12-BC/VPTW"},
        {"organisation committee", "Hướng dẫn số 05-HD/BTCTW", "05-HD/BTCTW"},
        {"inspection committee", "Hướng dẫn số 02-HD/UBKTTW", "02-HD/UBKTTW"},
        {"provincial organisation committee", "Hướng dẫn số 05-HD/BTCTU", "05-HD/BTCTU"},
        {"committee of a ministry", "Nghị quyết số 20-NQ/BCSĐ", "20-NQ/BCSĐ"},
        {"Party committee of the Government", "Kế hoạch số 12-KH/ĐU", "12-KH/ĐU"},
        {"city committee", "Kế hoạch số 45-KH/ThU", "45-KH/ThU"},
        {"district committee in capitals", "KẾ HOẠCH SỐ 45-KH/HU", "45-KH/HU"},
        {"youth union", "Kế hoạch số 77-KH/TWĐTN-CNTN", "77-KH/TWĐTN-CNTN"},
        {"zero-led of three digits", "Kế hoạch số 007-KH/TU", "007-KH/TU"},
        {"conclusion in a notice", "Thông báo số 160-TB/TW của Bộ Chính trị", "160-TB/TW"},
        {"two in one clause", "Nghị quyết số 57-NQ/TW và Nghị quyết số 68-NQ/TW",
         "57-NQ/TW | 68-NQ/TW"},
        {"spaces around both separators", "Kế hoạch số 26 - KH / TU", "26-KH/TU"},
        {"non-breaking hyphen", "Nghị quyết số 18‑NQ/TW", "18-NQ/TW"},
        {"minus sign", "Nghị quyết số 18−NQ/TW", "18-NQ/TW"},
        {"em dash", "Nghị quyết số 18—NQ/TW", "18-NQ/TW"},
        {"TƯ in a longer code", "Thông báo số 432-TB/VPTƯ", "432-TB/VPTW"},
        {"broken after the slash", "Nghị quyết số 18-NQ/\nTW ngày", "18-NQ/TW"},
        {"broken after số", "Kết luận số\n221-KL/TW ngày", "221-KL/TW"},
    });
}

TEST_CASE("Numbers of the State are read in every family") {
    check({
        {"decree of the nineties", "Nghị định số 12/1999/NĐ-CP", "12/1999/NĐ-CP"},
        {"decision of the Prime Minister", "Quyết định số 2639/QĐ-TTg", "2639/QĐ-TTg"},
        {"directive of the Prime Minister", "Chỉ thị số 16/CT-TTg", "16/CT-TTg"},
        {"resolution of the Government with year", "Nghị quyết số 08/2025/NQ-CP", "08/2025/NQ-CP"},
        {"second count before the year", "Nghị quyết số 66.7/2025/NQ-CP", "66.7/2025/NQ-CP"},
        {"second count of two digits", "Nghị quyết số 66.12/2025/NQ-CP", "66.12/2025/NQ-CP"},
        {"second count without a word", "(66.4/2025/NQ-CP)", "66.4/2025/NQ-CP"},
        {"second count in a list", "Nghị quyết số 66.2/2025/NQ-CP và 66.3/2025/NQ-CP",
         "66.2/2025/NQ-CP | 66.3/2025/NQ-CP"},
        {"circular of a new ministry", "Thông tư số 38/2025/TT-BXD", "38/2025/TT-BXD"},
        {"circular of the State Bank", "Thông tư số 39/2016/TT-NHNN", "39/2016/TT-NHNN"},
        {"circular of the Audit Office", "Quyết định số 06/2023/QĐ-KTNN", "06/2023/QĐ-KTNN"},
        {"circular of the Court", "Thông tư số 01/2024/TT-TANDTC", "01/2024/TT-TANDTC"},
        {"resolution of the judges", "Nghị quyết số 04/2017/NQ-HĐTP", "04/2017/NQ-HĐTP"},
        {"joint circular of two", "Thông tư liên tịch số 01/2016/TTLT-BCA-BTC",
         "01/2016/TTLT-BCA-BTC"},
        {"joint circular of four", "Thông tư liên tịch số 02/2018/TTLT-VKSNDTC-TANDTC-BCA-BQP",
         "02/2018/TTLT-VKSNDTC-TANDTC-BCA-BQP"},
        {"joint resolution", "Nghị quyết liên tịch số 01/2008/NQLT-MTTQ-CP",
         "01/2008/NQLT/MTTQ-CP"},
        {"consolidated of the Assembly's office", "Văn bản hợp nhất số 10/VBHN-VPQH",
         "10/VBHN-VPQH"},
        {"consolidated of a ministry with year", "Văn bản hợp nhất số 05/2024/VBHN-BTC",
         "05/2024/VBHN-BTC"},
        {"law", "Luật Đất đai số 31/2024/QH15", "31/2024/QH15"},
        {"code", "Bộ luật Dân sự số 91/2015/QH13", "91/2015/QH13"},
        {"ordinance", "Pháp lệnh số 01/2022/UBTVQH15", "01/2022/UBTVQH15"},
        {"resolution of the Assembly, new order", "Nghị quyết số 203/2025/QH15", "203/2025/QH15"},
        {"committee of the Assembly with term", "Báo cáo thẩm tra số 419/BC-UBPLTP15",
         "419/BC-UBPLTP15"},
        {"order of the President", "Lệnh số 12/2024/L-CTN", "12/2024/L-CTN"},
        {"decision of the President", "Quyết định số 1234/QĐ-CTN", "1234/QĐ-CTN"},
        {"council of a province", "Nghị quyết số 15/NQ-HĐND", "15/NQ-HĐND"},
        {"committee of a council", "Báo cáo số 12/BC-KTNS", "12/BC-KTNS"},
        {"standing of a council", "Thông báo số 45/TB-TTHĐND", "45/TB-TTHĐND"},
        {"plan of a committee", "Kế hoạch số 112/KH-UBND", "112/KH-UBND"},
        {"programme", "Chương trình số 03/CTr-UBND", "03/CTr-UBND"},
        {"telegram of a chairman", "Công điện số 03/CĐ-UBND", "03/CĐ-UBND"},
        {"scheme of the Government", "Đề án số 348/ĐA-CP", "348/ĐA-CP"},
        {"submission of a department", "Tờ trình số 3218/TTr-SVHTTDL", "3218/TTr-SVHTTDL"},
        {"report of a department", "Báo cáo số 22/BC-STP", "22/BC-STP"},
        {"guidance of a ministry", "Hướng dẫn số 09/HD-BNV", "09/HD-BNV"},
        {"conclusion of inspectors", "Kết luận thanh tra số 123/KL-TTCP", "123/KL-TTCP"},
        {"plan of inspectors", "Kế hoạch thanh tra số 1505/KH-TTCP", "1505/KH-TTCP"},
        {"decision of an agency", "Quyết định số 3539/QĐ-NHNN", "3539/QĐ-NHNN"},
        {"decision of a customs office", "Quyết định số 155/QĐ-CHQ", "155/QĐ-CHQ"},
        {"steering committee", "Kế hoạch số 15/KH-BCĐ", "15/KH-BCĐ"},
        {"council of evaluation", "Thông báo số 12/TB-HĐTĐ", "12/TB-HĐTĐ"},
        {"invitation", "Giấy mời số 256/GM-UBND", "256/GM-UBND"},
        {"contract", "Hợp đồng số 12/HĐ-SNV", "12/HĐ-SNV"},
        {"minutes", "Biên bản số 15/BB-UBND", "15/BB-UBND"},
        {"letter after the number, capital", "Quyết định số 12A/QĐ-UBND", "12A/QĐ-UBND"},
        {"letter after the number, đ", "Quyết định số 15đ/QĐ-UBND", "15đ/QĐ-UBND"},
        {"zero-led of two", "Quyết định số 06/2025/QĐ-UBND", "06/2025/QĐ-UBND"},
        {"zero-led of three", "Chỉ thị số 012/CT-UBND", "012/CT-UBND"},
        {"five digits", "Công văn số 17809/BTC-CTK", "17809/BTC-CTK"},
        {"six digits", "Công văn số 123456/BTC-TCT", "123456/BTC-TCT"},
    });
}

TEST_CASE("Letters, judgments and papers of companies are read where words announce them") {
    check({
        {"letter of a province", "Công văn số 4001/UBND-ĐT ngày", "4001/UBND-ĐT"},
        {"letter of an office", "Công văn số 7683/VPCP-QHĐP ngày", "7683/VPCP-QHĐP"},
        {"letter with an and-sign in the unit", "Công văn số 8935/BNV-CTTN&BĐG ngày",
         "8935/BNV-CTTN&BĐG"},
        {"letter with a dot and digits in the issuer", "công văn số 4814/CCTKV.05-TTKT3 ngày",
         "4814/CCTKV.05-TTKT3"},
        {"letter of a local tax office", "công văn số 20595/HAN-QLDN5 ngày", "20595/HAN-QLDN5"},
        {"letter of a department", "Công văn số 1383/SGDĐT-KHTC", "1383/SGDĐT-KHTC"},
        {"letter under CV", "công văn số 1310/CV-THADS ngày", "1310/CV-THADS"},
        {"letter of the Party under CV", "Công văn số 6123-CV/BTCTW", "6123-CV/BTCTW"},
        {"judgment", "Bản án số 159/2022/HSST ngày", "159/2022/HSST"},
        {"judgment with a unit", "Bản án số 15/2020/DS-ST ngày", "15/2020/DS-ST"},
        {"company: letters first, year inside", "công văn số JHDPC/2025/276 ngày 5/9/2025",
         "JHDPC/2025/276"},
        {"company: letters glued to the count", "Đơn đề nghị số 02BRT/XNK/2025 ngày 20/10/2025",
         "02BRT/XNK/2025"},
        {"company: count and month", "Đơn đề nghị xác định mã số số 02-1025/NMT ngày 10/10/2025",
         "02-1025/NMT"},
        {"company: đề ngày", "Đơn đề nghị số 0825-05/HW-TCHQ đề ngày 05/9/2025", "0825-05/HW-TCHQ"},
        {"company: the writer follows", "công văn số 01-10/2025/CV-TKV của Công ty TNHH Thử",
         "01-10/2025/CV-TKV"},
        {"company: year first", "công văn số 2025-005/SAV-CHQ ngày 10/11/2025", "2025-005/SAV-CHQ"},
        {"company: year last", "công văn số 09/HDTLMM/2025 ngày 06/11/2025", "09/HDTLMM/2025"},
        {"company: no slash, right after its word", "công văn số 1025-CVHQ ngày 10/10/2025",
         "1025-CVHQ"},
        {"company: số twice after mã",
         "Đơn đề nghị xác định mã số số 301025/MHD-HQ ngày 30/10/2025", "301025/MHD-HQ"},
        {"not: a code after mã số", "Đơn đề nghị xác định mã số 301025/MHD-HQ ngày 30/10/2025", ""},
        {"not: no slash and words between", "công văn về lô hàng số 1025-CVHQ ngày 10/10/2025", ""},
        {"slip for opinions, the year last", "Phiếu lấy ý kiến số 1025/PLYK/2025 ngày 23",
         "1025/PLYK/2025"},
        {"unit broken after the and-sign", "Công văn số 15972/SXD-QLN& TTBĐS ngày 14",
         "15972/SXD-QLN&TTBĐS"},
        {"not: a word after the and-sign", "Công văn số 15972/SXD-QLN & Sở Nội vụ",
         "15972/SXD-QLN"},
        {"not: no word for a paper", "lô hàng số JHDPC/2025/276 ngày 5/9/2025", ""},
        {"not: no số", "công văn JHDPC/2025/276 ngày 5/9/2025", ""},
        {"not: neither day nor writer follows", "theo công văn số JHDPC/2025/276 thì", ""},
        {"not: a norm", "theo văn bản số QCVN/2025/01 ngày 5/9/2025", ""},
        {"not: small letters", "công văn số abc/2025/12 ngày 5/9/2025", ""},
        {"not: no letters", "công văn số 12/2025/276 ngày 5/9/2025", ""},
        {"not: a bank account", "Đơn đề nghị, tài khoản số ABC/12345 ngày 5/9/2025", ""},
        {"not: a lot of goods after a comma", "theo đơn, hóa đơn số HD/2025/12 của Công ty", ""},
    });
}

TEST_CASE("Slips and layouts of real texts are repaired") {
    check({
        {"QD-UBND", "Quyết định số 12/2020/QD-UBND", "12/2020/QĐ-UBND"},
        {"NQ-HDND", "Nghị quyết số 15/NQ-HDND", "15/NQ-HĐND"},
        {"eth in HĐND", "Nghị quyết số 15/NQ-HÐND", "15/NQ-HĐND"},
        {"eth in QĐ", "Quyết định số 15/QÐ-TTg", "15/QĐ-TTg"},
        {"TTG in a decision", "Quyết định số 15/QĐ-TTG", "15/QĐ-TTg"},
        {"capitals of a circular", "THÔNG TƯ SỐ 02/2017/TT-VPCP", "02/2017/TT-VPCP"},
        {"small letters of a decree", "nghị định số 30/2020/nđ-cp", "30/2020/NĐ-CP"},
        {"two spaces after số", "Quyết định số  15/QĐ-TTg", "15/QĐ-TTg"},
        {"colon after số", "Quyết định số: 15/QĐ-TTg", "15/QĐ-TTg"},
        {"dot after số", "Quyết định số. 15/QĐ-TTg", "15/QĐ-TTg"},
        {"space before the hyphen", "Quyết định số 15/QĐ -TTg", "15/QĐ-TTg"},
        {"spaces around the slash", "Quyết định số 15 / QĐ-TTg", "15/QĐ-TTg"},
        {"en dash before the issuer", "Quyết định số 15/QĐ–UBND", "15/QĐ-UBND"},
        {"broken after the hyphen", "Quyết định số 15/QĐ-\nTTg ngày", "15/QĐ-TTg"},
        {"broken after số, normative", "Nghị định số\n60/2021/NĐ-CP ngày", "60/2021/NĐ-CP"},
        {"footnote in round brackets", "Nghị định số 60/2021/NĐ-CP(2) ngày", "60/2021/NĐ-CP"},
        {"footnote digits glued, two", "Nghị định số 60/2021/NĐ-CP12 ngày", "60/2021/NĐ-CP"},
        {"a full stop ends it", "thay thế Quyết định số 15/QĐ-TTg.", "15/QĐ-TTg"},
        {"a quote ends it", "“Nghị quyết số 18-NQ/TW”", "18-NQ/TW"},
        {"a semicolon ends it", "Nghị quyết số 18-NQ/TW;", "18-NQ/TW"},
        {"bold marks around it", "**Nghị quyết số 18-NQ/TW**", "18-NQ/TW"},
        {"underscores around it", "__Nghị quyết số 18-NQ/TW__", "18-NQ/TW"},
        {"a bracket around the whole", "[Nghị quyết số 18-NQ/TW]", "18-NQ/TW"},
        {"shared suffix of three with hyphens", "Nghị quyết số 27, 28, 29-NQ/TW",
         "27-NQ/TW | 28-NQ/TW | 29-NQ/TW"},
        {"shared suffix of decrees", "các Nghị định số 12, 13/2020/NĐ-CP",
         "12/2020/NĐ-CP | 13/2020/NĐ-CP"},
        {"two systems in one list", "Kết luận số 28-KL/TW, Nghị quyết số 10/NQ-CP",
         "28-KL/TW | 10/NQ-CP"},
        {"number after a law's long name",
         "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", "64/2025/QH15"},
        {"two of one law", "Luật số 38/2019/QH14 sửa đổi bởi Luật số 56/2024/QH15",
         "38/2019/QH14 | 56/2024/QH15"},
        {"after a pipe of a table", "| Quyết định số 15/QĐ-TTg |", "15/QĐ-TTg"},
        {"after an opening bracket", "(Quyết định 1616/QĐ-TTg ngày 28/7/2025)", "1616/QĐ-TTg"},
    });
}

TEST_CASE("More that is no number of a document") {
    check({
        {"date with dots", "ngày 25.10.2017", ""},
        {"date with two digits of the year", "ngày 25/10/17", ""},
        {"day and month", "từ ngày 15/11 đến ngày 15/12", ""},
        {"day and month in brackets", "(20/11)", ""},
        {"quarter", "quý II/2018", ""},
        {"half year", "6 tháng đầu năm 2025/2024", ""},
        {"school year", "năm học 2025-2026", ""},
        {"term", "nhiệm kỳ 2020 - 2025", ""},
        {"term before a body", "nhiệm kỳ 2021-2026, HĐND tỉnh", ""},
        {"money in millions", "152.100 triệu đồng/năm", ""},
        {"money with a unit", "1.800.000 đồng/người/tháng", ""},
        {"percentage range", "từ 10-15%", ""},
        {"percentage", "8,5-9%/năm", ""},
        {"telephone with a slash", "SĐT: 0225-3822/123", ""},
        {"mobile", "0912-345-678", ""},
        {"fax", "Fax: 024-38456/ABC", ""},
        {"e-mail", "vanthu12/QD@example.gov.vn", ""},
        {"address of a page", "https://example.vn/van-ban/12-2025/tt-btc", ""},
        {"path of a page with a code", "http://example.vn/12/ABC-def", ""},
        {"file code of the public service", "2.000890.000.00.00.H48", ""},
        {"procedure code", "mã số 1.009832", ""},
        {"tax code", "mã số thuế: 0310474190-001", ""},
        {"number of an English translation", "the Law on Fees No. 97/2015/QH13 dated", ""},
        {"norm with year", "TCVN 6909:2001", ""},
        {"norm of construction", "TCXDVN 104/2007", ""},
        {"norm with letters", "QCVN 01:2022/BQP", ""},
        {"norm, number after số", "quy chuẩn số 07/2016/BXD-AB", ""},
        {"ISO with two parts", "ISO/IEC 17025/2017", ""},
        {"form of a circular", "Mẫu số 01/PLI", ""},
        {"form with a letter", "Biểu mẫu số 02/BM-TĐ", ""},
        {"table", "Bảng số 3/KH-2025", ""},
        {"picture", "Hình 2-A/B", ""},
        {"road", "đường ĐT.741-B", ""},
        {"national road", "Quốc lộ 1A/2A", ""},
        {"provincial road", "tỉnh lộ 15/TL-8", ""},
        {"chainage", "Km 12+500/H3", ""},
        {"scale", "bản đồ tỷ lệ 1/2000", ""},
        {"fraction of a vote", "18/20 đại biểu", ""},
        {"fraction with words after", "đạt 3.507/6.708 giấy tờ", ""},
        {"votes in capitals", "ĐẠT 18/20 PHIẾU", ""},
        {"score of a match", "thắng 2-1", ""},
        {"ratio", "tỷ lệ 1:50/2025", ""},
        {"plate of a car", "xe biển số 51F-123.45", ""},
        {"plate with two letters", "biển kiểm soát 29LD-012.34", ""},
        {"house", "số 12/34A ngõ 5", ""},
        {"lot", "Lô CN06/B2", ""},
        {"plot and map", "thửa đất số 12, tờ bản đồ số 5/2020", ""},
        {"dimension", "kích thước 20x30/40", ""},
        {"temperature", "20-25/C", ""},
        {"speed of data", "100 Mbps/s", ""},
        {"dose", "500 mg/kg", ""},
        {"age", "trẻ mẫu giáo 5-6 tuổi", ""},
        {"class", "lớp 10/A1", ""},
        {"squad", "Đội 3/PC08", ""},
        {"shift", "3 ca/ngày - 4 kíp", ""},
        {"around the clock", "24/24 giờ", ""},
        {"model of a machine", "máy CAT-320/D2", ""},
        {"chemical", "PO43- - P", ""},
        {"rank in a table", "1/ Sở Nội vụ", ""},
        {"item with a dash", "2/- Sở Tài chính", ""},
        {"article and clause", "khoản 1/Điều 5", ""},
        {"annex and year", "Phụ lục II/2025", ""},
        {"roman part", "Phần II-A/B", ""},
        {"blank with a year", "Số:     /2025/NQ-HĐND", ""},
        {"dots with a year", "Số ...../2025/QĐ-UBND", ""},
        {"the codes alone", "ký hiệu NQ-HĐND", ""},
        {"type and year", "Nghị định năm 2025", ""},
        {"committee and its year", "UBND tỉnh - 2025", ""},
        {"three counts before the year", "66.7.1/2025", ""},
        {"a count without a body", "66.7/2025", ""},
        {"a version behind a dot", "phần mềm 3.5/2025/NET", ""},
    });
}

TEST_CASE("A slip that ends in its year reads back") {
    const auto number = parse_document_number("1025/PLYK/2025");
    REQUIRE(number);
    CHECK(number->canonical() == "1025/PLYK/2025");
}

TEST_CASE("A second count before the year is understood when typed") {
    for (const char* text : {"66.7/2025/NQ-CP", "nghị quyết 66.7/2025/nq-cp", "66.7 2025 nq cp"}) {
        INFO(text);
        const auto number = parse_document_number(text);
        REQUIRE(number);
        CHECK(number->canonical() == "66.7/2025/NQ-CP");
    }
    CHECK_FALSE(parse_document_number("66.7.2025"));
}
