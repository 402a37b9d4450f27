#pragma once

#include <span>
#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// The tasks of a document, in text order: what has to be done, by whom, by when. `header` gives
/// its type and date; `citations` (flow-text spans, by position) are those inside a task.
/// All spans are bytes of the flow text. Linear; deterministic.
[[nodiscard]] std::vector<Task> read_tasks(const Reading& reading, const Header& header,
                                           std::span<const Citation> citations);

}  // namespace tracuu::analyzers
