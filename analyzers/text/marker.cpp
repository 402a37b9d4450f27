#include "analyzers/text/marker.hpp"

#include <array>

#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

// A place in a line; reads ahead without ever leaving it.
class Cursor {
  public:
    explicit Cursor(std::string_view line, std::size_t at = 0) : line_(line), at_(at) {}

    [[nodiscard]] std::size_t at() const noexcept { return at_; }
    [[nodiscard]] bool end() const noexcept { return at_ >= line_.size(); }
    [[nodiscard]] char peek() const noexcept { return end() ? '\0' : line_[at_]; }
    void skip() noexcept { ++at_; }

    bool take(std::string_view text) noexcept {
        if (line_.substr(at_, text.size()) != text) return false;
        at_ += text.size();
        return true;
    }
    void spaces() noexcept {
        while (peek() == ' ') ++at_;
    }
    std::string_view digits() noexcept {
        const std::size_t begin = at_;
        while (is_digit(peek())) ++at_;
        return line_.substr(begin, at_ - begin);
    }
    [[nodiscard]] support::Decoded code_point() const noexcept {
        return support::decode(line_, at_);
    }
    [[nodiscard]] std::string_view rest() const noexcept { return line_.substr(at_); }

  private:
    std::string_view line_;
    std::size_t at_;
};

bool is_letter_at(const Cursor& cursor) noexcept {
    return analyzers::decompose(cursor.code_point().code_point).has_value();
}

// `**` and the like: an opening emphasis has its partner later in the line.
void skip_emphasis(Cursor& cursor) {
    while (cursor.peek() == '#' || cursor.peek() == '>') cursor.skip();
    cursor.spaces();
    for (const std::string_view sign : {"***", "**", "__"}) {
        if (cursor.take(sign)) {
            cursor.spaces();
            return;
        }
    }
    if (cursor.peek() != '*' && cursor.peek() != '_') return;
    const std::string_view rest = cursor.rest();
    const bool opens = rest.size() > 1 && rest[1] != ' ' && rest.find(rest[0], 1) != rest.npos;
    if (opens) cursor.skip();
}

// What may stand between a label and its text: `.`, `)`, `-`, `/`, `:`, or emphasis ends.
// False when the label is no mark at all.
bool take_separator(Cursor& cursor, std::string_view allowed) {
    const bool spaced = cursor.peek() == ' ';
    cursor.spaces();
    const char sign = cursor.peek();
    if (sign == '-' || cursor.rest().substr(0, 3) == "–") {
        if (allowed.find('-') == allowed.npos) return false;
        cursor.take(sign == '-' ? "-" : "–");
        return cursor.end() || cursor.peek() == ' ' || cursor.peek() == '*' || is_letter_at(cursor);
    }
    if (spaced || sign == '\0' || allowed.find(sign) == allowed.npos) return false;
    cursor.skip();
    if (sign == '.' && cursor.peek() == '-') cursor.skip();  // "1.- "
    if (sign == '.' && cursor.peek() == '.') return false;   // "9...": words left out
    if (sign == '/') return cursor.peek() == ' ';
    return !is_digit(cursor.peek());
}

MarkerMatch finish(Cursor cursor, Marker kind, support::ByteRange label) {
    while (cursor.peek() == '*' || cursor.peek() == '_') cursor.skip();
    cursor.spaces();
    return {kind, label, support::offset(cursor.at())};
}

support::ByteRange range(std::size_t begin, std::size_t end) noexcept {
    return {support::offset(begin), support::offset(end)};
}

// `18-NQ/TW` at the start of a line is a document number, no item 18.
bool is_document_number(Cursor cursor) {
    if (cursor.peek() != '-') return false;
    cursor.skip();
    bool letters = false;
    while (is_letter_at(cursor)) {
        letters = true;
        cursor = Cursor(cursor.rest(), cursor.code_point().length);
    }
    return letters && cursor.peek() == '/';
}

MarkerMatch read_number(Cursor cursor) {
    std::size_t begin = cursor.at();
    std::size_t parts = 0;
    for (;;) {
        const std::string_view digits = cursor.digits();
        if (digits.empty() || digits.size() > 2 + (parts == 0 ? 1U : 0U)) return {};
        if (digits.front() == '0' && (digits.size() == 1 || parts > 0)) return {};
        if (digits.front() == '0') ++begin;
        ++parts;
        const std::string_view rest = cursor.rest();
        if (rest.size() < 2 || rest[0] != '.' || !is_digit(rest[1])) break;
        cursor.skip();
    }
    const support::ByteRange label = range(begin, cursor.at());
    if (parts == 1) {
        if (is_document_number(cursor) || !take_separator(cursor, ".)-/:")) return {};
        return finish(cursor, Marker::arabic, label);
    }
    if (parts > 4) return {};
    if (take_separator(cursor, ".)-:")) return finish(cursor, Marker::dotted, label);
    // "1.1 Nội dung": without a sign only before a capital, else it is an amount ("2.5 triệu").
    cursor.spaces();
    const auto letter = analyzers::decompose(cursor.code_point().code_point);
    if (!letter || !letter->upper) return {};
    return finish(cursor, Marker::dotted, label);
}

bool is_roman(std::string_view text) noexcept {
    return !text.empty() && text.size() <= 6 && text.find_first_not_of("IVXL") == text.npos;
}

MarkerMatch read_capital(Cursor cursor, std::string_view line) {
    const std::size_t begin = cursor.at();
    while (cursor.peek() >= 'A' && cursor.peek() <= 'Z') cursor.skip();
    const std::string_view letters = line.substr(begin, cursor.at() - begin);
    if (letters.empty()) return {};
    const bool roman = is_roman(letters) && letters != "L";
    if (!roman && letters.size() > 1) return {};
    const support::ByteRange label = range(begin, cursor.at());
    if (!take_separator(cursor, ".)-/:")) return {};
    return finish(cursor, roman ? Marker::roman : Marker::upper, label);
}

bool is_roman_lower(std::string_view text) noexcept {
    return text.size() > 1 && text.size() <= 5 && text.find_first_not_of("ivx") == text.npos;
}

MarkerMatch read_small_letter(Cursor cursor, std::string_view line) {
    const std::size_t begin = cursor.at();
    if (cursor.take("đ")) {
        const support::ByteRange label = range(begin, cursor.at());
        if (!take_separator(cursor, ".)/")) return {};
        return finish(cursor, Marker::lower, label);
    }
    while (cursor.peek() >= 'a' && cursor.peek() <= 'z') cursor.skip();
    const std::string_view letters = line.substr(begin, cursor.at() - begin);
    const bool roman = is_roman_lower(letters);
    if (letters.empty() || (letters.size() > 1 && !roman)) return {};
    const support::ByteRange label = range(begin, cursor.at());
    if (!take_separator(cursor, roman ? ")" : ".)/")) return {};
    return finish(cursor, roman ? Marker::roman_lower : Marker::lower, label);
}

// "(1)", "(a)", "(i)".
MarkerMatch read_parenthesised(Cursor cursor, std::string_view line) {
    cursor.skip();
    const std::size_t begin = cursor.at();
    while (!cursor.end() && cursor.peek() != ')' && cursor.at() - begin < 5) cursor.skip();
    const std::string_view inside = line.substr(begin, cursor.at() - begin);
    if (cursor.peek() != ')' || inside.empty()) return {};
    const support::ByteRange label = range(begin, cursor.at());
    cursor.skip();
    if (inside.find_first_not_of("0123456789") == inside.npos && inside.size() <= 2) {
        return finish(cursor, Marker::arabic, label);
    }
    if (inside == "i" || inside == "v" || inside == "x" || is_roman_lower(inside)) {
        return finish(cursor, Marker::roman_lower, label);
    }
    const bool letter = inside.size() == 1 && inside[0] >= 'a' && inside[0] <= 'z';
    if (!letter && inside != "đ") return {};
    return finish(cursor, Marker::lower, label);
}

constexpr std::array<std::string_view, 20> kBullets{
    "-", "–", "—", "+", "*", "•", "·",      "●",      "○",      "▪",
    "■", "□", "◦", "➢", "►", "→", "\uF0B7", "\uF02D", "\uF0A7", "−"};

MarkerMatch read_bullet(Cursor cursor) {
    for (const std::string_view bullet : kBullets) {
        Cursor after = cursor;
        if (!after.take(bullet)) continue;
        if (after.end() || after.rest().substr(0, bullet.size()) == bullet) return {};  // a rule
        after.spaces();
        if (after.end() || (is_digit(after.peek()) && after.at() == cursor.at() + bullet.size())) {
            return {};
        }
        return finish(after, Marker::bullet, {});
    }
    return {};
}

struct PartWord {
    std::string_view word;
    Marker kind;
};
constexpr std::array<PartWord, 12> kPartWords{{
    {"Điều ", Marker::article},
    {"ĐIỀU ", Marker::article},
    {"Chương ", Marker::part},
    {"CHƯƠNG ", Marker::part},
    {"Phần ", Marker::part},
    {"PHẦN ", Marker::part},
    {"Mục ", Marker::part},
    {"MỤC ", Marker::part},
    {"Tiểu mục ", Marker::part},
    {"TIỂU MỤC ", Marker::part},
    {"Phần thứ ", Marker::part},
    {"PHẦN THỨ ", Marker::part},
}};

// "Chương II TỔ CHỨC THỰC HIỆN": a title in capitals follows, often from the next line.
bool capitals_follow(Cursor cursor) {
    cursor.spaces();
    for (int letters = 0; letters < 2; ++letters) {
        const support::Decoded c = cursor.code_point();
        const auto letter = analyzers::decompose(c.code_point);
        if (!letter || !letter->upper) return false;
        cursor = Cursor(cursor.rest(), c.length);
    }
    return true;
}

// "Điều 3." / "Chương II": the number ends the line or a sign follows it; "Điều 3 Luật ..." and
// "Điều 3, khoản 1" are references.
MarkerMatch read_part(Cursor cursor, std::string_view line) {
    constexpr std::string_view kFirstBytes =
        "\xC4"
        "CMPT";  // \xC4 begins "Đ"
    if (kFirstBytes.find(cursor.peek()) == kFirstBytes.npos) return {};
    for (const PartWord& part : kPartWords) {
        Cursor after = cursor;
        if (!after.take(part.word)) continue;
        const std::size_t begin = after.at();
        std::string_view number = after.digits();
        if (number.empty()) {
            while (after.peek() >= 'A' && after.peek() <= 'Z') after.skip();
            number = line.substr(begin, after.at() - begin);
            if (!is_roman(number)) continue;
        } else if (number.size() > 3) {
            return {};
        } else if (after.peek() >= 'a' && after.peek() <= 'z') {
            after.skip();  // "Điều 12a."
            number = line.substr(begin, after.at() - begin);
        }
        const bool article = part.kind == Marker::article;
        const support::ByteRange label = range(article ? begin : cursor.at(), after.at());
        const bool titled = part.kind == Marker::part && capitals_follow(after);
        if (!after.end() && !titled && !take_separator(after, ".:-)")) return {};
        return finish(after, part.kind, label);
    }
    return {};
}

}  // namespace

MarkerMatch read_marker(std::string_view line) {
    Cursor cursor(line);
    skip_emphasis(cursor);
    if (cursor.end()) return {};
    if (MarkerMatch part = read_part(cursor, line); part.kind != Marker::none) return part;
    const char first = cursor.peek();
    if (is_digit(first)) return read_number(cursor);
    if (first == '(') return read_parenthesised(cursor, line);
    if (first >= 'A' && first <= 'Z') return read_capital(cursor, line);
    if (first >= 'a' && first <= 'z') return read_small_letter(cursor, line);
    if (MarkerMatch bullet = read_bullet(cursor); bullet.kind != Marker::none) return bullet;
    return read_small_letter(cursor, line);
}

std::string marker_label(Marker kind, std::string_view written) {
    return std::string(kind == Marker::article ? "Điều " : "").append(written);
}

}  // namespace tracuu::analyzers
