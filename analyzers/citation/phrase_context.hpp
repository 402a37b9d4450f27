#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>

#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {

/// A phrase that ends right before a token.
struct PhraseBefore {
    std::size_t first = 0;  ///< its first token
    std::int32_t value = 0;
};

/// The longest phrase of `table`, of at most `longest` tokens, that ends before token `end`.
[[nodiscard]] inline std::optional<PhraseBefore> phrase_before(const PhraseTable& table,
                                                               std::span<const Token> tokens,
                                                               std::size_t end,
                                                               std::size_t longest = 6) {
    const std::span<const Token> head = tokens.first(end);
    for (std::size_t length = std::min(longest, end); length > 0; --length) {
        const auto match = table.longest(head, end - length);
        if (match && match->length == length) return PhraseBefore{end - length, match->value};
    }
    return std::nullopt;
}

}  // namespace tracuu::analyzers
