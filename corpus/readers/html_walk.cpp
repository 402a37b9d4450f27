#include "corpus/readers/html_walk.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tracuu::corpus {
namespace {

using std::string_view_literals::operator""sv;

// Elements that are no part of the document.
constexpr std::array kSkipped{"button"sv,   "canvas"sv,  "datalist"sv, "footer"sv,   "iframe"sv,
                              "nav"sv,      "noembed"sv, "noframes"sv, "noscript"sv, "object"sv,
                              "script"sv,   "select"sv,  "style"sv,    "svg"sv,      "template"sv,
                              "textarea"sv, "title"sv,   "xmp"sv};
constexpr std::array kBlock{
    "address"sv,  "article"sv,    "aside"sv,   "blockquote"sv, "body"sv,   "caption"sv, "center"sv,
    "dd"sv,       "details"sv,    "dialog"sv,  "dir"sv,        "div"sv,    "dl"sv,      "dt"sv,
    "fieldset"sv, "figcaption"sv, "figure"sv,  "form"sv,       "h1"sv,     "h2"sv,      "h3"sv,
    "h4"sv,       "h5"sv,         "h6"sv,      "head"sv,       "header"sv, "hr"sv,      "html"sv,
    "legend"sv,   "li"sv,         "main"sv,    "menu"sv,       "ol"sv,     "option"sv,  "p"sv,
    "pre"sv,      "section"sv,    "summary"sv, "ul"sv};

template <typename Names>
bool contains(const Names& names, std::string_view name) noexcept {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_part(std::string_view element) noexcept {
    return is_block(element) || element == "table" || element == "td" || element == "th" ||
           element == "nav" || element == "footer";
}

// `display: none` in any case and with any white space.
bool is_not_displayed(std::string_view style) {
    std::string bare;
    for (const char c : style) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
        bare.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return bare.find("display:none") != std::string::npos;
}

bool is_hidden(const HtmlAttributes& attributes) {
    if (attributes.has("hidden") || attributes.value("aria-hidden") == "true") return true;
    return is_not_displayed(attributes.value("style"));
}

}  // namespace

bool is_block(std::string_view element) noexcept {
    return contains(kBlock, element);
}

std::uint32_t HtmlWalk::outer_part() const noexcept {
    return open_.size() < 2 ? 0 : open_[open_.size() - 2];
}

void HtmlWalk::start(std::string_view element, const HtmlAttributes& attributes) {
    const bool own = is_part(element);
    open_.push_back(own ? ++parts_ : part());
    if (hidden_depth_ > 0) {
        ++hidden_depth_;
        return;
    }
    open(element, attributes);
    const bool left_out = own && leaves_out(part());
    if (left_out || contains(kSkipped, element) || is_hidden(attributes)) hidden_depth_ = 1;
}

void HtmlWalk::end(std::string_view element) {
    const bool shown = hidden_depth_ == 0 || --hidden_depth_ == 0;
    if (shown) close(element);
    if (!open_.empty()) open_.pop_back();
}

void HtmlWalk::text(std::string_view characters) {
    hidden_depth_ > 0 ? unshown(characters) : shown(characters);
}

}  // namespace tracuu::corpus
