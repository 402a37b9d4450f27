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

/// The code point at byte `at` of valid UTF-8. On an invalid byte: U+FFFD, length 1.
[[nodiscard]] Decoded decode(std::string_view text, std::size_t at) noexcept;

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
