#pragma once

#include <cstdint>
#include <vector>

#include "analyzers/citation/mention.hpp"
#include "analyzers/citation/named.hpp"
#include "analyzers/citation/relation.hpp"
#include "analyzers/extraction.hpp"

namespace tracuu::analyzers {

/// What the edges of a text are made from; all borrowed.
struct EdgeSources {
    const Reading& reading;
    const std::vector<Mention>& mentions;
    const std::vector<NamedMention>& named;
    const std::vector<Citation>& citations;
    const std::vector<std::int32_t>& places;  ///< citation of each mention; -1 for the own number
    const std::vector<Assertion>& assertions;
};

/// One edge per ordered pair of numbers with its strongest relation, self first, then in the
/// order of the text. A named document counts as the number that the text gives it elsewhere.
[[nodiscard]] std::vector<Edge> make_edges(const EdgeSources& sources);

}  // namespace tracuu::analyzers
