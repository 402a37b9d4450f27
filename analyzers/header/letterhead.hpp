#pragma once

#include <cstddef>

#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// The block at which the document's own head begins: 0 for nearly all texts, later when a page
/// put its summary of the document before it. Bounded by the first paragraphs.
[[nodiscard]] std::size_t letterhead_start(const Reading& reading);

}  // namespace tracuu::analyzers
