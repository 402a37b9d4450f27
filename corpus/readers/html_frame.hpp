#pragma once

#include <cstdint>
#include <vector>

#include "corpus/readers/html_survey.hpp"

namespace tracuu::corpus {

/// What becomes of a part: shown, left out with all in it, or only a shell: the parts inside are
/// shown as they are, the text directly in it is not.
enum class PartFate : std::uint8_t { shown, left_out, shell };

/// The document of a page without the portal around it: banner, menus, lists of links, property
/// tables. A page without such a frame is all document. Linear; the result is as long as `parts`.
[[nodiscard]] std::vector<PartFate> part_fates(const std::vector<PagePart>& parts);

}  // namespace tracuu::corpus
