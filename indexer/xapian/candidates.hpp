#pragma once

#include <xapian.h>
#include <vector>

#include "indexer/rank/rank_query.hpp"

namespace tracuu::indexer {

/// Memory that finding candidates uses again and again.
struct CandidateScratch {
    std::vector<float> points;  ///< by record; zero between searches
};

/// The records of at most `most` documents that hold the rarest words and pairs of the query, by
/// the sum of their weights; in no order. Posting lists are read from the rarest on until
/// kPostings are read, so common words cost nothing; the second stage reads all words anyway.
[[nodiscard]] std::vector<Xapian::docid> find_candidates(const Xapian::Database& database,
                                                         const RankQuery& query, std::size_t most,
                                                         CandidateScratch& scratch);

}  // namespace tracuu::indexer
