#pragma once

#include <xapian.h>
#include <vector>

#include "indexer/rank/rank_query.hpp"

namespace tracuu::indexer {

/// Memory that finding candidates uses again and again.
struct CandidateScratch {
    std::vector<float> points;         ///< by record; zero between searches
    std::vector<Xapian::docid> found;  ///< records that have points
    std::vector<Xapian::docid> read;   ///< records of one list
};

/// A record and how well it may answer.
struct Candidate {
    Xapian::docid record = 0;
    float points = 0;
};

/// The records that hold the rarest words and pairs of the query, best first by the sum of their
/// weights, then ascending; at most `most` of them. `among`, when given, are the only ones looked
/// for, ascending. Posting lists are read from the rarest on until kPostings are read and kEnough
/// records found, so common words cost nothing; the second stage reads all words anyway.
[[nodiscard]] std::vector<Candidate> find_candidates(const Xapian::Database& database,
                                                     const RankQuery& query,
                                                     const std::vector<Xapian::docid>* among,
                                                     std::size_t most, CandidateScratch& scratch);

}  // namespace tracuu::indexer
