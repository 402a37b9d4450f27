#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tracuu::support {

/// A half-open span of bytes in a text that the context names.
struct ByteRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return end <= begin; }
    [[nodiscard]] constexpr bool contains(ByteRange other) const noexcept {
        return begin <= other.begin && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(ByteRange other) const noexcept {
        return begin < other.end && other.begin < end;
    }
    friend constexpr bool operator==(ByteRange, ByteRange) noexcept = default;
};

/// A half-open span of Unicode code points; what users and JSON see.
struct CodePointRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend constexpr bool operator==(CodePointRange, CodePointRange) noexcept = default;
};

/// The bytes of `range` in `text`; empty when the range does not fit.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, ByteRange range) noexcept {
    if (range.begin > text.size() || range.end > text.size() || range.empty()) return {};
    return text.substr(range.begin, range.size());
}

/// `value` as a 32-bit offset. Texts are bounded far below 4 GiB by the readers.
[[nodiscard]] constexpr std::uint32_t offset(std::size_t value) noexcept {
    return static_cast<std::uint32_t>(value);
}

}  // namespace tracuu::support
