#include "analyzers/text/token.hpp"

#include <algorithm>

#include "analyzers/text/letter_table.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint64_t kSeed = 0xCBF29CE484222325ULL;   // FNV-1a, 64 bit
constexpr std::size_t kSample = std::size_t{64} << 10U;  // bytes that tell how dense tokens are
constexpr std::uint64_t kPrime = 0x100000001B3ULL;

std::uint64_t mix(std::uint64_t hash, char32_t c) noexcept {
    return (hash ^ c) * kPrime;
}

constexpr std::uint64_t kKeyBits = (std::uint64_t{1} << 59U) - 1;

// The high bits of a product are its best mixed ones.
std::uint64_t finish(std::uint64_t hash) noexcept {
    return hash >> 5U;
}

// What one code point is to the tokeniser.
struct Glyph {
    char16_t lower;
    std::uint8_t length;
    bool letter;
    bool upper;
};

// Reads code points through one table; a look-up per letter is all that the hot loop pays.
class GlyphReader {
  public:
    explicit GlyphReader(std::string_view text) : text_(text), table_(letter_table()) {}

    [[nodiscard]] Glyph at(std::size_t position) const noexcept {
        const auto byte = static_cast<unsigned char>(text_[position]);
        const support::Decoded c =
            byte < 0x80U ? support::Decoded{byte, 1} : support::decode(text_, position);
        const LetterInfo info =
            c.code_point < kLetterTableSize ? table_[c.code_point] : letter_info_slow(c.code_point);
        return {info.lower, c.length, info.letter, info.upper};
    }
    [[nodiscard]] std::string_view text() const noexcept { return text_; }

  private:
    std::string_view text_;
    const std::array<LetterInfo, kLetterTableSize>& table_;
};

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

LetterCase case_of(std::size_t letters, std::size_t uppers, bool first_upper) noexcept {
    if (letters == 0) return LetterCase::none;
    if (uppers == letters && letters > 1) return LetterCase::upper;
    return first_upper ? LetterCase::capitalised : LetterCase::lower;
}

Token read_word(const GlyphReader& glyphs, std::size_t at) {
    const std::string_view text = glyphs.text();
    Token token;
    token.begin = support::offset(at);
    token.kind = TokenKind::word;
    std::uint64_t hash = kSeed;
    std::size_t letters = 0;
    std::size_t uppers = 0;
    bool first_upper = false;
    while (at < text.size()) {
        if (is_digit(text[at])) {
            hash = mix(hash, static_cast<char32_t>(text[at]));
            ++at;
            continue;
        }
        const Glyph glyph = glyphs.at(at);
        if (!glyph.letter) break;
        if (letters == 0) first_upper = glyph.upper;
        ++letters;
        uppers += glyph.upper ? 1U : 0U;
        hash = mix(hash, glyph.lower);
        at += glyph.length;
    }
    token.end = support::offset(at);
    token.key = finish(hash) & kKeyBits;
    token.letter_case = case_of(letters, uppers, first_upper);
    return token;
}

Token read_number(std::string_view text, std::size_t at) {
    Token token;
    token.begin = support::offset(at);
    token.kind = TokenKind::number;
    std::uint64_t hash = kSeed;
    for (; at < text.size() && is_digit(text[at]); ++at) {
        hash = mix(hash, static_cast<char32_t>(text[at]));
    }
    token.key = finish(hash) & kKeyBits;
    token.end = support::offset(at);
    return token;
}

Token read_token(const GlyphReader& glyphs, std::size_t at) {
    const std::string_view text = glyphs.text();
    if (is_digit(text[at])) return read_number(text, at);
    const Glyph glyph = glyphs.at(at);
    if (glyph.letter) return read_word(glyphs, at);
    Token token;
    token.begin = support::offset(at);
    token.end = support::offset(at + glyph.length);
    token.kind = text[at] == '\n' ? TokenKind::newline : TokenKind::mark;
    token.key = finish(mix(kSeed, glyph.lower)) & kKeyBits;
    return token;
}

}  // namespace

std::vector<Token> tokenize(std::string_view flow) {
    std::vector<Token> tokens;
    const GlyphReader glyphs(flow);
    bool space = true;
    tokens.reserve(std::min(flow.size(), kSample) / 4 + 16);
    std::size_t guess_at = kSample;
    for (std::size_t at = 0; at < flow.size();) {
        if (at >= guess_at) {
            // Room for the rest at the density so far: growing by copies costs more than reading.
            const std::size_t rest = (flow.size() / at + 1) * tokens.size();
            tokens.reserve(rest + rest / 50);
            guess_at = flow.size();
        }
        if (flow[at] == ' ') {
            space = true;
            ++at;
            continue;
        }
        Token token = read_token(glyphs, at);
        token.space_before = space;
        space = token.kind == TokenKind::newline;
        at = token.end;
        tokens.push_back(token);
    }
    return tokens;
}

std::uint64_t token_key(std::string_view word) noexcept {
    const GlyphReader glyphs(word);
    std::uint64_t key = kSeed;
    for (std::size_t at = 0; at < word.size();) {
        const Glyph glyph = glyphs.at(at);
        key = mix(key, glyph.lower);
        at += glyph.length;
    }
    return finish(key);
}

}  // namespace tracuu::analyzers
