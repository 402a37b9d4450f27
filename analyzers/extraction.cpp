#include <algorithm>
#include <array>

#include "analyzers/extraction.hpp"

namespace tracuu::analyzers {
namespace {

// In the order of the enumerators: the index is the value.
constexpr std::array<std::string_view, 7> kRelations{
    "mentions", "reviews", "based_on", "implements", "amends", "replaces", "repeals"};
constexpr std::array<std::string_view, 3> kRoles{"lead", "support", "reports_to"};
constexpr std::array<std::string_view, 3> kBackReferences{"name", "short_number", "anaphor"};
constexpr std::array<std::string_view, 6> kDeadlines{"by", "from",      "range",
                                                     "in", "recurring", "continuous"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names,
                         std::string_view name) noexcept {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name(Relation relation) noexcept {
    return kRelations[static_cast<std::size_t>(relation)];
}
std::string_view name(Role role) noexcept {
    return kRoles[static_cast<std::size_t>(role)];
}
std::string_view name(BackReferenceKind kind) noexcept {
    return kBackReferences[static_cast<std::size_t>(kind)];
}
std::string_view name(DeadlineKind kind) noexcept {
    return kDeadlines[static_cast<std::size_t>(kind)];
}

std::optional<Relation> relation_of(std::string_view name) noexcept {
    return find<Relation>(kRelations, name);
}
std::optional<Role> role_of(std::string_view name) noexcept {
    return find<Role>(kRoles, name);
}
std::optional<DeadlineKind> deadline_kind_of(std::string_view name) noexcept {
    return find<DeadlineKind>(kDeadlines, name);
}

}  // namespace tracuu::analyzers
