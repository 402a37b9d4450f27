#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/task_index.hpp"
#include "indexer/xapian/reader.hpp"

namespace tracuu::indexer {

/// TaskIndex over Xapian; throws Xapian's exceptions.
[[nodiscard]] TaskIndex::Page search_tasks(const Reader& reader, const TaskFilter& filter,
                                           std::uint32_t offset, std::uint32_t limit);
[[nodiscard]] TaskFacets count_tasks(const Reader& reader, const TaskFilter& filter);
[[nodiscard]] std::vector<BodyRecord> find_bodies_named(const Reader& reader,
                                                        std::string_view name);
[[nodiscard]] std::vector<BodyRecord> search_bodies(const Reader& reader, std::string_view query);
[[nodiscard]] std::optional<BodyRecord> find_body_record(const Reader& reader, std::string_view id);

}  // namespace tracuu::indexer
