#pragma once

#include <vector>

#include "indexer/query/ast.hpp"
#include "indexer/rank/token_stream.hpp"

namespace tracuu::indexer {

/// Words that must stand in a row, compared with streams by 22 bits of the hash of each: for
/// documents that are known to have every two neighbours next to each other somewhere.
class StreamPhrase {
  public:
    /// `words`: at least one.
    explicit StreamPhrase(const std::vector<QueryWord>& words);

    /// Linear in the stream for ordinary texts.
    [[nodiscard]] bool stands_in(const TokenStream& stream) const;

  private:
    [[nodiscard]] bool goes_on(std::span<const StreamToken> tokens) const;
    std::vector<StreamToken> words_;  ///< folded_bits
};

}  // namespace tracuu::indexer
