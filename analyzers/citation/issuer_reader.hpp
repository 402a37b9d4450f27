#pragma once

#include <optional>
#include <string>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// The name of a body in running text.
struct IssuerMatch {
    std::string name;  ///< as written, one space between words; capitals lines in sentence case
    std::size_t first = 0;  ///< tokens of the name without the office before it
    std::size_t last = 0;
};

/// The body named at token `at` ("Bộ Chính trị", "Ban Chấp hành Trung ương Đảng (khóa XII)",
/// "Giám đốc Sở Nội vụ": the office is dropped), up to token `end`. nullopt when no name starts
/// there. Bounded cost.
[[nodiscard]] std::optional<IssuerMatch> read_issuer(const TokenText& source, std::size_t at,
                                                     std::size_t end);

/// True when the name of a body of the gazetteer starts at token `at`.
[[nodiscard]] bool starts_body(const TokenText& source, std::size_t at);

}  // namespace tracuu::analyzers
