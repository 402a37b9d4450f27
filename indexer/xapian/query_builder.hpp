#pragma once

#include <xapian.h>

#include "indexer/query/ast.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/search_index.hpp"

namespace tracuu::indexer {

/// A query tree as Xapian can answer it. Conditions that terms cannot decide (phrases of three
/// words and more) are replaced by weaker ones, never by stronger ones.
struct BooleanQuery {
    Xapian::Query query;
    bool exact = true;  ///< false: what it finds must be checked against the texts
};
[[nodiscard]] BooleanQuery boolean_query(const QueryNode& node);

/// Documents that pass `filter`.
[[nodiscard]] Xapian::Query filter_query(const DocumentFilter& filter);

/// Tuning of the first stage. Source: bench/peers figures, checked with eval/retrieval.py.
struct RankWeights {
    double k1 = 0.6;
    double b = 0.9;
    double pair = 1.0;
    double title = 0.5;
    std::size_t question = 6;  ///< more words than this make a question
    double common = 0.1;       ///< share of documents from which on a term is common
};

/// How relevant a document is: words, pairs and title words, each with the weight that BM25 over
/// documents alone would give (other kinds of records share the database). A question (many
/// words) is scored by its rarer terms only: common words cost the most and tell the least, and
/// the second stage reads them from the texts anyway.
[[nodiscard]] Xapian::Query scoring_query(const RankQuery& query, const Xapian::Database& database);
[[nodiscard]] Xapian::BM25Weight scoring_scheme(const Xapian::Database& database);

}  // namespace tracuu::indexer
