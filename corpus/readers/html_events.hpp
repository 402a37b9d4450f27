#pragma once

#include <cstddef>
#include <string_view>

namespace tracuu::corpus {

/// The attributes of a start tag, by lower-case name.
class HtmlAttributes {
  public:
    /// `pairs`: name, value, ..., null, as libxml2 gives them; may be null.
    explicit HtmlAttributes(const unsigned char** pairs) noexcept : pairs_(pairs) {}

    [[nodiscard]] bool has(std::string_view name) const noexcept;
    /// Empty when the tag does not have it or gives it no value.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;

  private:
    const unsigned char** pairs_;
};

/// Receives a page as the parser understands it: implied ends are given, references decoded,
/// comments passed over.
class HtmlEvents {
  public:
    virtual ~HtmlEvents() = default;
    virtual void start(std::string_view element, const HtmlAttributes& attributes) = 0;
    virtual void end(std::string_view element) = 0;
    virtual void text(std::string_view characters) = 0;
    /// Asked after every event; false ends the parse.
    [[nodiscard]] virtual bool wants_more() const { return true; }
};

/// Elements open at once; deeper pages are no documents but attacks.
inline constexpr std::size_t kDeepestHtml = 1000;

/// Parses `html` (valid UTF-8 without byte order mark) with libxml2, which repairs what is broken.
/// False when elements nest deeper than kDeepestHtml: the events then cover only a part.
[[nodiscard]] bool parse_html(std::string_view html, HtmlEvents& events);

}  // namespace tracuu::corpus
