#include "server/clock.hpp"

#include <chrono>

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

}  // namespace tracuu::server
