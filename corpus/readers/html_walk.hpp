#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/readers/html_events.hpp"

namespace tracuu::corpus {

/// Elements that are paragraphs of their own.
[[nodiscard]] bool is_block(std::string_view element) noexcept;

/// Walks through what a page shows, and numbers its parts: elements that are blocks, tables or
/// cells, in the order of their start tags, also where nothing is shown, so that two walks over
/// one page number alike. 0 is the page itself.
class HtmlWalk : public HtmlEvents {
  public:
    void start(std::string_view element, const HtmlAttributes& attributes) final;
    void end(std::string_view element) final;
    void text(std::string_view characters) final;

  protected:
    /// A shown element begins; `part()` is its own number when it is a part. Scripts, controls and
    /// hidden elements are opened and closed too, but nothing in them.
    virtual void open(std::string_view element, const HtmlAttributes& attributes) = 0;
    virtual void close(std::string_view element) = 0;
    virtual void shown(std::string_view characters) = 0;
    /// Text that is not shown, such as the title of the page.
    virtual void unshown(std::string_view) {}
    /// Asked once for each shown part; true: nothing in it is shown.
    [[nodiscard]] virtual bool leaves_out(std::uint32_t /*part*/) const { return false; }

    /// The innermost part.
    [[nodiscard]] std::uint32_t part() const noexcept { return open_.empty() ? 0 : open_.back(); }
    /// The part around `part()`.
    [[nodiscard]] std::uint32_t outer_part() const noexcept;

  private:
    std::vector<std::uint32_t> open_;  // for each open element the innermost part
    std::uint32_t parts_ = 0;
    std::size_t hidden_depth_ = 0;  // elements open inside and with a hidden one
};

}  // namespace tracuu::corpus
