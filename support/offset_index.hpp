#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "support/range.hpp"

namespace tracuu::support {

/// Converts between byte and code-point offsets of one valid UTF-8 text.
/// Holds a view of the text: the text must outlive it. Building is linear, a look-up constant.
class OffsetIndex {
  public:
    explicit OffsetIndex(std::string_view text);

    /// Code points before byte `at`; `at` beyond the text counts as its end.
    [[nodiscard]] std::uint32_t code_point(std::uint32_t at) const noexcept;
    /// Byte offset of the code point number `index`; beyond the text: its size.
    [[nodiscard]] std::uint32_t byte(std::uint32_t index) const noexcept;
    [[nodiscard]] CodePointRange code_points(ByteRange range) const noexcept;
    [[nodiscard]] ByteRange bytes(CodePointRange range) const noexcept;
    /// Code points in the whole text.
    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }

  private:
    static constexpr std::uint32_t kStep = 64;  // bytes between two stored counts
    std::string_view text_;
    std::vector<std::uint32_t> counts_;  // code points before byte i * kStep
    std::uint32_t size_ = 0;
};

}  // namespace tracuu::support
