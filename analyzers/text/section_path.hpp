#pragma once

#include <string_view>
#include <vector>

#include "analyzers/text/structure.hpp"

namespace tracuu::analyzers {

/// Order of the numbering from outermost (small) to innermost; bullets and plain text last.
[[nodiscard]] int marker_rank(Marker marker) noexcept;

/// Fills in `path` and `parent` of blocks whose zones and headings are known; `text` is the flow
/// text.
void set_paths(std::vector<Block>& blocks, std::string_view text);

}  // namespace tracuu::analyzers
