#include "support/offset_index.hpp"

#include <algorithm>

namespace tracuu::support {
namespace {

bool starts_code_point(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

}  // namespace

OffsetIndex::OffsetIndex(std::string_view text) : text_(text) {
    counts_.reserve(text.size() / kStep + 1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i % kStep == 0) counts_.push_back(size_);
        if (starts_code_point(text[i])) ++size_;
    }
}

std::uint32_t OffsetIndex::code_point(std::uint32_t at) const noexcept {
    if (at >= text_.size()) return size_;
    const std::uint32_t step = at / kStep;
    std::uint32_t count = counts_[step];
    for (std::uint32_t i = step * kStep; i < at; ++i) {
        if (starts_code_point(text_[i])) ++count;
    }
    return count;
}

std::uint32_t OffsetIndex::byte(std::uint32_t index) const noexcept {
    if (index >= size_) return offset(text_.size());
    const auto after = std::upper_bound(counts_.begin(), counts_.end(), index);
    const auto step = offset(static_cast<std::size_t>(after - counts_.begin() - 1));
    std::uint32_t count = counts_[step];
    std::uint32_t at = step * kStep;
    for (;; ++at) {
        if (!starts_code_point(text_[at])) continue;
        if (count == index) return at;
        ++count;
    }
}

CodePointRange OffsetIndex::code_points(ByteRange range) const noexcept {
    return {code_point(range.begin), code_point(range.end)};
}

ByteRange OffsetIndex::bytes(CodePointRange range) const noexcept {
    return {byte(range.begin), byte(range.end)};
}

}  // namespace tracuu::support
