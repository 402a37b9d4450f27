#pragma once

#include <xapian.h>
#include <string>
#include <vector>

#include "indexer/rank/rank_query.hpp"
#include "indexer/xapian/postings.hpp"

namespace tracuu::indexer {

/// Memory that finding candidates uses again and again.
struct CandidateScratch {
    std::vector<float> points;         ///< by record; zero between searches
    std::vector<Xapian::docid> found;  ///< records that have points
    std::vector<Xapian::docid> read;   ///< records of one list
};

/// The posting list of a word or pair of a query.
struct ScoredList {
    std::string term;  ///< or pair_key
    Xapian::doccount length = 0;
    float weight = 0;
};

/// The lists of a query that are not empty, shortest first.
[[nodiscard]] std::vector<ScoredList> scored_lists(Postings& postings, const RankQuery& query);

/// A record and how well it may answer.
struct Candidate {
    Xapian::docid record = 0;
    float points = 0;
};

/// The records on the shortest of `lists`, best first by the sum of their weights, then ascending;
/// at most `most` of them. `among`, when given, are the only ones looked for, ascending. Posting
/// lists are read from the rarest on until kPostings are read and kEnough records found, so common
/// words cost nothing; the second stage reads all words anyway.
[[nodiscard]] std::vector<Candidate> find_candidates(Postings& postings,
                                                     const std::vector<ScoredList>& lists,
                                                     const std::vector<Xapian::docid>* among,
                                                     std::size_t most, CandidateScratch& scratch);

}  // namespace tracuu::indexer
