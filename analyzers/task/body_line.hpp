#pragma once

#include <optional>
#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// A run of tokens that says nothing but who: "Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực
/// hiện." The first bodies have the role `first`. nullopt when work of its own follows.
[[nodiscard]] std::optional<std::vector<TaskBody>> read_body_line(const Reading& reading,
                                                                  TokenRange range, Role first);

}  // namespace tracuu::analyzers
