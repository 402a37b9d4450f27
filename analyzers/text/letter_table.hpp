#pragma once

#include <array>
#include <cstdint>

namespace tracuu::analyzers {

/// What scanners ask of a code point, precomputed for everything below U+1F00.
struct LetterInfo {
    char16_t lower = 0;   ///< lower case; the code point itself when it has none
    char folded = 0;      ///< a-z of a Vietnamese letter; 0 otherwise
    bool letter = false;  ///< alphabetic, or a combining mark U+0300..U+036F
    bool upper = false;
};

inline constexpr char32_t kLetterTableSize = 0x1F00;  // the last Vietnamese letter is U+1EF9

using LetterTable = std::array<LetterInfo, kLetterTableSize>;

/// The table; built once. Index it with code points below kLetterTableSize.
[[nodiscard]] const LetterTable& letter_table() noexcept;

/// The same facts for any code point.
[[nodiscard]] LetterInfo letter_info_slow(char32_t c) noexcept;

}  // namespace tracuu::analyzers
