#include "corpus/readers/html_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/readers/html_events.hpp"
#include "corpus/readers/html_flow.hpp"

namespace tracuu::corpus {
namespace {

using std::string_view_literals::operator""sv;

// Elements that are no part of the document.
constexpr std::array kSkipped{"button"sv,   "canvas"sv,  "datalist"sv, "footer"sv,   "iframe"sv,
                              "nav"sv,      "noembed"sv, "noframes"sv, "noscript"sv, "object"sv,
                              "script"sv,   "select"sv,  "style"sv,    "svg"sv,      "template"sv,
                              "textarea"sv, "title"sv,   "xmp"sv};
// Elements that are paragraphs of their own.
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

std::string lower_without_space(std::string_view value) {
    std::string result;
    for (const char c : value) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
        result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return result;
}

bool is_hidden(const HtmlAttributes& attributes) {
    if (attributes.has("hidden") || attributes.value("aria-hidden") == "true") return true;
    return lower_without_space(attributes.value("style")).find("display:none") != std::string::npos;
}

std::string one_line(std::string_view raw) {
    HtmlFlow flow;
    flow.text(raw);
    std::string line = flow.finish();
    if (!line.empty()) line.pop_back();
    return line;
}

// Lays out what is shown; keeps the first title.
class PageReader final : public HtmlEvents {
  public:
    void start(std::string_view element, const HtmlAttributes& attributes) override {
        if (hidden_depth_ > 0) {
            ++hidden_depth_;
            return;
        }
        open(element);
        if (contains(kSkipped, element) || is_hidden(attributes)) hidden_depth_ = 1;
        in_title_ = element == "title" && title_.empty();
    }

    void end(std::string_view element) override {
        in_title_ = false;
        if (hidden_depth_ > 0 && --hidden_depth_ > 0) return;
        close(element);
    }

    void text(std::string_view characters) override {
        if (in_title_) title_ += characters;
        if (hidden_depth_ == 0) flow_.text(characters);
    }

    [[nodiscard]] HtmlPage page(bool complete) {
        return {one_line(title_), flow_.finish(), complete};
    }

  private:
    // The break that a tag makes on its own, hidden or not.
    void open(std::string_view name) {
        if (name == "br") return flow_.line_break();
        if (name == "table") return flow_.begin_table();
        if (name == "tr") return flow_.begin_row();
        if (name == "td" || name == "th") return flow_.begin_cell();
        if (contains(kBlock, name)) flow_.block_break();
        if (name == "pre") flow_.keep_lines(true);
    }

    void close(std::string_view name) {
        if (name == "table") return flow_.end_table();
        if (name == "tr") return flow_.end_row();
        if (name == "td" || name == "th") return flow_.end_cell();
        if (contains(kBlock, name)) flow_.block_break();
        if (name == "pre") flow_.keep_lines(false);
    }

    HtmlFlow flow_;
    std::string title_;
    std::size_t hidden_depth_ = 0;  // elements open inside and with a hidden one
    bool in_title_ = false;
};

// The value of `charset=` in the content of `<meta http-equiv="content-type">`.
std::optional<std::string> charset_parameter(std::string_view content) {
    const std::string value = lower_without_space(content);
    const std::size_t at = value.find("charset=");
    if (at == std::string::npos) return std::nullopt;
    std::string charset = value.substr(at + 8, value.find(';', at) - at - 8);
    std::erase_if(charset, [](char c) { return c == '"' || c == '\''; });
    return charset;
}

// Looks for the declaration in the head and stops there.
class CharsetReader final : public HtmlEvents {
  public:
    void start(std::string_view element, const HtmlAttributes& attributes) override {
        if (element == "body") done_ = true;
        if (done_ || element != "meta") return;
        if (attributes.has("charset")) {
            charset = lower_without_space(attributes.value("charset"));
        } else if (attributes.has("http-equiv")) {
            charset = charset_parameter(attributes.value("content"));
        }
        done_ = charset.has_value();
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
    [[nodiscard]] bool wants_more() const override { return !done_; }

    std::optional<std::string> charset;

  private:
    bool done_ = false;
};

}  // namespace

HtmlPage read_html(std::string_view html) {
    PageReader reader;
    const bool complete = parse_html(html, reader);
    return reader.page(complete);
}

std::optional<std::string> declared_charset(std::string_view html) {
    constexpr std::size_t kHead = std::size_t{256} << 10U;  // no head is longer
    CharsetReader reader;
    static_cast<void>(parse_html(html.substr(0, kHead), reader));
    return reader.charset;
}

}  // namespace tracuu::corpus
