#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "analyzers/document_number.hpp"
#include "analyzers/text/token.hpp"

namespace tracuu::analyzers {

/// A document number read from tokens.
struct NumberMatch {
    DocumentNumber number;
    support::ByteRange span;  ///< the number token as written
    std::uint32_t first = 0;  ///< tokens of the match: [first, last)
    std::uint32_t last = 0;
    bool strong = false;     ///< type and issuer are known: a number wherever it stands
    bool plausible = false;  ///< a number where words announce one ("số", "Công văn")
};

/// A text with its tokens, both borrowed.
struct TokenText {
    std::string_view text;
    std::span<const Token> tokens;

    [[nodiscard]] std::string_view word(std::size_t at) const noexcept {
        return support::slice(text, tokens[at].range());
    }
    [[nodiscard]] bool is(std::size_t at, std::string_view mark) const noexcept {
        return at < tokens.size() && word(at) == mark;
    }
};

/// Reads the document number whose first digit is in token `at`: `18-NQ/TW`, `108/2014/NĐ-CP`,
/// `1054/UBND-NCPC`, `30a/2008/NQ-CP`; one space is allowed around a separator. Separators that
/// were swapped, slips in codes, letters glued to the end are repaired. `letter` says that words
/// before it announce a letter (công văn), which decides what `CT-CS` means. Bounded cost.
[[nodiscard]] std::optional<NumberMatch> match_number(const TokenText& source, std::size_t at,
                                                      bool letter);

}  // namespace tracuu::analyzers
