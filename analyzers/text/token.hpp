#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "support/range.hpp"

namespace tracuu::analyzers {

enum class TokenKind : std::uint8_t {
    word,    ///< letters (and digits after the first letter): a Vietnamese syllable, `QH14`
    number,  ///< ASCII digits only
    mark,    ///< one other visible character: punctuation, bullet, symbol
    newline  ///< a paragraph end; spaces give no token
};

enum class LetterCase : std::uint8_t { lower, capitalised, upper, none };

/// One word, number, mark or paragraph end of a flow text.
struct Token {
    std::uint32_t begin = 0;  ///< byte in the flow text
    std::uint32_t end = 0;
    /// 59-bit hash of the lower-cased text, accents kept; equal words have equal keys.
    std::uint64_t key : 59 = 0;
    TokenKind kind : 2 = TokenKind::mark;
    LetterCase letter_case : 2 = LetterCase::none;
    bool space_before : 1 = false;  ///< a space or paragraph end stands before it

    [[nodiscard]] support::ByteRange range() const noexcept { return {begin, end}; }
};
static_assert(sizeof(Token) == 16);  // a long text has millions of them

/// Tokens of a flow text (or of any NFC text with traditional tone placement), in order. Linear.
[[nodiscard]] std::vector<Token> tokenize(std::string_view flow);

/// The key that `tokenize` gives a token with this text.
[[nodiscard]] std::uint64_t token_key(std::string_view word) noexcept;

}  // namespace tracuu::analyzers
