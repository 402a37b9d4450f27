#pragma once

#include <xapian.h>
#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/query/ast.hpp"
#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {

/// Numbers of records, ascending, each once.
using Records = std::vector<Xapian::docid>;

/// All records that match a conjunction of terms; nullopt for other queries, and where the terms
/// have so many records that a match of Xapian's is quicker.
[[nodiscard]] std::optional<Records> quickly_matching(Postings& postings,
                                                      const Xapian::Query& query);

/// All records that match.
[[nodiscard]] Records all_matching(Postings& postings, const Xapian::Query& query);

/// All documents that a query tree and a filter allow, where Xapian alone cannot tell: it has no
/// operator for "most", and phrases of three words and more are looked for in the token streams
/// (in the texts where there are none). Parts that Xapian can answer are left to it.
[[nodiscard]] Records matching(const Reader& reader, const QueryNode& root,
                               const Xapian::Query& filter);

}  // namespace tracuu::indexer
