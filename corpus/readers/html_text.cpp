#include "corpus/readers/html_text.hpp"

#include <utility>
#include <vector>

#include "corpus/readers/html_events.hpp"
#include "corpus/readers/html_flow.hpp"
#include "corpus/readers/html_frame.hpp"
#include "corpus/readers/html_survey.hpp"
#include "corpus/readers/html_walk.hpp"

namespace tracuu::corpus {
namespace {

std::string lower_without_space(std::string_view value) {
    std::string result;
    for (const char c : value) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) continue;
        result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return result;
}

std::string one_line(std::string_view raw) {
    HtmlFlow flow;
    flow.text(raw);
    std::string line = flow.finish();
    if (!line.empty()) line.pop_back();
    return line;
}

// Lays out what is shown; keeps the first title.
class PageReader final : public HtmlWalk {
  public:
    explicit PageReader(std::vector<PartFate> fates) : fates_(std::move(fates)) {}

    [[nodiscard]] std::string title() const { return one_line(title_); }
    [[nodiscard]] std::string laid_out() { return flow_.finish(); }

  protected:
    void open(std::string_view name, const HtmlAttributes& /*attributes*/) override {
        in_title_ = name == "title" && title_.empty();
        if (name == "br") return flow_.line_break();
        if (name == "table") return flow_.begin_table();
        if (name == "tr") return flow_.begin_row();
        if (name == "td" || name == "th") return flow_.begin_cell();
        if (is_block(name)) flow_.block_break();
        if (name == "pre") flow_.keep_lines(true);
    }

    void close(std::string_view name) override {
        in_title_ = false;
        if (name == "table") return flow_.end_table();
        if (name == "tr") return flow_.end_row();
        if (name == "td" || name == "th") return flow_.end_cell();
        if (is_block(name)) flow_.block_break();
        if (name == "pre") flow_.keep_lines(false);
    }

    void shown(std::string_view characters) override {
        if (fate(part()) != PartFate::shell) flow_.text(characters);
    }

    void unshown(std::string_view characters) override {
        if (in_title_) title_ += characters;
    }

    [[nodiscard]] bool leaves_out(std::uint32_t part) const override {
        return fate(part) == PartFate::left_out;
    }

  private:
    [[nodiscard]] PartFate fate(std::uint32_t part) const noexcept {
        return part < fates_.size() ? fates_[part] : PartFate::shown;
    }

    HtmlFlow flow_;
    std::vector<PartFate> fates_;
    std::string title_;
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
    PageSurvey survey = survey_page(html);
    PageReader reader(part_fates(survey.parts));
    HtmlPage page;
    page.complete = parse_html(html, reader);
    page.title = reader.title();
    page.text = reader.laid_out();
    page.properties = std::move(survey.properties);
    return page;
}

std::optional<std::string> declared_charset(std::string_view html) {
    constexpr std::size_t kHead = std::size_t{256} << 10U;  // no head is longer
    CharsetReader reader;
    static_cast<void>(parse_html(html.substr(0, kHead), reader));
    return reader.charset;
}

}  // namespace tracuu::corpus
