#include "corpus/readers/html_survey.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/readers/html_properties.hpp"
#include "corpus/readers/html_walk.hpp"
#include "corpus/readers/page_words.hpp"

namespace tracuu::corpus {
namespace {

// A page with more parts is no portal page; it is read whole, and memory stays small.
constexpr std::size_t kMostParts = std::size_t{1} << 19U;

struct Kind {
    std::string_view element;
    PartKind kind;
};

constexpr std::array kKinds{Kind{"main", PartKind::main},     Kind{"article", PartKind::article},
                            Kind{"header", PartKind::header}, Kind{"aside", PartKind::aside},
                            Kind{"nav", PartKind::frame},     Kind{"footer", PartKind::frame},
                            Kind{"ul", PartKind::list},       Kind{"ol", PartKind::list},
                            Kind{"dl", PartKind::list},       Kind{"menu", PartKind::list},
                            Kind{"dir", PartKind::list},      Kind{"table", PartKind::table},
                            Kind{"td", PartKind::box},        Kind{"div", PartKind::box},
                            Kind{"section", PartKind::box},   Kind{"form", PartKind::box},
                            Kind{"fieldset", PartKind::box}};

PartKind kind_of(std::string_view element) noexcept {
    const auto found = std::find_if(kKinds.begin(), kKinds.end(),
                                    [element](const Kind& row) { return row.element == element; });
    return found == kKinds.end() ? PartKind::other : found->kind;
}

bool is_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

class Surveyor final : public HtmlWalk {
  public:
    Surveyor() { parts_.emplace_back(); }

    PageSurvey finish() {
        end_line();
        if (parts_.size() > kMostParts) return {};
        for (std::size_t i = parts_.size() - 1; i > 0; --i) add_to_parent(parts_[i]);
        return {std::move(parts_), properties_.take()};
    }

  protected:
    void open(std::string_view element, const HtmlAttributes& attributes) override {
        if (element == "a") open_link(attributes.has("href"));
        if (element == "br" || is_block(element)) end_line();
        open_cell(element);
        if (part() < parts_.size() || parts_.size() > kMostParts) return;
        // Parts inside of hidden ones had no turn; they hold nothing.
        parts_.resize(std::min<std::size_t>(part(), kMostParts + 1U) + 1U, PagePart{});
        if (parts_.size() > kMostParts) return;
        describe(parts_[part()], element, attributes);
    }

    void close(std::string_view element) override {
        if (element == "a") close_link();
        if (is_block(element)) end_line();
        close_cell(element);
    }

    void shown(std::string_view characters) override {
        properties_.text(characters);
        PagePart& own = parts_[part() < parts_.size() ? part() : 0];
        for (const char c : characters) {
            if (!is_space(c)) ++own.text;
            if (!is_space(c) && linked_ > 0) ++own.linked;
            add_to_line(c);
        }
    }

  private:
    void describe(PagePart& own, std::string_view element, const HtmlAttributes& attributes) {
        own.parent = outer_part();
        own.kind = kind_of(element);
        own.heading = element == "h1";
        own.lists = own.kind == PartKind::list ? 1 : 0;
        for (const char* name : {"role", "id", "class"}) {
            const PartWord word = part_word(attributes.value(name));
            own.furniture = own.furniture || word == PartWord::furniture;
            if (word == PartWord::main && own.kind == PartKind::box) own.kind = PartKind::main;
        }
        if (attributes.value("role") == "main") own.kind = PartKind::main;
    }

    void open_link(bool real) {
        links_.push_back(real);
        if (!real) return;
        ++linked_;
        if (part() < parts_.size()) ++parts_[part()].links;
    }

    void close_link() {
        if (links_.empty()) return;
        if (links_.back()) --linked_;
        links_.pop_back();
    }

    void open_cell(std::string_view element) {
        if (element == "table" || element == "dl") {
            end_line();
            properties_.begin_table();
        }
        if (element == "tr" || element == "dt") properties_.begin_row();
        if (element == "td" || element == "th" || element == "dt" || element == "dd") {
            end_line();
            properties_.begin_cell();
        }
    }

    void close_cell(std::string_view element) {
        if (element == "td" || element == "th" || element == "dt" || element == "dd") {
            end_line();
            properties_.end_cell();
        }
        if (element != "table" && element != "dl") return;
        end_line();
        const bool properties = properties_.end_table();
        if (properties && part() < parts_.size()) parts_[part()].properties = true;
    }

    // The words of links are titles of other documents: they are no marks.
    void add_to_line(char c) {
        if (line_.empty()) line_part_ = part();
        if (line_.size() > kLongestPageWord) return;
        if (c == '\xA0' && !line_.empty() && line_.back() == '\xC2') {  // U+00A0
            line_.pop_back();
            c = ' ';
        }
        if (!is_space(c)) {
            line_ += linked_ > 0 ? '\x01' : c;
        } else if (!line_.empty() && line_.back() != ' ') {
            line_ += ' ';
        }
    }

    void end_line() {
        if (!line_.empty() && line_.back() == ' ') line_.pop_back();
        const PageMark mark = line_.empty() ? PageMark::none : page_mark(line_);
        line_.clear();
        if (mark == PageMark::none) return;
        properties_.mark();
        PagePart& holder = parts_[line_part_ < parts_.size() ? line_part_ : 0];
        holder.marked = true;
        holder.motto = holder.motto || mark == PageMark::motto;
    }

    void add_to_parent(const PagePart& part) {
        PagePart& parent = parts_[part.parent];
        parent.text += part.text;
        parent.linked += part.linked;
        parent.links += part.links;
        parent.lists += part.lists;
        parent.motto = parent.motto || part.motto;
        parent.marked = parent.marked || part.marked;
    }

    std::vector<PagePart> parts_;
    HtmlProperties properties_;
    std::vector<bool> links_;  // open `a` elements: whether they lead anywhere
    std::size_t linked_ = 0;
    std::string line_;
    std::uint32_t line_part_ = 0;
};

}  // namespace

PageSurvey survey_page(std::string_view html) {
    Surveyor surveyor;
    static_cast<void>(parse_html(html, surveyor));
    return surveyor.finish();
}

}  // namespace tracuu::corpus
