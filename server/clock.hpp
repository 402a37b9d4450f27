#pragma once

#include <cstdint>
#include <string>

#include "support/date.hpp"

namespace tracuu::server {

/// The current day in Việt Nam (UTC+7, no summer time).
[[nodiscard]] support::Date today_in_vietnam();

/// Nanoseconds since 1970 as `2026-01-31T08:00:00Z`; empty when no calendar has that time.
[[nodiscard]] std::string utc_text(std::int64_t nanoseconds);

}  // namespace tracuu::server
