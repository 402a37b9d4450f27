#include "analyzers/citation/number_parts.hpp"

#include <algorithm>
#include <array>

#include "analyzers/gazetteer/codes.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestCode = 40;    // bytes; joint units reach 25
constexpr std::size_t kMostCodes = 8;       // a joint circular of seven ministries
constexpr std::size_t kLongestOrdinal = 6;  // digits

struct Separator {
    char kind = 0;              // '/', '-' or 0
    std::size_t next = 0;       // token after it
    bool space_before = false;  // spaces were written around it
    bool space_after = false;
};

bool is_hyphen(std::string_view mark) noexcept {
    constexpr std::array<std::string_view, 6> kHyphens{"-", "–", "—", "−", "‑", "‐"};
    return std::find(kHyphens.begin(), kHyphens.end(), mark) != kHyphens.end();
}

char separator_kind(std::string_view mark) noexcept {
    if (mark == "/") return '/';
    return is_hyphen(mark) ? '-' : char{0};
}

// The token after a line break that cut a number: only a known code or capitals go on.
std::size_t skip_line_break(const TokenText& source, std::size_t at) {
    const bool cut = at + 1 < source.tokens.size() &&
                     source.tokens[at].kind == TokenKind::newline &&
                     source.tokens[at + 1].kind == TokenKind::word;
    return cut ? at + 1 : at;
}

// One separator, or the two of "03/-CV/BCSĐ", of which the hyphen counts.
Separator read_separator(const TokenText& source, std::size_t at) {
    Separator out;
    if (at + 1 >= source.tokens.size()) return out;
    out.kind = separator_kind(source.word(at));
    if (out.kind == 0) return out;
    out.space_before = source.tokens[at].space_before;
    out.next = skip_line_break(source, at + 1);
    if (const char second = separator_kind(source.word(at + 1)); second != 0) {
        if (second == out.kind || at + 2 >= source.tokens.size()) return {};
        out.kind = '-';
        out.next = at + 2;
    }
    out.space_after = source.tokens[out.next].space_before;
    return out;
}

struct Letters {
    std::size_t count = 0;
    std::size_t upper = 0;
    bool toned = false;
};

Letters count_letters(std::string_view word) {
    Letters out;
    for (std::size_t at = 0; at < word.size();) {
        const support::Decoded c = support::decode(word, at);
        const bool cyrillic = c.code_point >= 0x400 && c.code_point <= 0x4FF;
        if (const auto letter = decompose(c.code_point)) {
            ++out.count;
            out.upper += letter->upper ? 1U : 0U;
            out.toned = out.toned || letter->tone != Tone::level;
        } else if (cyrillic) {
            ++out.count;
            out.upper += c.code_point < 0x430 ? 1U : 0U;
        }
        at += c.length;
    }
    return out;
}

bool is_known(std::string_view code) {
    return find_type_code(code) != nullptr || find_issuer_code(code) != nullptr;
}

// "TTgcủa", "BTCQuy": a word ran into the code. The length of the known code before it.
std::size_t glued_code(std::string_view word) {
    for (std::size_t at = word.size(); at > 1; --at) {
        if ((static_cast<unsigned char>(word[at - 1]) & 0xC0U) == 0x80U && at < word.size() &&
            (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) {
            continue;
        }
        if (at < word.size() && (static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) continue;
        const std::string_view rest = word.substr(at);
        const Letters letters = count_letters(rest);
        const bool tail =
            letters.count >= 2 && letters.upper <= 1 && letters.count - letters.upper >= 2;
        if (tail && is_known(word.substr(0, at))) return at;
    }
    return 0;
}

// How much of `word` is a code: all of it, the part before a glued word, or nothing.
std::size_t code_length(std::string_view word) {
    if (word.size() > kLongestCode) return 0;
    const Letters letters = count_letters(word);
    if (letters.count == 0) return 0;
    if (letters.upper == letters.count && !letters.toned) return word.size();
    if (!letters.toned && is_known(word)) return word.size();
    if (const std::size_t glued = glued_code(word)) return glued;
    const bool mixed = !letters.toned && letters.upper >= 2;  // KTr2, QLDNg
    return mixed ? word.size() : 0;
}

// Reads codes one after another.
class CodeReader {
  public:
    CodeReader(const TokenText& source, NumberParts& parts) : source_(source), parts_(parts) {}

    // The code at token `at`; its end token, or `at` when there is none.
    std::size_t read(std::size_t at, char separator) {
        if (at >= source_.tokens.size() || source_.tokens[at].kind != TokenKind::word) return at;
        const std::size_t length = code_length(source_.word(at));
        if (length == 0) return at;
        const std::uint32_t begin = source_.tokens[at].begin;
        std::uint32_t end = begin + support::offset(length);
        glued_ = end != source_.tokens[at].end;
        std::size_t next = at + 1;
        while (!glued_ && joins(next) && source_.tokens[next + 1].end - begin <= kLongestCode) {
            end = source_.tokens[next + 1].end;
            next += 2;
        }
        std::string code(support::slice(source_.text, {begin, end}));
        code.erase(std::remove(code.begin(), code.end(), ' '), code.end());
        add(std::move(code), separator);
        parts_.end = end;
        parts_.last = support::offset(next);
        return next;
    }

    [[nodiscard]] bool glued() const noexcept { return glued_; }

  private:
    // "BKH&ĐT", "UBND.NC", "BVH,TTDL": a mark inside a code, no spaces.
    [[nodiscard]] bool joins(std::size_t mark) const {
        if (mark + 1 >= source_.tokens.size()) return false;
        const Token& joint = source_.tokens[mark];
        const Token& after = source_.tokens[mark + 1];
        const std::string_view sign = source_.word(mark);
        // "QLN& TTBĐS": a page broke the code after the sign.
        const bool broken = after.space_before && sign == "&" && after.end - after.begin >= 3;
        if (joint.space_before || (after.space_before && !broken)) return false;
        if (after.kind == TokenKind::number) {  // "CCTKV.05-TTKT3"
            return sign == "." && source_.is(mark + 2, "-");
        }
        if (after.kind != TokenKind::word) return false;
        if (sign != "&" && sign != "." && sign != ",") return false;
        const Letters letters = count_letters(source_.word(mark + 1));
        return !letters.toned && letters.upper == letters.count && letters.count > 0;
    }

    void add(std::string text, char separator) {
        if (std::string meant = repaired_code(text); !meant.empty()) text = std::move(meant);
        parts_.codes.push_back({std::move(text), separator});
    }

    const TokenText& source_;
    NumberParts& parts_;
    bool glued_ = false;
};

// The ordinal with its letter ("30a"); the token after it, or `at` when there is none.
std::size_t read_ordinal(const TokenText& source, std::size_t at, NumberParts& parts) {
    const Token& token = source.tokens[at];
    std::string_view digits = source.word(at);
    if (token.kind == TokenKind::word) {  // "số18-NQ/TW"
        const std::size_t first = digits.find_first_of("0123456789");
        if (first == std::string_view::npos) return at;
        digits.remove_prefix(first);
    }
    if (digits.empty() || digits.size() > kLongestOrdinal) return at;
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return at;
    parts.begin = token.end - support::offset(digits.size());
    parts.ordinal = digits;
    std::size_t next = at + 1;
    if (next < source.tokens.size() && !source.tokens[next].space_before &&
        source.tokens[next].kind == TokenKind::word) {
        const std::string_view letter = source.word(next);
        if (letter.size() > 2 || count_letters(letter).count != 1) return at;
        parts.ordinal += letter;
        ++next;
    }
    return next;
}

// "66.7/2025/NQ-CP": resolutions under one special resolution are counted behind its number. The
// token after the second count, or `next` when there is none.
std::size_t read_second_count(const TokenText& source, std::size_t next, NumberParts& parts) {
    if (next + 4 >= source.tokens.size() || source.word(next) != ".") return next;
    const Token& count = source.tokens[next + 1];
    const bool glued = !source.tokens[next].space_before && !count.space_before;
    const bool small = count.kind == TokenKind::number && count.end - count.begin <= 2;
    if (!glued || !small || source.word(next + 2) != "/") return next;
    if (!is_year(source.word(next + 3)) || source.word(next + 4) != "/") return next;
    parts.ordinal += '.';
    parts.ordinal += source.word(next + 1);
    return next + 2;
}

// A hyphen with spaces on both sides joins only what is known ("36 - HD/VPTW", not "2016 - HN")
// or, after the issuer of a letter, a unit that the date follows ("2273/CTK - CSCL ngày").
bool too_loose(const TokenText& source, const Separator& separator, const NumberParts& parts) {
    if (!separator.space_before || !separator.space_after || separator.kind != '-') return false;
    const std::string_view word = source.word(separator.next);
    if (find_type_code(word) != nullptr || find_issuer_code(word) != nullptr) return false;
    static const std::uint64_t kDay = token_key("ngày");
    const bool dated =
        separator.next + 1 < source.tokens.size() && source.tokens[separator.next + 1].key == kDay;
    return !dated || parts.codes.size() != 1;
}

// After a space the next line of a heading could begin: "QĐ-UBND" joins, "QĐ- ngày" does not.
bool may_follow(const TokenText& source, const Separator& separator, const NumberParts& parts) {
    if (separator.kind == 0) return false;
    const Token& token = source.tokens[separator.next];
    if (token.kind != TokenKind::word || too_loose(source, separator, parts)) {
        return false;
    }
    if (!separator.space_after) return true;
    const std::string_view word = source.word(separator.next);
    const Letters letters = count_letters(word);
    return is_known(word) || (letters.upper == letters.count && letters.count >= 2);
}

// "01/CV-01": some offices number their letters by a code of digits.
bool is_digit_unit(const TokenText& source, const Separator& separator) {
    if (separator.kind != '-' || separator.space_before || separator.space_after) return false;
    const Token& token = source.tokens[separator.next];
    return token.kind == TokenKind::number && token.end - token.begin <= 2;
}

// "1025/PLYK/2025": slips for opinions end in the year.
bool ends_in_year(const TokenText& source, const Separator& separator) {
    if (separator.kind != '/' || separator.space_before || separator.space_after) return false;
    return is_year(source.word(separator.next)) && !source.is(separator.next + 1, "/");
}

void read_codes(const TokenText& source, Separator separator, NumberParts& parts) {
    CodeReader reader(source, parts);
    while (parts.codes.size() < kMostCodes && may_follow(source, separator, parts)) {
        const std::size_t next = reader.read(separator.next, separator.kind);
        if (next == separator.next || reader.glued()) return;
        separator = read_separator(source, next);
    }
    if (parts.codes.size() == 1 && ends_in_year(source, separator) &&
        find_type_code(parts.codes[0].text) != nullptr) {
        parts.codes.push_back({std::string(source.word(separator.next)), '/'});
        parts.end = source.tokens[separator.next].end;
        parts.last = support::offset(separator.next + 1);
        return;
    }
    if (parts.codes.size() == 1 && is_digit_unit(source, separator)) {
        parts.codes.push_back({std::string(source.word(separator.next)), '-'});
        parts.end = source.tokens[separator.next].end;
        parts.last = support::offset(separator.next + 1);
    }
}

}  // namespace

bool is_year(std::string_view digits) noexcept {
    return digits.size() == 4 && (digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20");
}

NumberParts cut_number(const TokenText& source, std::size_t at) {
    NumberParts parts;
    if (at >= source.tokens.size()) return parts;
    std::size_t next = read_ordinal(source, at, parts);
    if (next == at || next >= source.tokens.size()) return parts;
    next = read_second_count(source, next, parts);
    Separator separator = read_separator(source, next);
    if (separator.kind == 0) {
        // "18 NQ/TW": the hyphen is missing.
        const bool word = source.tokens[next].kind == TokenKind::word &&
                          source.tokens[next].space_before &&
                          find_type_code(source.word(next)) != nullptr &&
                          count_letters(source.word(next)).upper >= 2;
        if (!word || !source.is(next + 1, "/")) return parts;
        separator = {' ', next, true, false};
        read_codes(source, separator, parts);
        return parts;
    }
    if (separator.kind == '/' && is_year(source.word(separator.next))) {
        const Separator second = read_separator(source, separator.next + 1);
        if (second.kind == 0) return parts;
        parts.year = source.word(separator.next);
        separator = second;
    }
    read_codes(source, separator, parts);
    return parts;
}

}  // namespace tracuu::analyzers
