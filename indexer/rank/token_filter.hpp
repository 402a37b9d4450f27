#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/rank/token_stream.hpp"

namespace tracuu::indexer {

/// Finds the tokens of a stream that may be words of a query: every one that is, and of 4096
/// others about as many as the query has words.
class TokenFilter {
  public:
    void add(StreamToken form) noexcept { may_be_[low_bits(form)] = 1; }
    /// Places in `tokens`, ascending, as the first so many of `places`, which grows as needed.
    std::size_t find(std::span<const StreamToken> tokens, std::vector<std::uint32_t>& places) const;

  private:
    static std::size_t low_bits(StreamToken token) noexcept { return folded_bits(token) & 0xFFFU; }
    std::array<std::uint8_t, 4096> may_be_{};  ///< 0 or 1, by low bits of the folded hash
};

}  // namespace tracuu::indexer
