#pragma once

#include <string_view>

namespace tracuu_corpus {

/// The bytes of a table of `corpus/data`, compiled in; empty when there is no such file.
[[nodiscard]] std::string_view file(std::string_view name);

}  // namespace tracuu_corpus
