#pragma once

#include "analyzers/task/part_kind.hpp"
#include "analyzers/task/role_reader.hpp"
#include "analyzers/text/structure.hpp"

namespace tracuu::analyzers {

/// Where an item stands.
struct ItemPlace {
    PartKind kind = PartKind::strict;
    bool closing_article = false;  ///< under "Tổ chức thực hiện" of a normative text
    bool last_articles = false;    ///< in one of the last articles
    bool rules = false;            ///< in a normative text
    bool silent = false;           ///< in a document that gives no orders
    bool addressed = false;        ///< a body above it has to act
    bool bound = false;   ///< ... for "có trách nhiệm" or "Trách nhiệm của" says so
    bool listed = false;  ///< below an order that ends with a colon
};

constexpr std::uint32_t kShortestOrder = 3;  ///< tokens

/// True when the paragraph orders work to be done; `roles` is its own reading.
[[nodiscard]] bool is_task(const Reading& reading, const Block& block, const RoleReading& roles,
                           const ItemPlace& place);

/// True for the closing formula "thông báo để ... biết, thực hiện".
[[nodiscard]] bool only_informs(const TokenReader& text);

}  // namespace tracuu::analyzers
