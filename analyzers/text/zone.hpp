#pragma once

#include <string_view>
#include <vector>

#include "analyzers/text/structure.hpp"

namespace tracuu::analyzers {

/// Fills in `zone` of every block: where the head ends, the body begins and the document ends.
/// Source: the layout of Nghị định 30/2020/NĐ-CP (Phụ lục I) and Hướng dẫn 36-HD/VPTW, and how
/// legal portals flatten it.
void set_zones(std::vector<Block>& blocks, std::string_view text);

/// True when `line` in capitals starts with the name of a kind of document (`KẾ HOẠCH`).
[[nodiscard]] bool is_type_line(std::string_view line);

}  // namespace tracuu::analyzers
