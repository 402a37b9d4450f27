#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/range.hpp"

namespace tracuu::analyzers {

/// How an item is marked.
enum class Marker : std::uint8_t {
    none,
    part,        ///< Phần, Chương, Mục + number
    roman,       ///< I. II -
    upper,       ///< A. B)
    article,     ///< Điều 3.
    arabic,      ///< 1. 2) 1 -
    dotted,      ///< 1.1 1.1.2.
    lower,       ///< a) đ)
    bullet,      ///< - + * • and the like
    roman_lower  ///< (i) ii)
};

/// The mark at the start of a line.
struct MarkerMatch {
    Marker kind = Marker::none;
    support::ByteRange label;  ///< in the line: `II`, `1.1`, `a`, `Chương II`; the number alone of
                               ///< an article; empty for bullets and none
    std::uint32_t length = 0;  ///< bytes of the mark with emphasis before it and spaces after it
};

/// Reads the mark at the start of `line` (NFC, no leading space). Markdown emphasis and heading
/// signs before it are part of it. Numbers of documents, dates, amounts and periods are no marks.
[[nodiscard]] MarkerMatch read_marker(std::string_view line);

/// The label as sections are called by it: `Điều 3` however the article is spelt.
[[nodiscard]] std::string marker_label(Marker kind, std::string_view written);

}  // namespace tracuu::analyzers
