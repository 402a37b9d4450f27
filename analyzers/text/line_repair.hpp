#pragma once

#include <string>

namespace tracuu::analyzers {

/// Turns the line breaks inside a paragraph of hard-wrapped text into spaces, in place: lengths
/// and offsets stay. Text that is not hard-wrapped keeps its breaks, except where a paragraph is
/// plainly cut (a page break before a lower-case letter). `text` is normalised. Linear.
void join_wrapped_lines(std::string& text);

}  // namespace tracuu::analyzers
