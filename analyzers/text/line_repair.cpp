#include "analyzers/text/line_repair.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "analyzers/letter.hpp"
#include "analyzers/text/letter_table.hpp"
#include "analyzers/text/line_words.hpp"
#include "analyzers/text/marker.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

struct Line {
    std::string_view text;      // trimmed
    std::uint32_t newline = 0;  // offset of the line break that ends it
    std::uint32_t width = 0;    // code points
    bool lower_start = false;   // first letter is lower case
    bool upper_case = false;    // has letters, all of them capitals
    Marker marker = Marker::none;
    bool bare_marker = false;  // nothing but its mark: "II."
    [[nodiscard]] bool blank() const noexcept { return text.empty(); }
};

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    if (begin == text.npos) return {};
    return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

// Looks at the letters of a line; the first half kilobyte decides.
void look_at_letters(Line& line) {
    const auto& table = letter_table();
    const std::string_view head = support::prefix(line.text, 512);
    std::size_t upper = 0;
    bool lower_seen = false;
    for (std::size_t at = 0; at < head.size() && !lower_seen;) {
        const support::Decoded c = support::decode(head, at);
        if (c.code_point < kLetterTableSize && table[c.code_point].folded != 0) {
            const bool is_upper = table[c.code_point].upper;
            if (at == 0) line.lower_start = !is_upper;
            lower_seen = !is_upper;
            upper += is_upper ? 1U : 0U;
        }
        at += c.length;
    }
    line.upper_case = upper > 1 && !lower_seen;
}

std::vector<Line> split_lines(std::string_view text) {
    std::vector<Line> lines;
    lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        Line line;
        line.text = trim(text.substr(begin, end - begin));
        line.newline = support::offset(end);
        line.width = static_cast<std::uint32_t>(support::count_code_points(line.text));
        look_at_letters(line);
        if (!line.blank()) {
            const MarkerMatch marker = read_marker(line.text);
            line.marker = marker.kind;
            line.bare_marker = marker.kind != Marker::none && marker.length >= line.text.size();
        }
        lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

constexpr std::uint32_t kShortestFullLine = 30;
constexpr std::uint32_t kShortestJoined = 28;  // cells of flattened tables are shorter

// The width at which the text was wrapped; 0 when it was not. A line that goes on with a
// lower-case letter after no end of sentence was surely cut.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
    std::vector<std::uint32_t> widths;
    std::size_t long_lines = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& next = lines[i + 1];
        // What an item or a blank line follows ends a paragraph in any text: it tells nothing.
        if (lines[i].width < kShortestFullLine || next.blank() || next.marker != Marker::none) {
            continue;
        }
        ++long_lines;
        const bool cut =
            next.lower_start && next.marker == Marker::none && !ends_sentence(lines[i].text);
        if (cut) widths.push_back(lines[i].width);
    }
    if (widths.size() < 3 || widths.size() * 6 < long_lines) return 0;
    const auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::nth_element(widths.begin(), high, widths.end());
    return *high;
}

// How a text was wrapped.
struct Wrapping {
    std::uint32_t width = 0;        // 0: it was not
    bool blank_separated = false;   // paragraphs stand apart, so lines that touch belong together
    std::uint32_t first_width = 0;  // first lines of paragraphs are no longer than this; 0: unknown
    bool spaced = false;            // blank lines stand between the items
};

// Portals wrap the first line of a paragraph earlier than the others. What continues an item with
// a lower-case letter shows how early.
std::uint32_t first_line_width(const std::vector<Line>& lines, std::uint32_t width) {
    std::vector<std::uint32_t> widths;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& next = lines[i + 1];
        const bool numbered = lines[i].marker != Marker::none && lines[i].marker != Marker::bullet;
        const bool cut = numbered && next.lower_start && next.marker == Marker::none &&
                         !ends_sentence(lines[i].text);
        if (cut) widths.push_back(lines[i].width);
    }
    if (widths.size() < 2) return 0;
    const auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::nth_element(widths.begin(), high, widths.end());
    return *high * 5 < width * 4 ? *high : 0;
}

Wrapping look_at_wrapping(const std::vector<Line>& lines) {
    Wrapping wrapping;
    wrapping.width = wrap_width(lines);
    std::size_t apart = 0;
    std::size_t touching = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].blank() || !ends_sentence(lines[i].text)) continue;
        const Line& next = lines[i + 1];
        const bool short_line = lines[i].width + 12 < wrapping.width;
        if (next.blank()) ++apart;
        if (!next.blank() && next.marker == Marker::none && short_line) ++touching;
    }
    wrapping.blank_separated = apart > 3 * touching;
    wrapping.first_width = first_line_width(lines, wrapping.width);
    return wrapping;
}

std::uint32_t first_word_width(std::string_view line) {
    return static_cast<std::uint32_t>(support::count_code_points(line.substr(0, line.find(' '))));
}

bool is_full(const Line& line, const Line& next, std::uint32_t width) {
    return line.width + 1 + first_word_width(next.text) > width;
}

// Wrapping is not exact to the letter: a long line without an end goes on.
bool is_nearly_full(const Line& line, const Line& next, std::uint32_t width) {
    return !ends_sentence(line.text) && !line.upper_case && !next.upper_case &&
           is_full(line, next, width - std::min<std::uint32_t>(width, 6));
}

// A line in the middle of a paragraph is full. One that starts with a capital after a full stop,
// goes on below and is short opens a paragraph (portals wrap first lines short).
bool opens_paragraph(const Line& line, const Line& next, const Line* after, std::uint32_t width) {
    if (!ends_sentence(line.text) || next.lower_start || after == nullptr) return false;
    const bool goes_on = !after->blank() && after->marker == Marker::none && after->lower_start;
    return goes_on && next.width >= kShortestFullLine / 2 && !is_full(next, *after, width);
}

// "đầu tư,..." / "để hoàn thành"; "miền Trung -" / "Nam"; "phương châm" / "“3 ca, 4 kíp”".
bool goes_on(const Line& line, const Line& next) {
    if (next.lower_start)
        return trails_off(line.text) || line.text.back() == ':' || line.text.back() == ';';
    if (ends_sentence(line.text) || line.upper_case) return false;
    const bool quote = next.text.substr(0, 3) == "“" || next.text.front() == '"';
    const bool dash = line.text.size() > 2 && line.text.substr(line.text.size() - 2) == " -";
    return quote || dash;
}

// "... của Bộ trưởng Bộ Công" / "Thương;": the last word of a paragraph.
bool is_last_word(const Line& line, const Line& next) {
    constexpr std::uint32_t kLongestEnd = 12;
    const bool ends = next.text.back() == ';' || next.text.back() == '.';
    return ends && next.width <= kLongestEnd && next.marker == Marker::none &&
           line.width >= kShortestFullLine && !ends_sentence(line.text) && !line.upper_case &&
           decompose(support::decode(next.text, 0).code_point).has_value();
}

// Two lines that cannot be two paragraphs, whatever the wrapping.
bool belongs(const Line& line, const Line& next) {
    if (is_last_word(line, next)) return true;
    if (line.bare_marker && next.marker == Marker::none) return true;
    if (leaves_bracket_open(line.text) && closes_bracket(next.text)) return true;
    if (leaves_quote_open(line.text) && closes_quote(next.text)) return true;
    if (line.text.back() == ';' && starts_with_office(next.text)) return true;
    // "Căn cứ Điều 365, khoản 1" / "Điều 372 Bộ luật ...".
    if (next.text.rfind("Điều ", 0) == 0 && ends_with_provision(line.text)) return true;
    if (next.marker == Marker::none && goes_on(line, next)) return true;
    if (!line.upper_case && !ends_sentence(line.text) && is_anaphor(next.text)) return true;
    return splits_years(line.text, next.text);
}

// A line too long for the first of a paragraph.
bool is_inner_line(const Line& line, const Line& next, const Wrapping& wrapping) {
    if (wrapping.first_width == 0 || next.marker != Marker::none) return false;
    if (ends_sentence(line.text) && next.width * 20 < wrapping.width * 17) return false;
    return line.upper_case == next.upper_case && next.width > wrapping.first_width + 4 &&
           next.width <= wrapping.width + 10;
}

// Two lines with no blank line between them in wrapped text.
bool continues(const Line& line, const Line& next, const Wrapping& wrapping) {
    const std::uint32_t width = wrapping.width;
    if (is_number_label(line.text)) return starts_with_digit(next.text);
    if (belongs(line, next) || is_inner_line(line, next, wrapping)) return true;
    if (line.upper_case != next.upper_case && (next.upper_case || !next.lower_start)) {
        const bool mixed = !starts_with_digit(next.text) && next.text.front() != '(';
        if (line.upper_case && mixed) return false;
        if (next.upper_case && !is_full(line, next, width)) return false;
    }
    const bool full = is_full(line, next, width) || is_nearly_full(line, next, width);
    if (next.marker != Marker::none) {
        const bool dash = next.marker == Marker::bullet && full && !ends_sentence(line.text);
        if (dash && wrapping.spaced) return true;  // "các Tập đoàn: Công nghiệp" / "- Viễn thông"
        return dash && decompose(support::decode(next.text, 2).code_point) &&
               !decompose(support::decode(next.text, 2).code_point)->upper;
    }
    if (next.lower_start) return !ends_sentence(line.text) || full;
    if (line.upper_case && next.upper_case) return !ends_sentence(line.text);
    if (full || ends_openly(line.text)) return true;
    if (!ends_sentence(line.text) && cannot_begin(next.text)) return true;
    return wrapping.blank_separated && line.width >= kShortestJoined && !ends_sentence(line.text) &&
           line.upper_case == next.upper_case;
}

// A paragraph cut by a page break: nothing ends it, and a lower-case word goes on.
bool continues_over_blank(const Line& line, const Line& next) {
    if (!next.lower_start || next.marker != Marker::none || line.upper_case) return false;
    if (line.width < kShortestFullLine || ends_sentence(line.text)) return false;
    const char last = line.text.back();
    return decompose(static_cast<unsigned char>(last) < 0x80U ? static_cast<char32_t>(last) : U'đ')
        .has_value();
}

// Blank lines stand between the items: what follows an item without one belongs to it.
bool is_spaced(const std::vector<Line>& lines) {
    std::size_t marked = 0;
    std::size_t spaced = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (lines[i].text.substr(0, 4) == "Nơi") break;
        if (lines[i].marker == Marker::none) continue;
        ++marked;
        if (lines[i - 1].blank()) ++spaced;
    }
    return marked >= 5 && spaced * 10 >= marked * 9;
}

constexpr std::uint32_t kShortestBasis = 10;  // a shorter line is a cell of a table

bool ends_basis(std::string_view line) {
    constexpr std::string_view kQuote = "”";
    return ends_sentence(line) || line.back() == ',' ||
           (line.size() >= kQuote.size() && line.substr(line.size() - kQuote.size()) == kQuote);
}

// "Căn cứ Luật Tổ chức" / "Chính phủ số 63/2025/QH15;".
bool continues_basis(const Line& line, const Line& next) {
    return (next.width >= kShortestBasis || ends_basis(next.text)) && next.marker == Marker::none &&
           line.upper_case == next.upper_case && !begins_basis(next.text);
}

bool joins_item(const Line& line, const Line& next) {
    return next.marker == Marker::none && line.upper_case == next.upper_case;
}

}  // namespace

void join_wrapped_lines(std::string& text) {
    const std::vector<Line> lines = split_lines(text);
    Wrapping wrapping = look_at_wrapping(lines);
    const bool spaced = wrapping.spaced = wrapping.width != 0 && is_spaced(lines);
    bool in_item = false;   // the paragraph at hand started with a mark
    bool in_basis = false;  // the paragraph at hand is a legal basis
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& line = lines[i];
        if (line.blank() || is_rule(line.text)) continue;
        if (line.marker != Marker::none) in_item = true;
        const bool basis_line = in_basis && line.width >= kShortestBasis;
        in_basis = (basis_line || begins_basis(line.text)) && !ends_basis(line.text);
        std::size_t next = i + 1;
        while (next < lines.size() && lines[next].blank()) ++next;
        if (next == lines.size() || is_rule(lines[next].text)) continue;
        const bool adjacent = next == i + 1;
        const Line* after = next + 1 < lines.size() ? &lines[next + 1] : nullptr;
        if (begins_part(lines[next].text) && !line.upper_case) {
            in_item = false;
            continue;
        }
        const bool wrapped = adjacent && wrapping.width != 0 &&
                             ((spaced && in_item && joins_item(line, lines[next])) ||
                              (in_basis && continues_basis(line, lines[next])) ||
                              (!opens_paragraph(line, lines[next], after, wrapping.width) &&
                               continues(line, lines[next], wrapping)));
        const bool bare = (line.bare_marker && lines[next].marker == Marker::none) ||
                          (is_part_word(line.text) && starts_with_digit(lines[next].text));
        const bool joined = bare || (adjacent ? wrapped : continues_over_blank(line, lines[next]));
        if (!joined) in_item = in_basis = false;
        if (!joined) continue;
        for (std::size_t j = i; j < next; ++j) text[lines[j].newline] = ' ';
    }
}

}  // namespace tracuu::analyzers
