#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/structure.hpp"

namespace tracuu::analyzers {

/// Order of the numbering from outermost (small) to innermost; bullets and plain text last.
[[nodiscard]] int marker_rank(Marker marker) noexcept;

/// Fills in `parent` and `section` of blocks whose zones and headings are known; `text` is the
/// flow text.
void set_parents(std::vector<Block>& blocks, std::string_view text);

/// The labels of the sections around and including a block, joined with dots: "II.2.a"; 1.1 stands
/// for 1 and 1.1; articles forget their chapter.
[[nodiscard]] std::string section_path(const std::vector<Block>& blocks, std::size_t block,
                                       std::string_view text);

}  // namespace tracuu::analyzers
