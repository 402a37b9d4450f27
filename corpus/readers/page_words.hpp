#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracuu::corpus {

/// What a line says of the page part that holds it; see corpus/data/page_marks.tsv.
enum class PageMark { none, motto, begin };

/// `line` is one line without white space around it.
[[nodiscard]] PageMark page_mark(std::string_view line);

/// What an element is by the words of its class, id or role; see corpus/data/page_parts.tsv.
enum class PartWord { none, furniture, main };

[[nodiscard]] PartWord part_word(std::string_view attribute);

/// The field of a property table that `label` names (`number`, `issuer`, ...; empty for a label
/// whose value is of no use); nullopt when it is no known label.
[[nodiscard]] std::optional<std::string_view> property_field(std::string_view label);

/// Longest label or mark in bytes: longer texts are none, so a caller may cut there.
inline constexpr std::size_t kLongestPageWord = 120;

}  // namespace tracuu::corpus
