#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/gazetteer.hpp"
#include "indexer/records/stored_document.hpp"
#include "indexer/task_index.hpp"

namespace tracuu::indexer {

/// The letter of a role in terms.
[[nodiscard]] char role_letter(Role role) noexcept;

/// The day by which a task is looked for: the last day of its deadline, else the first.
[[nodiscard]] std::optional<Date> due_date(const TaskRecord& task);

/// Bytes that order tasks as `TaskIndex::tasks` gives them.
[[nodiscard]] std::string task_order(const TaskRecord& task, std::size_t ordinal);

/// Adds up the bodies that `tasks` name, ordered by id.
class BodyTable {
  public:
    void add(const TaskRecord& task);
    [[nodiscard]] std::vector<BodyRecord> finish() &&;

  private:
    struct Entry {
        BodyRecord record;
        std::vector<std::pair<std::string, std::uint32_t>> names;  ///< as written, times
        std::string last_document;
    };
    std::map<std::string, Entry> rows_;
};

/// Adds the counts of `other`, the same body in another source, to `body`.
void merge_body(BodyRecord& body, const BodyRecord& other);

/// Orders bodies as `TaskIndex::bodies` gives them: most tasks first, then by Vietnamese name.
void order_bodies(std::vector<BodyRecord>& bodies);

/// One way to read the name of a body that a reader typed: the slugs to look for, and the place if
/// the name says one.
struct BodyName {
    std::vector<std::string> slugs;
    std::string id;  ///< when the name says the place
    std::string jurisdiction;
    analyzers::BodyIdentity identity;  ///< by the gazetteer alone, whether or not the index has it
};
/// All ways, best first: the first one that finds bodies counts. The others take the last words for
/// a province although they have no capitals ("so noi vu binh dinh").
[[nodiscard]] std::vector<BodyName> read_body_name(std::string_view name);

/// The slugs by which a body is found: of all its names, and of its name in the gazetteer, which
/// may say `tỉnh` where a city says `thành phố`.
[[nodiscard]] std::vector<std::string> slugs_of(const BodyRecord& body);

/// Its name for a list of bodies of several places: `Sở Nội vụ (Kon Tum)`.
[[nodiscard]] std::string label_of(const BodyRecord& body);

[[nodiscard]] std::vector<std::string> ids_of(const std::vector<BodyRecord>& bodies);

/// All names of a body: canonical and as met.
[[nodiscard]] std::vector<std::string> names_of(const BodyRecord& body);

}  // namespace tracuu::indexer
