#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::support {

/// A valid day of the proleptic Gregorian calendar, years 1900 to 2200.
class Date {
  public:
    /// nullopt when the day does not exist or the year is out of range.
    [[nodiscard]] static std::optional<Date> of(int year, int month, int day) noexcept;
    /// Exactly `YYYY-MM-DD`; anything else is nullopt.
    [[nodiscard]] static std::optional<Date> parse_iso(std::string_view text) noexcept;
    /// Last day of that month; nullopt when the month does not exist.
    [[nodiscard]] static std::optional<Date> end_of_month(int year, int month) noexcept;

    [[nodiscard]] int year() const noexcept { return year_; }
    [[nodiscard]] int month() const noexcept { return month_; }
    [[nodiscard]] int day() const noexcept { return day_; }
    /// `YYYY-MM-DD`.
    [[nodiscard]] std::string iso() const;
    /// The date `days` later (negative: earlier); nullopt when that leaves the range of years.
    [[nodiscard]] std::optional<Date> plus_days(int days) const noexcept;
    /// YYYYMMDD as one number: orders like the dates.
    [[nodiscard]] std::uint32_t number() const noexcept;

    friend auto operator<=>(const Date&, const Date&) noexcept = default;

  private:
    Date(int year, int month, int day) noexcept
        : year_(static_cast<std::int16_t>(year)),
          month_(static_cast<std::int8_t>(month)),
          day_(static_cast<std::int8_t>(day)) {}
    std::int16_t year_;
    std::int8_t month_;
    std::int8_t day_;
};

}  // namespace tracuu::support
