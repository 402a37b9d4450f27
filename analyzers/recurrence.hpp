#pragma once

#include <optional>
#include <string_view>

namespace tracuu::analyzers {

/// A day that comes back: every year, or every month.
struct Recurrence {
    int month = 0;  ///< 1..12 of a yearly day; 0: every month
    int day = 0;    ///< 1..28 of every month, 1..31 of a yearly day; -1: the last of every month
};

/// The last day that the words of a recurring deadline allow: "trước ngày 15/12 hằng năm" is
/// 14 December of every year, "ngày 20 hằng tháng" the 20th of every month. nullopt when they fix
/// no day ("hằng năm", "định kỳ"), fix several, or fix one that some months or years do not have.
[[nodiscard]] std::optional<Recurrence> read_recurrence(std::string_view surface);

}  // namespace tracuu::analyzers
