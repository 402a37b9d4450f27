#pragma once

#include <cstdint>

namespace tracuu::indexer {

/// A word of a query found in a stream.
struct StreamHit {
    std::uint32_t token = 0;
    std::uint32_t word = 0;
    float grade = 0;  ///< 1 with the accents typed
};

/// The pair of the query that a hit forms with the one after it; where it forms none, one behind
/// the last pair.
struct StreamPair {
    std::uint32_t pair = 0;
    float grade = 0;  ///< the lower one of the two
};

}  // namespace tracuu::indexer
