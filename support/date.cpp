#include "support/date.hpp"

#include <chrono>
#include <cstdio>

namespace tracuu::support {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2200;

std::chrono::year_month_day calendar(int year, int month, int day) {
    return {std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
            std::chrono::day{static_cast<unsigned>(day)}};
}

// The value of `length` ASCII digits at `at`; -1 when one is no digit.
int digits(std::string_view text, std::size_t at, std::size_t length) noexcept {
    int value = 0;
    for (std::size_t i = at; i < at + length; ++i) {
        if (text[i] < '0' || text[i] > '9') return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

}  // namespace

std::optional<Date> Date::of(int year, int month, int day) noexcept {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1) {
        return std::nullopt;
    }
    if (!calendar(year, month, day).ok()) return std::nullopt;
    return Date(year, month, day);
}

std::optional<Date> Date::parse_iso(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    return of(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
}

std::optional<Date> Date::end_of_month(int year, int month) noexcept {
    for (int day = 31; day >= 28; --day) {
        if (const auto date = of(year, month, day)) return date;
    }
    return std::nullopt;
}

std::string Date::iso() const {
    char buffer[16];
    const int length =
        std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year(), month(), day());
    return {buffer, static_cast<std::size_t>(length)};
}

std::optional<Date> Date::plus_days(int days) const noexcept {
    const auto moved = std::chrono::year_month_day(
        std::chrono::sys_days(calendar(year_, month_, day_)) + std::chrono::days(days));
    return of(static_cast<int>(moved.year()),
              static_cast<int>(static_cast<unsigned>(moved.month())),
              static_cast<int>(static_cast<unsigned>(moved.day())));
}

std::uint32_t Date::number() const noexcept {
    return static_cast<std::uint32_t>(year_ * 10000 + month_ * 100 + day_);
}

}  // namespace tracuu::support
