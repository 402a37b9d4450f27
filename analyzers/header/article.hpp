#pragma once

#include <optional>
#include <string>

#include "analyzers/document_number.hpp"
#include "analyzers/text/reading.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// Facts of a document whose head is missing: from a page about it, from the caption of its
/// annexes, from its first sentences. Empty members: not stated.
struct OutsideFacts {
    std::optional<DocumentNumber> number;
    support::ByteRange number_span;
    std::optional<support::Date> date;
    std::string type;
    std::string issuer;
    std::string title;
    support::ByteRange title_span;
};

/// Looks for: "Ngày 26/11/2025, Chính phủ ban hành Nghị quyết 08/2025/NQ-CP về ..." under the
/// heading of a page; "... vừa được Tỉnh ủy An Giang ban hành vào ngày 19/4/2018"; "Nguồn ... số
/// 19-CTr/TU ngày ..."; "(Kèm theo Công văn số ... ngày ...)"; a letter that begins with its
/// addressee. `untyped` says that no type line was found.
[[nodiscard]] OutsideFacts read_outside_facts(const Reading& reading, bool untyped);

/// The body that speaks in the first sentences: "Ban Thường vụ Tỉnh ủy xây dựng Kế hoạch ...",
/// "Cục Thuế có ý kiến như sau". Empty when none does.
[[nodiscard]] std::string issuer_of_opening(const Reading& reading);

/// The day in "Nghị quyết này được Quốc hội ... thông qua ngày 16 tháng 6 năm 2025".
[[nodiscard]] std::optional<support::Date> adoption_date(const Reading& reading);

}  // namespace tracuu::analyzers
