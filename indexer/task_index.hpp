#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model.hpp"
#include "indexer/search_index.hpp"

namespace tracuu::indexer {

/// Restrictions on tasks; empty members do not restrict.
struct TaskFilter {
    std::string query;                  ///< words that the text must hold, folded comparison
    std::vector<std::string> bodies;    ///< body ids; any of them
    std::optional<Role> role;           ///< of one of `bodies` when given, else of any body
    std::optional<Date> due_from;       ///< deadline's last day (else first day) not before
    std::optional<Date> due_to;         ///< ... not after; undated tasks fail both
    std::optional<Date> overdue_as_of;  ///< last day before this date
    std::vector<std::string> kinds;     ///< codes of kinds_of; any of them
    std::vector<std::string> products;  ///< any of them, folded comparison
    std::vector<DocumentId> documents;  ///< tasks of any of them
    std::vector<DocumentId>
        implements;  ///< the task implements one, itself or by its heading or document
    std::string jurisdiction;
};

/// Counts over all tasks that pass a filter. Values of `kind` are codes of kinds_of; bodies count
/// in the role of the filter when it has one. Periods are those of the day that orders tasks
/// (`2018`, `2018-Q2`, `2018-05`), ascending; the others by count, then in Vietnamese order.
struct TaskFacets {
    std::vector<FacetValue> body, role, kind, product, year, quarter, month;
};

/// How the deadline of a task is asked for: the name of its DeadlineKind, else `none` when no
/// deadline is stated; and `conditional` when something must happen first.
[[nodiscard]] std::vector<std::string_view> kinds_of(const TaskRecord& task);

/// The ids of all documents that the task implements, each once, nearest origin first.
[[nodiscard]] std::vector<DocumentId> implemented_by(const TaskRecord& task);

/// Tasks and the bodies that have them. Not thread-safe: one object per thread.
class TaskIndex {
  public:
    virtual ~TaskIndex() = default;
    /// Tasks that pass `filter`: those with a day by their last one (else their first), then the
    /// others; ties by document id and position. `total` counts all of them.
    struct Page {
        std::uint64_t total = 0;
        std::vector<TaskRecord> items;
    };
    [[nodiscard]] virtual Page tasks(const TaskFilter& filter, std::uint32_t offset,
                                     std::uint32_t limit) const = 0;
    [[nodiscard]] virtual TaskFacets task_facets(const TaskFilter& filter) const = 0;
    /// Bodies whose name or an alias is `name` in any case, with or without diacritics, in one
    /// place ("Sở Nội vụ tỉnh Kon Tum") or in all ("so noi vu"); by id.
    [[nodiscard]] virtual std::vector<BodyRecord> find_bodies(std::string_view name) const = 0;
    /// Bodies whose name holds the words of `query` (all bodies when empty), most tasks first.
    [[nodiscard]] virtual std::vector<BodyRecord> bodies(std::string_view query) const = 0;
    [[nodiscard]] virtual std::optional<BodyRecord> body(std::string_view id) const = 0;
};

}  // namespace tracuu::indexer
