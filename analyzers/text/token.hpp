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
    std::uint64_t key = 0;  ///< hash of the lower-cased text, accents kept; equal words, equal keys
    TokenKind kind = TokenKind::mark;
    LetterCase letter_case = LetterCase::none;
    bool space_before = false;  ///< a space or paragraph end stands before it

    [[nodiscard]] support::ByteRange range() const noexcept { return {begin, end}; }
};

/// Tokens of a flow text (or of any NFC text with traditional tone placement), in order. Linear.
[[nodiscard]] std::vector<Token> tokenize(std::string_view flow);

/// The key that `tokenize` gives a token with this text.
[[nodiscard]] std::uint64_t token_key(std::string_view word) noexcept;

}  // namespace tracuu::analyzers
