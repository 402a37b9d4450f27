#pragma once

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// The token after what follows "định kỳ" at `at`: "6 tháng, 01 năm", "hằng quý", "hoặc đột xuất".
[[nodiscard]] std::uint32_t regular_end(const TokenReader& text, std::uint32_t at);

/// The token after further cycles: ", hằng quý" after "hằng tháng".
[[nodiscard]] std::uint32_t more_recurring(const TokenReader& text, std::uint32_t at);

/// The token after the month of a cycle that follows a day: "tháng cuối quý", "của tháng đầu quý
/// sau"; `at` when there is none.
[[nodiscard]] std::uint32_t cycle_end(const TokenReader& text, std::uint32_t at);

}  // namespace tracuu::analyzers
