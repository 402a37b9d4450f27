#pragma once

#include <optional>

#include "analyzers/citation/number_grammar.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// A date in running text and the token after it.
struct DateMatch {
    support::Date date;
    std::size_t last = 0;
};

/// The full date that starts at token `at`: `ngày 25/10/2017`, `ngày 25 tháng 10 năm 2017`,
/// `ngày 25-10-2017`, `25.10.2017`. Line breaks inside are allowed. nullopt for anything less
/// than a day or for a day that does not exist.
[[nodiscard]] std::optional<DateMatch> read_date(const TokenText& source, std::size_t at);

}  // namespace tracuu::analyzers
