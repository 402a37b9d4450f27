#pragma once

#include <optional>
#include <string>

#include "analyzers/citation/mention.hpp"
#include "analyzers/text/reading.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// What the words before a mention say of who issued the document and when.
struct IssuerBefore {
    std::string name;                   ///< empty when they name nobody
    std::optional<support::Date> date;  ///< "Ngày 23/10/2025, <body> ban hành ..."
};

/// Reads "<body> tại Tờ trình số", "<body> đã ban hành Chỉ thị số", "các Quyết định của <body>:
/// số". `mention.first` is its type word or number; no token before `floor` belongs to it.
[[nodiscard]] IssuerBefore issuer_before(const Reading& reading, const Mention& mention,
                                         std::size_t floor);

/// Reads "Nghị định <của Chính phủ> số", "các Quyết định <của body> số": between the type, whose
/// first token is `type`, and the number.
[[nodiscard]] std::string issuer_between(const Reading& reading, std::size_t type,
                                         const Mention& mention);

}  // namespace tracuu::analyzers
