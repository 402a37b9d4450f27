#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/query/ast.hpp"

namespace tracuu::indexer {

/// Limits of a query; beyond the first two it is refused, beyond the third read as plain words.
inline constexpr std::size_t kLongestQuery = 2048;  ///< bytes
inline constexpr std::size_t kMostQueryWords = 128;
inline constexpr std::size_t kDeepestQuery = 16;  ///< parentheses in each other

/// A query understood.
struct ParsedQuery {
    QueryNode root;
    /// Words that should be near each other, for ranking: one run per word group, in order,
    /// without excluded words and field values.
    std::vector<std::vector<QueryWord>> runs;
    std::string number;     ///< canonical, when the whole query is one document number
    bool accented = false;  ///< some word carries Vietnamese marks
    bool asked = false;     ///< it ends in a question mark
    /// `read_as_words` when the syntax was broken, `no_words` when there is nothing to look for.
    std::vector<std::string> notes;
};

/// Reads the search language of docs/api.md. Never fails because of syntax. Linear in the query.
/// Errors: bad_request beyond kLongestQuery or kMostQueryWords, naming the limit.
[[nodiscard]] ParsedQuery parse_query(std::string_view query);

/// The words of `text` as a query has them.
[[nodiscard]] std::vector<QueryWord> query_words(std::string_view text);

}  // namespace tracuu::indexer
