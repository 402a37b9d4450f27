#pragma once

#include <optional>

#include "analyzers/task/token_reader.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// A day, month, quarter, part of a year, year or run of years named in a text.
struct Period {
    support::Date from;          ///< first day
    support::Date to;            ///< last day, included
    std::uint32_t last = 0;      ///< token after it
    bool inferred_year = false;  ///< the year is that of the document
    bool by_hour = false;        ///< an hour of the day is named: "trước 17 giờ ngày 5/12"
    bool years = false;          ///< a run of years: "giai đoạn 2026 - 2030"
};

/// Reads the period whose first token is `at`: `ngày 05/12/2025`, `15/12`, `tháng 3/2018`,
/// `quý II năm 2018`, `6 tháng đầu năm 2026`, `cuối năm 2025`, `năm 2020`, `giai đoạn 2026 - 2030`.
/// `near` gives the year that is not said (the document's date); without it such a period is none.
/// A bare `2026` is a period only when `bare_year`.
[[nodiscard]] std::optional<Period> read_period(const TokenReader& text, std::uint32_t at,
                                                std::optional<support::Date> near,
                                                bool bare_year = false);

}  // namespace tracuu::analyzers
