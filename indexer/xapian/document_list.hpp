#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "indexer/search_index.hpp"
#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {

/// Documents that pass `filter`; see SearchIndex::documents.
[[nodiscard]] std::pair<std::vector<DocumentMeta>, std::uint64_t> list_documents(
    const Reader& reader, const DocumentFilter& filter, DocumentOrder order, std::uint32_t offset,
    std::uint32_t limit);

}  // namespace tracuu::indexer
