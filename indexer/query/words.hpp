#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "indexer/query/ast.hpp"

namespace tracuu::indexer {

/// The condition for a row of plain words (as typed, between spaces): all of them; numbers of
/// documents in any spelling as numbers; abbreviations with their expansions as alternatives and
/// the other way round. One node for each condition that counts as one word.
[[nodiscard]] std::vector<QueryNode> read_words(std::span<const std::string_view> words);

/// The condition for one phrase, with its abbreviations written out and the other way round as
/// alternatives; a phrase over a sentence end is two.
[[nodiscard]] QueryNode read_phrase(std::string_view text);

}  // namespace tracuu::indexer
