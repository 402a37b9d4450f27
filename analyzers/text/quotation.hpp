#pragma once

#include <string_view>
#include <vector>

#include "analyzers/text/structure.hpp"

namespace tracuu::analyzers {

/// Marks the blocks that stand inside a quotation of whole paragraphs, "“Điều 5. ... ”": other
/// texts that are quoted order nothing and number nothing here. A quotation of words within a block
/// is none, and so is one that is not closed within 200 blocks. `text` is the flow text.
void mark_quotations(std::vector<Block>& blocks, std::string_view text);

}  // namespace tracuu::analyzers
