#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {

/// Answers SearchIndex::alike.
[[nodiscard]] std::vector<std::pair<DocumentId, double>> documents_alike(const Reader& reader,
                                                                         std::string_view id,
                                                                         std::uint32_t limit);

}  // namespace tracuu::indexer
