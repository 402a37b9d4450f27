#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {

/// Completions of what is being typed: numbers first, then titles, bodies, words with their
/// diacritics. Looks at a bounded number of terms. Throws Xapian's exceptions.
[[nodiscard]] Completions complete(const Reader& reader, std::string_view typed,
                                   std::uint32_t limit);

}  // namespace tracuu::indexer
