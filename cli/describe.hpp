#pragma once

#include <string>
#include <vector>

#include "indexer/index.hpp"
#include "server/answers.hpp"

namespace tracuu::cli {

/// Answers as Vietnamese text for people: one block or line for each item, evidence in quotes.
[[nodiscard]] std::string describe(const server::SearchAnswer& answer);
[[nodiscard]] std::string describe(const server::Resolution& resolution);
[[nodiscard]] std::string describe(const server::List<indexer::Reached>& list,
                                   const indexer::DocumentMeta& start, bool cited_by);
[[nodiscard]] std::string describe(const server::TasksAnswer& answer);
[[nodiscard]] std::string describe(const indexer::IndexStats& stats);
[[nodiscard]] std::string describe(const indexer::BuildReport& report);

}  // namespace tracuu::cli
