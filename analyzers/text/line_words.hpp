#pragma once

#include <string_view>

namespace tracuu::analyzers {

// What the words at the ends of a trimmed line of a source text tell of its neighbours.

/// The line ends in a mark that ends a sentence or a list item.
[[nodiscard]] bool ends_sentence(std::string_view line) noexcept;
/// Nothing but dashes, dots and the like.
[[nodiscard]] bool is_rule(std::string_view line) noexcept;
/// The line ends in a word or mark after which no paragraph ends.
[[nodiscard]] bool ends_openly(std::string_view line);
/// "... khoản 1", "... điểm b": a provision whose document is still to come.
[[nodiscard]] bool ends_with_provision(std::string_view line);
[[nodiscard]] bool leaves_bracket_open(std::string_view line);
[[nodiscard]] bool leaves_quote_open(std::string_view line);
/// The line closes a bracket or quote that it did not open.
[[nodiscard]] bool closes_bracket(std::string_view line);
[[nodiscard]] bool closes_quote(std::string_view line);
/// `10/2022/NĐ-CP ...`, `(được sửa đổi ...`, `Khu vực V ...`: no paragraph begins so.
[[nodiscard]] bool cannot_begin(std::string_view line);
/// "Điều" alone: its number stands on the next line.
[[nodiscard]] bool is_part_word(std::string_view line);
/// "Số:" alone.
[[nodiscard]] bool is_number_label(std::string_view line);
[[nodiscard]] bool starts_with_digit(std::string_view line) noexcept;
/// "Giám đốc các sở ...": one office of a list.
[[nodiscard]] bool starts_with_office(std::string_view line);
/// "Căn cứ ...", "Theo đề nghị ...".
[[nodiscard]] bool begins_basis(std::string_view line);
/// "Thông tư này.": the end of a sentence that began above.
[[nodiscard]] bool is_anaphor(std::string_view line);
/// "giai đoạn 2021" / "- 2025".
[[nodiscard]] bool splits_years(std::string_view line, std::string_view next);
/// Ends in dots.
[[nodiscard]] bool trails_off(std::string_view line);
/// "Nơi nhận", "Kính gửi" and the like: begin a part wherever they stand.
[[nodiscard]] bool begins_part(std::string_view line);

}  // namespace tracuu::analyzers
