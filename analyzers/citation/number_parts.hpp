#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// One code of a number (`NQ`, `BKH&ĐT`) and the separator before it.
struct NumberCode {
    std::string text;      ///< as written, slips repaired
    char separator = '/';  ///< `/`, `-`, or a space when there is none
};

/// A number cut at its separators, before its parts are understood.
struct NumberParts {
    std::string ordinal;
    std::string year;
    std::vector<NumberCode> codes;
    std::uint32_t begin = 0;  ///< bytes
    std::uint32_t end = 0;
    std::uint32_t last = 0;  ///< token after the last one
};

/// Cuts the number at token `at` into its parts; no codes when there is no number.
[[nodiscard]] NumberParts cut_number(const TokenText& source, std::size_t at);

/// True for a year that may stand in a number.
[[nodiscard]] bool is_year(std::string_view digits) noexcept;

}  // namespace tracuu::analyzers
