#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tracuu::support {

/// One decoded code point and the bytes it took; `length` 0 at the end of the text.
struct Decoded {
    char32_t code_point = 0;
    std::uint8_t length = 0;
};

namespace detail {

// Value of a sequence of `length` bytes whose lead byte is `lead`; U+FFFD, 1 when it is broken.
[[nodiscard]] inline Decoded decode_sequence(std::string_view rest, unsigned lead,
                                             std::size_t length) noexcept {
    if (rest.size() < length) return {0xFFFD, 1};
    unsigned value = lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(rest[i]);
        if ((next & 0xC0U) != 0x80U) return {0xFFFD, 1};
        value = (value << 6U) | (next & 0x3FU);
    }
    return {static_cast<char32_t>(value), static_cast<std::uint8_t>(length)};
}

}  // namespace detail

/// The code point at byte `at` of valid UTF-8. On an invalid byte: U+FFFD, length 1.
[[nodiscard]] inline Decoded decode(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return {};
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80U) return {lead, 1};
    const std::string_view rest = text.substr(at);
    if (lead >= 0xE0U && lead <= 0xEFU) return detail::decode_sequence(rest, lead, 3);
    if (lead >= 0xC2U && lead <= 0xDFU) return detail::decode_sequence(rest, lead, 2);
    if (lead >= 0xF0U && lead <= 0xF4U) return detail::decode_sequence(rest, lead, 4);
    return {0xFFFD, 1};
}

/// Appends `code_point` (a Unicode scalar value) to `out`.
void append(std::string& out, char32_t code_point);

/// The byte offset of the first byte that makes `text` invalid UTF-8 (overlong forms, surrogates
/// and values above U+10FFFF are invalid); nullopt when valid.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept;

/// Number of code points in valid UTF-8.
[[nodiscard]] std::size_t count_code_points(std::string_view text) noexcept;

/// The longest prefix of at most `bytes` bytes that does not cut a code point.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t bytes) noexcept;

}  // namespace tracuu::support
