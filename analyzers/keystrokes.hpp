#pragma once

#include <string>
#include <string_view>

namespace tracuu::analyzers {

/// The word that the keys of `typed` make with the Telex input method (`tieengs`, `dduwowngf`), as
/// they arrive when it is off: lower case, NFC, traditional tone placement. Keys that come late
/// (`tiengse`) count. Empty when `typed` is not of ASCII letters alone or no key changes anything.
[[nodiscard]] std::string from_telex(std::string_view typed);

/// The same with VNI, whose keys are digits: `tie6ng1`, `d9u7o7ng2`.
[[nodiscard]] std::string from_vni(std::string_view typed);

}  // namespace tracuu::analyzers
