#pragma once

#include <vector>

#include "analyzers/citation/number_grammar.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// Every document number of a text, in order, each the document's own one included. Lists that
/// share a suffix ("số 18, 19-NQ/TW") give one match per number; the span of the first is its
/// digits. Dates, periods, norms, forms and addresses are none. Linear.
[[nodiscard]] std::vector<NumberMatch> scan_numbers(const Reading& reading);

/// Like `scan_numbers` for the tokens [first, last) only.
[[nodiscard]] std::vector<NumberMatch> scan_numbers(const TokenText& source, std::size_t first,
                                                    std::size_t last);

}  // namespace tracuu::analyzers
