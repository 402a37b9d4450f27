#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// What stands above each block: the heading of its part, or the introduction ("..., các sở:") of
/// the bullets that it is one of.
class HeadingChain {
  public:
    /// Linear. `reading` must outlive the chain.
    explicit HeadingChain(const Reading& reading);

    /// Indices of the blocks above block `index`, nearest first: at most 16.
    [[nodiscard]] std::vector<std::size_t> above(std::size_t index) const;

  private:
    std::vector<std::int32_t> next_;  // of block i; -1 at the top
};

}  // namespace tracuu::analyzers
