#pragma once

#include <vector>

#include "analyzers/task/deadline.hpp"

namespace tracuu::analyzers {

/// A statement of time found in a text, before the choice among several.
struct DeadlineCandidate {
    Deadline deadline;
    /// Bound to the work by its own words: "thực hiện thường xuyên", "(hằng năm)".
    bool bound = false;
};

/// Every statement of time in `range`, in text order. Linear.
[[nodiscard]] std::vector<DeadlineCandidate> scan_deadlines(const Reading& reading,
                                                            TokenRange range,
                                                            const DeadlineContext& context);

}  // namespace tracuu::analyzers
