#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/text/normalizer.hpp"
#include "support/range.hpp"

namespace tracuu::analyzers {

using support::ByteRange;

/// The text in the form that all analysers read: NFC, tone marks on the traditional place
/// (`Ủy`, `hòa`), Ð as Đ, no-break spaces and tabs as spaces, and the line breaks inside a
/// hard-wrapped paragraph turned into spaces, so that every `\n` ends a paragraph.
/// Keeps the map back to the source.
class FlowText {
  public:
    /// `source` is valid UTF-8 of any size below 4 GiB. Linear.
    explicit FlowText(std::string_view source);

    [[nodiscard]] const std::string& text() const noexcept { return text_; }
    [[nodiscard]] std::string_view at(ByteRange range) const noexcept {
        return support::slice(text_, range);
    }
    /// The bytes of the source that gave `range`; whole code points of the source.
    [[nodiscard]] ByteRange to_source(ByteRange range) const noexcept;

  private:
    [[nodiscard]] std::uint32_t source_of(std::uint32_t at) const noexcept;
    std::string text_;
    std::vector<Anchor> anchors_;
};

}  // namespace tracuu::analyzers
