#pragma once

#include <optional>

#include "analyzers/task/period.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// The token after what follows "định kỳ" at `at`: "6 tháng, 01 năm", "hằng quý", "hoặc đột xuất".
[[nodiscard]] std::uint32_t regular_end(const TokenReader& text, std::uint32_t at);

/// The token after further cycles: ", hằng quý" after "hằng tháng".
[[nodiscard]] std::uint32_t more_recurring(const TokenReader& text, std::uint32_t at);

/// The token after the month of a cycle that follows a day: "tháng cuối quý", "của tháng đầu quý
/// sau"; `at` when there is none.
[[nodiscard]] std::uint32_t cycle_end(const TokenReader& text, std::uint32_t at);

/// The token after a day of every year or month: "ngày 25/12 hàng năm", "15/5 và ngày 15/11 hằng
/// năm", "ngày 20 hằng tháng"; 0 when none stands at `at`. `recurring`: the cycle was said before
/// it. `near` gives the year of a day without one.
[[nodiscard]] std::uint32_t day_of_cycle_end(const TokenReader& text, std::uint32_t at,
                                             std::optional<support::Date> near, bool recurring);

/// The day at `at` whose month is said with the end of its range: "ngày 16 | đến ngày 31 tháng
/// 12"; nullopt for any other text.
[[nodiscard]] std::optional<Period> day_of_same_month(const TokenReader& text, std::uint32_t at,
                                                      std::optional<support::Date> near);

/// True for "hằng ngày", "hàng tuần", "hằng tháng", "hằng quý": said of a verb more often than of a
/// noun, unlike "hằng năm".
[[nodiscard]] bool is_short_cycle(const TokenReader& text, std::uint32_t at);

/// The token after "05 ngày làm việc kể từ ngày nhận hồ sơ"; `at` when no number of days stands
/// there.
[[nodiscard]] std::uint32_t relative_end(const TokenReader& text, std::uint32_t at);

/// The token after "02 lần/năm", "1 lần mỗi quý"; `at` when no number of times a cycle stands
/// there.
[[nodiscard]] std::uint32_t times_end(const TokenReader& text, std::uint32_t at);

/// True for "kiểm tra | định kỳ hay đột xuất", "báo cáo giá | định kỳ, đột xuất": a kind of
/// inspection or paper, no time of the order.
[[nodiscard]] bool is_kind_of_inspection(const TokenReader& text, std::uint32_t at,
                                         std::uint32_t end);

/// The token after "liên tục [hằng ngày]" when it colours the order ("cập nhật đầy đủ, liên tục");
/// 0 when it does not ("phát triển liên tục các ngành"). `end`: the token after "liên tục".
[[nodiscard]] std::uint32_t nonstop_end(const TokenReader& text, std::uint32_t at,
                                        std::uint32_t end);

/// True when the verb [at, end) belongs to the words of the deadline after it: "thực hiện", not
/// "phê duyệt", "báo cáo" or the noun "kết quả thực hiện".
[[nodiscard]] bool is_verb_of_deadline(const TokenReader& text, std::uint32_t at,
                                       std::uint32_t end);

/// Settles the years of "từ tháng 3 đến tháng 10 năm 2026" (said once) and of "từ 15/11 đến 15/12"
/// (not said: a range that runs on the day of the document, else the next one).
void share_year(Period& start, Period& end, std::optional<support::Date> document);

}  // namespace tracuu::analyzers
