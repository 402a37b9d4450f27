#pragma once

#include <string>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// What the paragraph says is to be made: `kế hoạch`, `báo cáo`, `đề án`, in lower case; empty
/// when it names nothing. The first product after a word of making counts.
[[nodiscard]] std::string read_product(const Reading& reading, TokenRange range);

}  // namespace tracuu::analyzers
