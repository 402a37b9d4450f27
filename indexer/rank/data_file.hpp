#pragma once

#include <string_view>

namespace tracuu_indexer {

/// The bytes of a table of `indexer/data`, compiled in; empty when there is no such file.
[[nodiscard]] std::string_view file(std::string_view name);

}  // namespace tracuu_indexer
