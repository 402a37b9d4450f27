#pragma once

#include <xapian.h>

#include "indexer/query/ast.hpp"
#include "indexer/search_index.hpp"

namespace tracuu::indexer {

/// A query tree as Xapian can answer it. Conditions that terms cannot decide (words that stand next
/// to each other) are replaced by weaker ones, never by stronger ones.
struct BooleanQuery {
    Xapian::Query query;
    bool exact = true;  ///< false: what it finds must be checked
};
[[nodiscard]] BooleanQuery boolean_query(const QueryNode& node);

/// Documents that pass `filter`.
[[nodiscard]] Xapian::Query filter_query(const DocumentFilter& filter);

}  // namespace tracuu::indexer
