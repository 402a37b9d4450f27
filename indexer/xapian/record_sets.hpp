#pragma once

#include <xapian.h>
#include <vector>

#include "indexer/xapian/query_builder.hpp"

namespace tracuu::indexer {

/// All records that match, ascending.
[[nodiscard]] std::vector<Xapian::docid> all_matching(const Xapian::Database& database,
                                                      const Xapian::Query& query);

/// Records that match at least `most.needed` of the children, ascending. Counts along the posting
/// lists: several times faster than Xapian's matcher, which has no such operator.
[[nodiscard]] std::vector<Xapian::docid> having_most(const Xapian::Database& database,
                                                     const MostQuery& most);

}  // namespace tracuu::indexer
