#include "analyzers/text/token.hpp"

#include <unicode/uchar.h>

#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;  // FNV-1a, 64 bit
constexpr std::uint64_t kPrime = 0x100000001B3ULL;

std::uint64_t mix(std::uint64_t hash, char32_t c) noexcept {
    return (hash ^ c) * kPrime;
}

// What one code point is to the tokeniser.
struct Glyph {
    char32_t lower = 0;
    std::uint8_t length = 1;
    bool letter = false;
    bool upper = false;
};

Glyph glyph_at(std::string_view text, std::size_t at) noexcept {
    const support::Decoded c = support::decode(text, at);
    if (auto parts = decompose(c.code_point)) {
        const bool upper = parts->upper;
        parts->upper = false;
        return {compose(*parts), c.length, true, upper};
    }
    if (c.code_point < 0x80) return {c.code_point, c.length, false, false};
    const auto code = static_cast<UChar32>(c.code_point);
    const bool mark = c.code_point >= 0x0300 && c.code_point <= 0x036F;
    return {static_cast<char32_t>(u_tolower(code)), c.length, mark || u_isalpha(code) != 0,
            u_isupper(code) != 0};
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

LetterCase case_of(std::size_t letters, std::size_t uppers, bool first_upper) noexcept {
    if (letters == 0) return LetterCase::none;
    if (uppers == letters && letters > 1) return LetterCase::upper;
    return first_upper ? LetterCase::capitalised : LetterCase::lower;
}

Token read_word(std::string_view text, std::size_t at) {
    Token token;
    token.begin = support::offset(at);
    token.kind = TokenKind::word;
    token.key = kSeed;
    std::size_t letters = 0;
    std::size_t uppers = 0;
    bool first_upper = false;
    while (at < text.size()) {
        if (is_digit(text[at])) {
            token.key = mix(token.key, static_cast<char32_t>(text[at]));
            ++at;
            continue;
        }
        const Glyph glyph = glyph_at(text, at);
        if (!glyph.letter) break;
        if (letters == 0) first_upper = glyph.upper;
        ++letters;
        uppers += glyph.upper ? 1U : 0U;
        token.key = mix(token.key, glyph.lower);
        at += glyph.length;
    }
    token.end = support::offset(at);
    token.letter_case = case_of(letters, uppers, first_upper);
    return token;
}

Token read_number(std::string_view text, std::size_t at) {
    Token token;
    token.begin = support::offset(at);
    token.kind = TokenKind::number;
    token.key = kSeed;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        token.key = mix(token.key, static_cast<char32_t>(text[at]));
    }
    token.end = support::offset(at);
    return token;
}

Token read_token(std::string_view text, std::size_t at) {
    if (is_digit(text[at])) return read_number(text, at);
    const Glyph glyph = glyph_at(text, at);
    if (glyph.letter) return read_word(text, at);
    Token token;
    token.begin = support::offset(at);
    token.end = support::offset(at + glyph.length);
    token.kind = text[at] == '\n' ? TokenKind::newline : TokenKind::mark;
    token.key = mix(kSeed, glyph.lower);
    return token;
}

}  // namespace

std::vector<Token> tokenize(std::string_view flow) {
    std::vector<Token> tokens;
    tokens.reserve(flow.size() / 5 + 1);
    bool space = true;
    for (std::size_t at = 0; at < flow.size();) {
        if (flow[at] == ' ') {
            space = true;
            ++at;
            continue;
        }
        Token token = read_token(flow, at);
        token.space_before = space;
        space = token.kind == TokenKind::newline;
        at = token.end;
        tokens.push_back(token);
    }
    return tokens;
}

std::uint64_t token_key(std::string_view word) noexcept {
    std::uint64_t key = kSeed;
    for (std::size_t at = 0; at < word.size();) {
        const Glyph glyph = glyph_at(word, at);
        key = mix(key, glyph.lower);
        at += glyph.length;
    }
    return key;
}

}  // namespace tracuu::analyzers
