#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/records/facet_codec.hpp"
#include "indexer/task_index.hpp"

namespace tracuu::indexer {

/// What one task adds to the facets.
[[nodiscard]] std::string encode_task_facets(const TaskRecord& task);

/// Adds up the facets of tasks.
class TaskFacetCounter {
  public:
    /// `filter` says which role and bodies are counted; it must outlive the counter.
    explicit TaskFacetCounter(const TaskFilter& filter) : filter_(filter) {}
    /// `tasks` tasks with the encoded facets `bytes`. Errors: index_corrupt.
    void add(std::string_view bytes, std::uint32_t tasks);
    /// `bodies` names body ids, `plain` all other values.
    [[nodiscard]] TaskFacets finish(FacetNames& plain, FacetNames& bodies) const;

  private:
    void add_bodies(const std::vector<std::string>& bodies, std::uint32_t tasks);
    void add_day(Date day, std::uint32_t tasks);

    const TaskFilter& filter_;
    FacetCounts body_, role_, kind_, product_;
    std::map<std::string, std::uint32_t> year_, quarter_, month_;
};

}  // namespace tracuu::indexer
