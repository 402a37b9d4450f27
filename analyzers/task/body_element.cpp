#include "analyzers/task/body_element.hpp"

#include <algorithm>

#include "analyzers/gazetteer.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestName = 16;      // lower-case words of a name
constexpr std::uint32_t kLongestRelative = 28;  // tokens of "được giao ... có trách nhiệm"
constexpr std::uint32_t kNearDuty = 14;         // tokens between a noun and "có trách nhiệm"
constexpr int kDeepest = 2;                     // "Khoa X thuộc Bệnh viện Y của Z"

bool has_capital(const TokenReader& text, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t at = first; at < last; ++at) {
        if (text.is_capital(at)) return true;
    }
    return false;
}

class ElementReader {
  public:
    ElementReader(const TokenReader& text, bool heading, int depth)
        : text_(text), heading_(heading), depth_(depth) {}

    std::optional<BodyElement> read(std::uint32_t at) {
        element_.first = at;
        at = read_titles(at);
        if (!hidden_.empty()) return read_hidden(at);
        name_begin_ = at;
        if (!read_head(at)) return std::nullopt;
        if (titled_ && element_.kind != BodyWord::unit) element_.plural = false;
        if (element_.kind == BodyWord::unit) merge_units();
        finish_name();
        return std::move(element_);
    }

    std::optional<BodyElement> read_further(std::uint32_t at, std::string_view head) {
        const auto body = body_start(text_, at);
        const bool other = body && body->kind != BodyWord::unit && body->kind != BodyWord::not_body;
        if (!text_.is_capital(at) || office_title(text_, at)) return std::nullopt;
        const bool department = head == "Sở" && body && body->kind == BodyWord::name;
        if (department || (other && body_part(BodyWord::sector, text_, at) == 0)) {
            return std::nullopt;
        }
        element_.first = head_end_ = at;
        hidden_ = head;
        return read_hidden(at);
    }

  private:
    // --- titles -----------------------------------------------------------------------------
    // "các Phó Chủ tịch", "Chủ tịch, các Phó Chủ tịch", "các đồng chí Bí thư".
    std::uint32_t read_titles(std::uint32_t at) {
        for (;;) {
            if (is_plural(text_, at)) {
                element_.plural = true;
                plural_at_ = at++;
                continue;
            }
            const auto office = office_title(text_, at);
            if (!office || longer_body(at, office->length)) break;
            titled_ = true;
            at += office->length;
            if (!office->body.empty() && opens_longer_name(at - 1)) {
                --at;  // "Trưởng | Ban chỉ đạo ..."
                break;
            }
            if (take_hidden(*office, at)) break;
            at = next_title(at);
        }
        if (titled_ && text_.is_mark(at, ":")) ++at;
        return at;
    }

    // "Trưởng Chính trị" is no title when a longer body starts there ("Chủ tịch nước").
    [[nodiscard]] bool longer_body(std::uint32_t at, std::uint32_t length) const {
        const auto body = body_start(text_, at);
        return body && body->kind == BodyWord::name && body->length > length;
    }

    [[nodiscard]] bool opens_longer_name(std::uint32_t at) const {
        const auto body = body_start(text_, at);
        return body && body->length > 1 && body->kind != BodyWord::not_body &&
               body->kind != BodyWord::unit;
    }

    bool take_hidden(const Office& office, std::uint32_t next) {
        if (office.body.empty() || is_plural(text_, next)) return false;
        const std::string first = lower(office.body.substr(0, office.body.find(' ')));
        if (text_.has_key(next, token_key(first))) return false;  // "Bộ trưởng Bộ Nội vụ"
        hidden_ = office.body;
        return true;
    }

    [[nodiscard]] std::uint32_t next_title(std::uint32_t at) const {
        if (!text_.is_mark(at, ",") && !is_and(text_, at)) return at;
        std::uint32_t next = at + 1;
        if (is_plural(text_, next)) ++next;
        return office_title(text_, next) ? at + 1 : at;
    }

    // The body is a noun of the title: "Chánh Văn phòng Ủy ban ...", "các Bộ trưởng, ...".
    std::optional<BodyElement> read_hidden(std::uint32_t at) {
        name_begin_ = at;
        element_.last = at;
        const bool place = body_part(BodyWord::place, text_, at) > 0;
        if (text_.is_capital(at) || place || body_part(BodyWord::sector, text_, at) > 0) {
            element_.kind = BodyWord::named;
            element_.plural = false;
            continue_name(at);
            element_.name = std::string(hidden_);
            if (element_.last > at) element_.name += ' ' + slice(at, element_.last);
            return std::move(element_);
        }
        if (hidden_ == "Văn phòng" || hidden_ == "Thanh tra") {  // "Chánh Văn phòng, ..." is one
            element_.kind = BodyWord::named;
            element_.plural = false;
            element_.name = std::string(hidden_);
            return std::move(element_);
        }
        element_.kind = BodyWord::unit;
        element_.group = BodyGroup::state;
        element_.plural = true;
        element_.name = "các " + std::string(hidden_);
        name_begin_ = at;
        merge_units();
        element_.name += slice_after(at);
        return std::move(element_);
    }

    // --- head -------------------------------------------------------------------------------
    bool read_head(std::uint32_t at) {
        auto phrase = body_start(text_, at);
        if (!phrase || phrase->kind == BodyWord::not_body) return false;
        if (phrase->kind == BodyWord::name && !has_capital(text_, at, at + phrase->length)) {
            phrase = body_unit(text_, at);
        } else if (phrase->kind == BodyWord::named && !takes_name(at, *phrase)) {
            phrase = body_unit(text_, at);
        }
        if (phrase && phrase->kind == BodyWord::name && lists_committees(at, *phrase)) {
            phrase = body_unit(text_, at);
        }
        if (!phrase) return false;
        if (opens_sector_list(at, *phrase)) phrase->length = 1;
        element_.kind = phrase->kind;
        element_.group = phrase->group;
        canonical_ = phrase->canonical;
        head_end_ = at + phrase->length;
        element_.last = head_end_;
        const bool listed = text_.is_mark(head_end_, ":") ||
                            body_part(BodyWord::sector, text_, head_end_) > 0;
        if (phrase->kind == BodyWord::named && phrase->group == BodyGroup::split &&
            element_.plural && listed) {  // "các Bộ: ...", "các Sở Nội vụ, Tài chính"
            element_.head = std::string(text_.reading().flow.at(text_.bytes(at, head_end_)));
            if (text_.is_mark(head_end_, ":")) ++element_.last;
            element_.name_begin = element_.last;
        }
        if (phrase->kind == BodyWord::unit && lone_noun(at)) return false;
        const std::uint32_t bare = head_end_;
        continue_name(element_.last);
        return element_.kind != BodyWord::named || element_.last > bare;
    }

    // "Ban thường vụ huyện ủy, thị ủy": written small, the committee opens a list of its kind.
    [[nodiscard]] bool lists_committees(std::uint32_t at, const BodyPhrase& phrase) const {
        const std::uint32_t end = at + phrase.length;
        if (phrase.length < 3 || text_.is_capital(end - 2) || !text_.is_mark(end, ",")) return false;
        const auto next = body_unit(text_, end + 1);
        const auto head = body_unit(text_, at);
        return next && next->group == BodyGroup::committee && head && head->length < phrase.length;
    }

    // "các Sở Nội vụ, Tài chính": Sở alone is the head, Nội vụ the first of its names.
    [[nodiscard]] bool opens_sector_list(std::uint32_t at, BodyPhrase& phrase) const {
        if (!element_.plural || phrase.kind != BodyWord::name) return false;
        if (!body_split_head(text_, at) || body_part(BodyWord::sector, text_, at + 1) + 1 != phrase.length) return false;
        phrase.kind = BodyWord::named;
        phrase.group = BodyGroup::split;
        return true;
    }

    // A generic noun alone ("xã", "tổ chức") is a body only as a plural or inside another name.
    [[nodiscard]] bool lone_noun(std::uint32_t at) const {
        if (element_.plural || depth_ > 0) return false;
        static const std::uint64_t organise = token_key("tổ");  // "Tổ chức lựa chọn" is a verb
        static const std::uint64_t level = token_key("cấp");    // "Cấp Oresol cho ..." is one too
        if (text_.has_key(at, organise) && head_end_ - at == 2) return true;
        if (text_.has_key(at, level) && head_end_ - at == 1) return true;
        return head_end_ - at == 1 && body_part(BodyWord::place, text_, at) > 0;
    }

    [[nodiscard]] bool takes_name(std::uint32_t at, const BodyPhrase& phrase) const {
        const std::uint32_t next = at + phrase.length;
        const bool capital_head = has_capital(text_, at, next);
        if (body_part(BodyWord::sector, text_, next) > 0) return capital_head;
        if (text_.is_capital(next)) return capital_head || phrase.length > 1;
        if (element_.plural && phrase.group == BodyGroup::split && text_.is_mark(next, ":")) {
            return text_.is_capital(next + 1);
        }
        const bool place = body_part(BodyWord::place, text_, next) > 0;
        return capital_head && (place || (phrase.length > 1 && is_name_word(next)));
    }

    // --- name -------------------------------------------------------------------------------
    void continue_name(std::uint32_t at) {
        const std::uint32_t limit = at + 48;
        std::uint32_t small = 0;
        if (element_.kind == BodyWord::name && body_part(BodyWord::place, text_, at - 1) > 0) {
            at = element_.last = more_places(proper_name(at));  // "Ủy ban nhân dân phường, xã"
        }
        while (text_.inside(at) && at < limit) {
            const std::uint32_t next = next_part(at, small);
            if (next == at) break;
            at = next;
            element_.last = at;
        }
    }

    // The end of the part of the name that starts at `at`; `at` when the name ends before it.
    std::uint32_t next_part(std::uint32_t at, std::uint32_t& small) {
        const bool fresh = at == head_end_ || text_.is_mark(at - 1, ":");
        if (element_.kind == BodyWord::named && (fresh || !hidden_.empty())) {
            if (const std::uint32_t n = body_part(BodyWord::sector, text_, at)) return at + n;
        }
        if (const std::uint32_t n = body_part(BodyWord::level, text_, at)) return closed(at + n);
        static const std::uint64_t term = token_key("khóa");  // "Ban Chấp hành ... khóa XIX"
        if (text_.has_key(at, term) && (text_.is_capital(at + 1) || text_.is_number(at + 1))) {
            return closed(at + 2);
        }
        if (const std::uint32_t end = read_places(at); end > at) return closed(end);
        if (const std::uint32_t end = read_qualifier(at); end > at) return closed(end);
        if (const std::uint32_t end = read_nested(at); end > at) return closed(end);
        if (const std::uint32_t end = read_relative(at); end > at) return closed(end);
        return next_word(at, small);
    }

    // After a place or a qualifier the noun takes no further nouns into its collective.
    std::uint32_t closed(std::uint32_t end) {
        open_ = false;
        return end;
    }

    // "ban thường vụ huyện ủy, thị ủy", "đảng đoàn tổ chức chính trị - xã hội".
    std::uint32_t inner_unit(std::uint32_t at) {
        if (element_.kind != BodyWord::unit) return at;
        if (at == head_end_ && is_all(text_, at)) {  // "thường trực các tỉnh ủy"
            const auto several = body_unit(text_, at + 1);
            if (!several || element_.group != BodyGroup::none) return at;
            if (several->group == BodyGroup::committee) element_.group = several->group;
            return at + 1 + several->length;
        }
        const auto unit = body_unit(text_, at);
        const bool party = unit && (unit->group == BodyGroup::committee ||
                                    unit->group == BodyGroup::party);
        if (!unit || (!party && unit->length < 3)) return at;
        if (at == head_end_ && element_.group != BodyGroup::none && unit->length < 3) return at;
        if (unit->group == BodyGroup::committee) element_.group = unit->group;
        return at + unit->length;
    }

    [[nodiscard]] std::uint32_t next_word(std::uint32_t at, std::uint32_t& small) {
        if (const std::uint32_t end = inner_head(at); end > at) return end;
        if (const std::uint32_t end = inner_unit(at); end > at) return end;
        if (text_.is_capital(at)) {
            const bool ends = starts_other(at) || starts_thing(at) || starts_person(at) ||
                              starts_order(at);
            return ends ? at : at + 1;
        }
        const bool name = element_.kind == BodyWord::named;
        if (name && (text_.is_dash(at) || text_.is_mark(at, "&")) && text_.is_capital(at + 1)) {
            return at + 2;
        }
        if (name && is_and(text_, at) && joins_name(at + 1)) return at + 2;
        if (text_.is_number(at) && (name || element_.kind == BodyWord::name)) {
            return text_.is_mark(at + 1, "/") || text_.token(at).end - text_.token(at).begin > 3
                       ? at
                       : at + 1;
        }
        if (element_.kind == BodyWord::name || !text_.is_word(at)) return at;
        if (small++ >= kLongestName || !(heading_ ? is_heading_word(at) : is_name_word(at))) {
            return at;
        }
        return at + 1;
    }

    // "Sở Nội vụ Sở Tài chính" is a slip; "Văn phòng Ủy ban nhân dân" is one body.
    [[nodiscard]] bool starts_other(std::uint32_t at) const {
        if (element_.kind != BodyWord::unit) return false;
        const auto body = body_start(text_, at);
        return body && body->kind != BodyWord::not_body && body->length > 1 &&
               text_.is_capital(at + 1);
    }

    // "Văn phòng | Ban chỉ đạo phòng thủ dân sự quốc gia": a body inside a name opens a name again.
    std::uint32_t inner_head(std::uint32_t at) {
        if (element_.kind != BodyWord::named || !text_.is_capital(at)) return at;
        const auto body = body_start(text_, at);
        const bool head = body && body->length > 1 &&
                          (body->kind == BodyWord::named || body->kind == BodyWord::name);
        if (!head || body->group == BodyGroup::enterprise) return at;
        head_end_ = at + body->length;
        return head_end_;
    }

    // --- parts ------------------------------------------------------------------------------
    [[nodiscard]] std::uint32_t read_qualifier(std::uint32_t at) const {
        if (const std::uint32_t n = body_part(BodyWord::filler, text_, at)) {
            const auto longer = body_part(BodyWord::qualifier, text_, at);
            if (longer <= n) return at;
        }
        const std::uint32_t n = body_part(BodyWord::qualifier, text_, at);
        if (n == 0) return at;
        if (body_part(BodyWord::relative, text_, at) > n) return at;
        const std::uint32_t place = read_places(at + n);
        return place;
    }

    [[nodiscard]] std::uint32_t read_nested(std::uint32_t at) const {
        const std::uint32_t n = body_part(BodyWord::nested, text_, at);
        if (n == 0 || depth_ >= kDeepest) return at;
        const auto inner = read_body_element(text_, at + n, false, depth_ + 1);
        return inner ? inner->last : at;
    }

    // --- collectives ------------------------------------------------------------------------
    void merge_units() {
        while (open_) {
            const std::uint32_t at = element_.last;
            const bool comma = text_.is_mark(at, ",");
            if (!comma && !is_and(text_, at)) return;
            std::uint32_t next = at + 1;
            if (comma && is_and(text_, next)) ++next;
            std::uint32_t unit = next;
            const bool again = !hidden_.empty() && office_title(text_, unit).has_value();
            if (const auto office = office_title(text_, unit)) {
                if (office->body.empty() && !longer_body(unit, office->length)) {
                    unit += office->length;
                }
            }
            if (again && is_all(text_, unit)) ++unit;
            if (!merge_unit(at, next, unit)) return;
        }
    }

    bool merge_unit(std::uint32_t at, std::uint32_t next, std::uint32_t unit) {
        const auto start = body_start(text_, unit);
        const auto phrase = body_unit(text_, unit);
        if (!start || !phrase || start->kind == BodyWord::not_body) return false;
        const bool named = start->kind != BodyWord::unit &&
                           has_capital(text_, unit, unit + start->length) &&
                           (start->kind == BodyWord::name || text_.is_capital(unit + start->length));
        if (named || !merges(phrase->group)) return false;
        if (unit > next) cut_title(at, next, unit);
        head_end_ = unit + phrase->length;
        element_.last = head_end_;
        continue_name(head_end_);
        return true;
    }

    [[nodiscard]] bool merges(BodyGroup next) const {
        const BodyGroup mine = element_.group;
        if (mine == BodyGroup::committee) return next == mine;
        const bool mine_fits = mine == BodyGroup::state || mine == BodyGroup::party;
        const bool next_fits = next == BodyGroup::state || next == BodyGroup::party;
        if (!mine_fits || !next_fits) return false;
        return (mine == BodyGroup::state && next == BodyGroup::state) || element_.plural;
    }

    // A title inside a collective is left out of its name.
    void cut_title(std::uint32_t at, std::uint32_t title, std::uint32_t unit) {
        pieces_ += slice(name_begin_, at) + std::string(text_.is_mark(at, ",") ? ", " : " ");
        if (!text_.is_mark(at, ",")) pieces_ += slice(at, title) + " ";
        name_begin_ = unit;
        cut_ = true;
    }

    // --- text -------------------------------------------------------------------------------
    [[nodiscard]] std::string slice(std::uint32_t first, std::uint32_t last) const {
        return std::string(text_.reading().flow.at(text_.bytes(first, last)));
    }
    // What follows a hidden noun, with the sign before it.
    [[nodiscard]] std::string slice_after(std::uint32_t at) const {
        if (element_.last <= at) return {};
        std::string rest = cut_ ? pieces_ + slice(name_begin_, element_.last)
                                : slice(at, element_.last);
        const bool comma = !rest.empty() && rest.front() == ',';
        return comma ? rest : ' ' + rest;
    }

    void finish_name() {
        std::string name = pieces_;
        if (!canonical_.empty() && !cut_) {
            name = std::string(canonical_);
            if (element_.last > head_end_) name += ' ' + slice(head_end_, element_.last);
        } else {
            name += slice(name_begin_, element_.last);
        }
        const bool generic = element_.kind == BodyWord::unit || !element_.head.empty() ||
                             (element_.plural && plural_at_ + 1 == name_begin_);
        if (element_.plural && generic) name = "các " + name;
        element_.name = std::move(name);
    }

    const TokenReader& text_;
    bool heading_;
    int depth_;
    BodyElement element_;
    std::string_view hidden_;
    std::string_view canonical_;
    std::string pieces_;
    std::uint32_t name_begin_ = 0;
    std::uint32_t head_end_ = 0;
    std::uint32_t plural_at_ = 0;
    bool titled_ = false;
    bool cut_ = false;
    bool open_ = true;
};

}  // namespace

std::optional<BodyElement> read_body_element(const TokenReader& text, std::uint32_t at,
                                             bool heading, int depth) {
    if (!text.is_word(at)) return std::nullopt;
    return ElementReader(text, heading, depth).read(at);
}

std::optional<BodyElement> read_further_name(const TokenReader& text, std::uint32_t at,
                                             std::string_view head) {
    if (!text.is_word(at)) return std::nullopt;
    return ElementReader(text, false, 0).read_further(at, head);
}

}  // namespace tracuu::analyzers
