#pragma once

#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// The headed parts of a text in flow-text bytes: one section per heading, without gaps. A text
/// without headings is one section.
[[nodiscard]] std::vector<Section> list_sections(const Reading& reading);

}  // namespace tracuu::analyzers
