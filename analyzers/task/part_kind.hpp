#pragma once

#include <cstdint>
#include <string_view>

#include "analyzers/task/token_reader.hpp"
#include "analyzers/text/structure.hpp"

namespace tracuu::analyzers {

/// What may be a task in a part of a document.
enum class PartKind : std::uint8_t {
    work,    ///< every item that orders something
    strict,  ///< only items that say who has to act
    none     ///< nothing: purposes, states of things, rules
};

/// How a whole document is read.
struct DocumentKind {
    PartKind body = PartKind::strict;  ///< outside headings that say otherwise
    bool rules = false;                ///< a normative text: only its closing articles give orders
};

/// By the type of the document ("Kế hoạch", "Quyết định") and its number: a year in the number
/// ("12/2025/QĐ-UBND") makes a State document normative; a "Thông báo" orders when its title speaks
/// of a conclusion.
[[nodiscard]] DocumentKind document_kind(std::string_view type, std::string_view number,
                                         std::string_view title);

/// True for a heading "PHỤ LỤC", "DANH MỤC", "MẪU SỐ 1".
[[nodiscard]] bool names_annex(std::string_view heading);

/// What a heading makes of the part below it; `around` is the kind of the part it stands in.
[[nodiscard]] PartKind part_kind(const Reading& reading, const Block& heading, PartKind around);

/// True for "Tổ chức thực hiện", "Trách nhiệm thi hành": where normative texts give orders.
[[nodiscard]] bool is_closing_heading(const Reading& reading, const Block& block);

}  // namespace tracuu::analyzers
