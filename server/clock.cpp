#include "server/clock.hpp"

#include <chrono>
#include <ctime>

namespace tracuu::server {

support::Date today_in_vietnam() {
    using std::chrono::floor;
    const auto now = std::chrono::system_clock::now() + std::chrono::hours(7);
    const std::chrono::year_month_day day(floor<std::chrono::days>(now));
    const auto date = support::Date::of(static_cast<int>(day.year()),
                                        static_cast<int>(static_cast<unsigned>(day.month())),
                                        static_cast<int>(static_cast<unsigned>(day.day())));
    // A clock that is centuries off is no reason to fail.
    return date.value_or(*support::Date::of(2026, 1, 1));
}

std::string utc_text(std::int64_t nanoseconds) {
    const std::time_t seconds{nanoseconds / 1'000'000'000};
    std::tm parts{};
    char text[32];
    if (gmtime_r(&seconds, &parts) == nullptr) return {};
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace tracuu::server
