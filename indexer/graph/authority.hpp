#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/links.hpp"

namespace tracuu::indexer {

/// How much weight a document has among those that cite: seven parts PageRank (damping 0.85), three
/// parts the number of citing documents, both on a logarithmic scale from 0 (nobody cites it) to 1
/// (the first of the corpus). Age does not count: a new document starts low because nobody has
/// cited it yet. `begin` has one element more than there are nodes; node n has the links
/// [begin[n], begin[n + 1]). Time: about 40 passes over the links.
[[nodiscard]] std::vector<float> authority(std::span<const std::uint64_t> out_begin,
                                           std::span<const std::uint64_t> in_begin,
                                           std::span<const Link> in);

}  // namespace tracuu::indexer
