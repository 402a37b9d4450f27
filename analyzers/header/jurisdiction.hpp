#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/document_number.hpp"
#include "analyzers/text/reading.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// What decides where a document counts.
struct JurisdictionFacts {
    std::string_view issuer;  ///< may be empty
    const DocumentNumber* number = nullptr;
    std::string_view place;
    std::optional<support::Date> date;
};

/// The province of the gazetteer, `Trung ương`, or empty when nothing tells.
[[nodiscard]] std::string find_jurisdiction(const Reading& reading, const JurisdictionFacts& facts);

/// The province named in `text` ("Ủy ban nhân dân tỉnh Kon Tum"); empty when none is.
[[nodiscard]] std::string province_in(std::string_view text);

/// True when a body of this name exists in many places ("Tỉnh ủy", "Ủy ban nhân dân tỉnh").
[[nodiscard]] bool is_local_body(std::string_view name);

/// True for a local body of a province, whose name is whole only with that of the province.
[[nodiscard]] bool is_provincial_body(std::string_view name);

}  // namespace tracuu::analyzers
