#pragma once

#include <string>
#include <string_view>

namespace tracuu::analyzers {

/// A name written in capitals as running text writes it: `ỦY BAN NHÂN DÂN TỈNH KON TUM` ->
/// `Ủy ban nhân dân tỉnh Kon Tum`. Bodies and provinces come from the gazetteers; other words go
/// to lower case after the first. Text with lower-case letters is returned as it is, spaces
/// reduced to one.
[[nodiscard]] std::string official_case(std::string_view name);

}  // namespace tracuu::analyzers
