#pragma once

#include <string>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// The provision of a cited document that a mention points at.
struct Pinpoint {
    std::string text;  ///< `điểm a khoản 2 Điều 5`; empty when the whole document is meant
    std::size_t first = 0;  ///< its first token
};

/// The pinpoint that ends before token `end`, not before `floor`: "điểm a, b khoản 2 Điều 5 của".
[[nodiscard]] Pinpoint read_pinpoint(const TokenText& source, std::size_t end, std::size_t floor);

}  // namespace tracuu::analyzers
