#pragma once

#include "support/date.hpp"

namespace tracuu::server {

/// The current day in Việt Nam (UTC+7, no summer time).
[[nodiscard]] support::Date today_in_vietnam();

}  // namespace tracuu::server
