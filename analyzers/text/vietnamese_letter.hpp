#pragma once

#include <cstdint>
#include <optional>

namespace tracuu::analyzers {

/// The mark that makes another letter of the alphabet: ă, â ê ô, ơ ư, đ.
enum class Shape : std::uint8_t { plain, circumflex, breve, horn, bar };

/// The tone of a vowel.
enum class Tone : std::uint8_t { level, grave, acute, hook, tilde, dot };

/// A Latin letter of the Vietnamese alphabet taken apart.
struct VietnameseLetter {
    char base = 0;  ///< a-z, lower case
    Shape shape = Shape::plain;
    Tone tone = Tone::level;
    bool upper = false;
    friend bool operator==(const VietnameseLetter&, const VietnameseLetter&) = default;
};

/// The parts of `c`; nullopt when it is no Latin letter used in Vietnamese (a-z count; so do
/// U+00D0 and U+00F0, which stand for Đ and đ in many files).
[[nodiscard]] std::optional<VietnameseLetter> decompose(char32_t c) noexcept;

/// The single code point of a letter; 0 when Unicode has none (a tone on a consonant).
[[nodiscard]] char32_t compose(const VietnameseLetter& letter) noexcept;

/// `letter` with the combining mark `mark` (U+0300, U+0301, U+0302, U+0303, U+0306, U+0309,
/// U+031B, U+0323) added; nullopt when that gives no Vietnamese letter.
[[nodiscard]] std::optional<VietnameseLetter> with_mark(VietnameseLetter letter,
                                                        char32_t mark) noexcept;

/// True for a, e, i, o, u, y in any shape.
[[nodiscard]] bool is_vowel(const VietnameseLetter& letter) noexcept;

}  // namespace tracuu::analyzers
