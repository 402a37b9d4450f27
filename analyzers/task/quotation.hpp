#pragma once

#include <vector>

#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// For each block: it belongs to a passage that stands wholly inside quotation marks “...”, as the
/// text of an article that a document quotes or changes.
[[nodiscard]] std::vector<bool> quoted_blocks(const Reading& reading);

}  // namespace tracuu::analyzers
