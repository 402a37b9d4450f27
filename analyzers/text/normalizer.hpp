#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::analyzers {

/// Where the distance between a text and its normal form changes: byte `flow` of the normal form
/// comes from byte `source`.
struct Anchor {
    std::uint32_t flow = 0;
    std::uint32_t source = 0;
};

/// A text in NFC with the tone marks on the traditional place (`Ủy`, `hòa`), Ð as Đ, and every
/// kind of space as one ASCII space; line ends (CR LF, U+0085, U+2028, U+2029) as spaces and `\n`.
struct Normalized {
    std::string text;
    std::vector<Anchor> anchors;  ///< ascending; the first is {0, 0}
};

/// Normalises valid UTF-8. Linear; letters outside the Vietnamese alphabet are kept as they are.
[[nodiscard]] Normalized normalize_with_map(std::string_view source);

}  // namespace tracuu::analyzers
