#pragma once

#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// What a text says of other documents.
struct CitationReading {
    std::vector<Citation> citations;   ///< by position
    std::vector<NamedCitation> named;  ///< by position
    std::vector<Edge> edges;           ///< one per (from, to), strongest relation
};

/// Reads every citation of a document. `header` tells its own number, which is no citation.
/// Spans are bytes of the flow text. Linear; throws nothing.
[[nodiscard]] CitationReading read_citations(const Reading& reading, const Header& header);

}  // namespace tracuu::analyzers
