#pragma once

#include "analyzers/extraction.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// Reads what a document says of itself: number, type, issuer, place, date, signer and title, in
/// the layouts of Nghị định 30/2020/NĐ-CP and Hướng dẫn 36-HD/VPTW, also with the two columns of
/// the head flattened, parts left blank, or no head at all (then from the title and the first
/// sentences). `hints` fill only what the text does not say. Spans are bytes of the flow text.
[[nodiscard]] Header read_header(const Reading& reading, const Hints& hints);

}  // namespace tracuu::analyzers
