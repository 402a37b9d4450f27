#include "analyzers/text/line_words.hpp"

#include <algorithm>
#include <array>

#include "analyzers/letter.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

// Words after which no paragraph ends: prepositions, and the first words of names and citations.
constexpr std::array<std::string_view, 60> kOpenWords{
    "và",    "với",    "của",   "các",   "về",   "tại",    "cho",   "theo", "là",   "do",
    "từ",    "đến",    "trong", "những", "được", "để",     "khi",   "số",   "ngày", "tháng",
    "năm",   "điều",   "khoản", "điểm",  "bởi",  "hoặc",   "như",   "giữa", "bằng", "trên",
    "dưới",  "vào",    "qua",   "phối",  "giao", "thuộc",  "sở",    "bộ",   "tỉnh", "phố",
    "xã",    "phòng",  "ty",    "luật",  "định", "tư",     "quyết", "tịch", "cục",  "người",
    "huyện", "phường", "đoạn",  "tướng", "đốc",  "trưởng", "vụ",    "viện", "ban",  "dân"};

template <std::size_t N>
bool starts_with_one(std::string_view line, const std::array<std::string_view, N>& starts) {
    for (const std::string_view start : starts) {
        if (line.substr(0, start.size()) == start) return true;
    }
    return false;
}

// "Chi cục Thuế" / "Khu vực V": the region ends a name that stands above.
bool begins_with_region(std::string_view line) {
    constexpr std::string_view kRegion = "Khu vực ";
    if (line.size() <= kRegion.size() || line.substr(0, kRegion.size()) != kRegion) return false;
    return std::string_view("IVX").find(line[kRegion.size()]) != std::string_view::npos;
}

}  // namespace

bool ends_sentence(std::string_view line) noexcept {
    // "... hằng năm. ”": the quotation ends with its sentence.
    constexpr std::string_view kQuote = "”";
    if (line.size() > kQuote.size() && line.substr(line.size() - kQuote.size()) == kQuote) {
        line.remove_suffix(kQuote.size());
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
    }
    return !line.empty() && std::string_view(".;:!?").find(line.back()) != std::string_view::npos;
}

bool is_rule(std::string_view line) noexcept {
    return line.find_first_not_of("-_*=~. ") == std::string_view::npos;
}

bool leaves_bracket_open(std::string_view line) {
    const std::size_t open = line.rfind('(');
    return open != line.npos && line.find(')', open) == line.npos;
}

bool leaves_quote_open(std::string_view line) {
    const std::size_t open = line.rfind("“");
    return open != line.npos && line.find("”", open) == line.npos;
}

bool ends_openly(std::string_view line) {
    if (line.empty()) return false;
    if (leaves_quote_open(line)) return true;
    if (line.back() == ',' || line.back() == '/' || line.back() == '(') return true;
    if (leaves_bracket_open(line)) return true;
    const std::size_t space = line.rfind(' ');
    const std::string_view word = space == line.npos ? line : line.substr(space + 1);
    if (word.size() > 16) return false;
    return std::find(kOpenWords.begin(), kOpenWords.end(), lower(word)) != kOpenWords.end();
}

// `10/2022/NĐ-CP ...` or `(được sửa đổi ...`: neither begins a paragraph.
bool cannot_begin(std::string_view line) {
    if (line.front() == '(' || begins_with_region(line)) return true;
    const std::size_t digits = line.find_first_not_of("0123456789");
    if (digits == 0 || digits == line.npos) return false;
    return line[digits] == '/' || line.substr(digits, 2) == "-N" || line.substr(digits, 2) == "-K";
}

bool is_number_label(std::string_view line) {
    return line == "Số:" || line == "Số" || line == "SỐ:" || line == "SỐ" || line == "số";
}

// "Điều" / "3. Điều khoản thi hành": the page broke the mark of an article.
bool is_part_word(std::string_view line) {
    return line == "Điều" || line == "ĐIỀU" || line == "Mục" || line == "MỤC";
}

bool starts_with_digit(std::string_view text) noexcept {
    return !text.empty() && text[0] >= '0' && text[0] <= '9';
}

// "(PO43- -" / "P), độ kiềm": the bracket opened above is closed here.
bool closes_bracket(std::string_view line) {
    const std::size_t close = line.find(')');
    return close != line.npos && line.find('(') > close;
}

bool closes_quote(std::string_view line) {
    const std::size_t close = line.find("”");
    return close != line.npos && line.find("“") > close;
}

// "Giám đốc các sở, ban, ngành;" / "Chủ tịch Ủy ban nhân dân các xã ...": one list of offices.
bool starts_with_office(std::string_view line) {
    static constexpr std::array<std::string_view, 7> kOffices{
        "Chủ tịch",        "Giám đốc",  "Thủ trưởng",   "Chánh Văn phòng",
        "Chánh Thanh tra", "Bộ trưởng", "Tổng Giám đốc"};
    return starts_with_one(line, kOffices);
}

// "Tổ chức thực hiện" / "Thông tư này.": nothing but the end of a sentence.
bool is_anaphor(std::string_view line) {
    constexpr std::string_view kThis = " này";
    constexpr std::size_t kLongest = 32;  // "Nghị quyết liên tịch này."
    if (line.size() > kLongest) return false;
    const std::size_t at = line.find(kThis);
    if (at == line.npos) return false;
    const std::string_view end = line.substr(at + kThis.size());
    return !end.empty() && end.find_first_not_of(".;/") == end.npos;
}

// "giai đoạn 2021" / "- 2025 sang thực hiện".
bool splits_years(std::string_view line, std::string_view next) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (line.size() < 4 || next.size() < 3 || next[0] != '-') return false;
    const std::string_view year = line.substr(line.size() - 4);
    return std::all_of(year.begin(), year.end(), digit) && (digit(next[1]) || digit(next[2]));
}

bool trails_off(std::string_view line) {
    constexpr std::string_view kDots = "...";
    constexpr std::string_view kEllipsis = "…";
    return (line.size() >= kDots.size() && line.substr(line.size() - kDots.size()) == kDots) ||
           (line.size() >= kEllipsis.size() &&
            line.substr(line.size() - kEllipsis.size()) == kEllipsis);
}

// Lines that begin a part of the document wherever they stand.
bool begins_part(std::string_view line) {
    static constexpr std::array<std::string_view, 5> kParts{"Nơi nhận", "NƠI NHẬN", "Kính gửi",
                                                            "KT. ", "TM. "};
    return starts_with_one(line, kParts);
}

// A legal basis ends in a mark, so a line of one without a mark goes on. "Căn cứ pháp lý" heads
// the column of a table.
bool begins_basis(std::string_view line) {
    static constexpr std::array<std::string_view, 4> kGrounds{"Theo đề nghị ", "Xét đề nghị ",
                                                              "Xét Tờ trình ", "Xét Báo cáo "};
    static constexpr std::array<std::string_view, 4> kProvisions{"khoản ", "điểm ", "các ",
                                                                 "tiết "};
    constexpr std::string_view kBasis = "Căn cứ ";
    if (starts_with_one(line, kGrounds)) return true;
    if (line.substr(0, kBasis.size()) != kBasis) return false;
    const std::string_view named = line.substr(kBasis.size());
    if (named.empty()) return false;
    if (starts_with_one(named, kProvisions)) return true;
    const auto letter = decompose(support::decode(named, 0).code_point);
    return letter && letter->upper;
}

bool ends_with_provision(std::string_view line) {
    const std::size_t space = line.rfind(' ');
    if (space == line.npos || line.size() - space > 8) return false;
    const std::string_view head = line.substr(0, space);
    const std::size_t before = head.rfind(' ');
    const std::string unit = lower(before == head.npos ? head : head.substr(before + 1));
    return unit == "khoản" || unit == "điểm" || unit == "mục";
}

}  // namespace tracuu::analyzers
