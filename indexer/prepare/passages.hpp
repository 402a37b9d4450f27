#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analyzers/extraction.hpp"
#include "indexer/records/stored_document.hpp"

namespace tracuu::indexer {

/// Cuts `text` into passages: along the sections, small neighbours together, long sections at a
/// paragraph end, else at a space, so that a passage has at most about 4,000 bytes. A text that
/// is not longer is one passage; an empty one has none. `code_point` is not filled in.
[[nodiscard]] std::vector<Passage> cut_passages(std::string_view text,
                                                std::span<const analyzers::Section> sections);

/// Byte ends of the storage blocks: as many whole passages as fit 32 KiB.
[[nodiscard]] std::vector<std::uint32_t> block_ends(std::span<const Passage> passages);

}  // namespace tracuu::indexer
