#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::analyzers {

/// `text` folded for matching without diacritics: NFC, lower case, all Vietnamese marks dropped,
/// đ as d. Bytes that are no letters stay. Accepts any normal form.
[[nodiscard]] std::string fold(std::string_view text);

/// `text` in lower case with accents, NFC, traditional tone placement.
[[nodiscard]] std::string lower(std::string_view text);

/// `text` in NFC with traditional tone placement (`Ủy`, `hòa`), case kept.
[[nodiscard]] std::string normalize(std::string_view text);

/// An ASCII slug: folded, every run of other characters one `-`; none at the ends.
[[nodiscard]] std::string slug(std::string_view text);

/// Bytes that sort like Vietnamese (ICU collation `vi`, numbers by value).
[[nodiscard]] std::string sort_key(std::string_view text);

}  // namespace tracuu::analyzers
