#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "analyzers/document_number.hpp"
#include "analyzers/text/reading.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// What stands above the title of a document.
struct Head {
    std::size_t start = 0;       ///< block of its first line; later when a summary stands before
    std::size_t first = 0;       ///< token of its first line
    std::size_t end = 0;         ///< block of the type line or of the first paragraph
    std::size_t type_block = 0;  ///< block of the type line; `no_block` when there is none
    std::optional<DocumentNumber> number;
    support::ByteRange number_span;
    std::optional<support::Date> date;
    std::string place;
    std::string issuer;           ///< as the lines above the motto name it, in sentence case
    std::size_t limit = 0;        ///< token after the head
    std::size_t place_first = 0;  ///< first token of place and date; `limit` when there is none
    static constexpr std::size_t no_block = static_cast<std::size_t>(-1);
};

/// Reads the head of a document. Bounded by the first paragraphs.
[[nodiscard]] Head read_head(const Reading& reading);

}  // namespace tracuu::analyzers
