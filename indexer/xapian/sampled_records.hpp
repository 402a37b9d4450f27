#pragma once

#include <string>
#include <vector>

#include "indexer/xapian/corpus_state.hpp"

namespace tracuu::indexer {

/// Records of documents drawn evenly from the corpus, a megabyte or so, long ones cut: what the
/// dictionary of an index is learnt from.
[[nodiscard]] std::vector<std::string> sampled_records(const CorpusState& corpus);

}  // namespace tracuu::indexer
