#include "analyzers/text/flow_text.hpp"

#include <algorithm>
#include <utility>

#include "analyzers/text/line_repair.hpp"

namespace tracuu::analyzers {

FlowText::FlowText(std::string_view source) {
    Normalized normalized = normalize_with_map(source);
    text_ = std::move(normalized.text);
    anchors_ = std::move(normalized.anchors);
    join_wrapped_lines(text_);
}

std::uint32_t FlowText::source_of(std::uint32_t at) const noexcept {
    const auto after = std::upper_bound(
        anchors_.begin(), anchors_.end(), at,
        [](std::uint32_t value, const Anchor& anchor) { return value < anchor.flow; });
    const Anchor& anchor = *(after - 1);
    return anchor.source + (at - anchor.flow);
}

ByteRange FlowText::to_source(ByteRange range) const noexcept {
    return {source_of(range.begin), source_of(range.end)};
}

}  // namespace tracuu::analyzers
