#pragma once

#include <string_view>

namespace tracuu_analyzers {

/// The bytes of a table of `analyzers/data`, compiled in; empty when there is no such file.
[[nodiscard]] std::string_view file(std::string_view name);

}  // namespace tracuu_analyzers
