#pragma once

#include <span>
#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// Later mentions of documents by a short name or an anaphor, by position. Two mechanisms: a name
/// needs a definition or a number cited in this text ("Nghị quyết 18"), an anaphor ("Kế hoạch
/// này") the document it stands nearest to. What fits several documents is left out. Linear.
[[nodiscard]] std::vector<BackReference> read_back_references(const Reading& reading,
                                                              const Header& header,
                                                              std::span<const Citation> citations);

}  // namespace tracuu::analyzers
