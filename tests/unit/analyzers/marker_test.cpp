#include "analyzers/text/marker.hpp"

#include "tests/catch.hpp"

using tracuu::analyzers::Marker;
using tracuu::analyzers::MarkerMatch;
using tracuu::analyzers::read_marker;

static std::string label_of(std::string_view line, const MarkerMatch& match) {
    const std::string_view written = tracuu::support::slice(line, match.label);
    return written.empty() ? std::string() : marker_label(match.kind, written);
}

TEST_CASE("Marks of items are read with their label") {
    struct Row {
        const char* line;
        Marker kind;
        const char* label;
    };
    const Row rows[] = {
        {"I. MỤC ĐÍCH", Marker::roman, "I"},
        {"II - NỘI DUNG", Marker::roman, "II"},
        {"IV- Tổ chức", Marker::roman, "IV"},
        {"A. Quy định chung", Marker::upper, "A"},
        {"B) Nội dung", Marker::upper, "B"},
        {"1. Mục đích", Marker::arabic, "1"},
        {"2) Yêu cầu", Marker::arabic, "2"},
        {"3 - Nhiệm vụ", Marker::arabic, "3"},
        {"4/ Giải pháp", Marker::arabic, "4"},
        {"(5) Kinh phí", Marker::arabic, "5"},
        {"1.1. Rà soát", Marker::dotted, "1.1"},
        {"1.1 - Nhiệm vụ", Marker::dotted, "1.1"},
        {"2.1.3 Nội dung", Marker::dotted, "2.1.3"},
        {"a) Sở Nội vụ", Marker::lower, "a"},
        {"đ) Các huyện", Marker::lower, "đ"},
        {"b. Thời gian", Marker::lower, "b"},
        {"(c) Kinh phí", Marker::lower, "c"},
        {"(ii) Báo cáo", Marker::roman_lower, "ii"},
        {"- Xây dựng", Marker::bullet, ""},
        {"+ Rà soát", Marker::bullet, ""},
        {"• Tổ chức", Marker::bullet, ""},
        {"-Phối hợp", Marker::bullet, ""},
        {"Điều 3. Hiệu lực", Marker::article, "Điều 3"},
        {"ĐIỀU 12a. Sửa", Marker::article, "Điều 12a"},
        {"Chương II", Marker::part, "Chương II"},
        {"Chương II TỔ CHỨC THỰC HIỆN", Marker::part, "Chương II"},
        {"Điều 2", Marker::article, "Điều 2"},
        {"**1. Nhiệm vụ chung**", Marker::arabic, "1"},
        {"## II. Nội dung", Marker::roman, "II"},
        {"*a) Việc*", Marker::lower, "a"},
        {"1.- Nội dung", Marker::arabic, "1"},
        {"05. Nội dung", Marker::arabic, "5"},
        {"Phần thứ II", Marker::part, "Phần thứ II"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        const auto match = read_marker(row.line);
        CHECK(match.kind == row.kind);
        CHECK(label_of(row.line, match) == row.label);
        CHECK(match.length > 0);
    }
}

TEST_CASE("Numbers, dates, amounts and references are no marks") {
    for (const char* line : {"18-NQ/TW ngày 25/10/2017",
                             "25/10/2017",
                             "2018 - 2020",
                             "1.000.000 đồng",
                             "20.000",
                             "2.5 triệu",
                             "Điều 2 Luật Người cao tuổi",
                             "Điều 3, khoản 1",
                             "108/2014/NĐ-CP",
                             "Sở Nội vụ",
                             "",
                             "năm 2018",
                             "(được sửa đổi)",
                             "-----",
                             "9... Việc miễn, giảm",
                             "VT, TH",
                             "10%",
                             "Mục tiêu chung",
                             "CHỦ TỊCH",
                             "a, b và c",
                             "Chương II Luật Đất đai",
                             "Điều 2 LUẬT ĐẤT ĐAI"}) {
        CAPTURE(line);
        CHECK(read_marker(line).kind == Marker::none);
    }
}
