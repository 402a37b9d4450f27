#include "analyzers/task/body_element.hpp"

#include "analyzers/letter.hpp"
#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/element_reader.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestTitles = 40;  // tokens

bool opens_longer_name(const TokenReader& text, std::uint32_t at) {
    const auto body = body_start(text, at);
    return body && body->length > 1 && body->kind != BodyWord::not_body &&
           body->kind != BodyWord::unit;
}

}  // namespace

bool hides_longer_body(const TokenReader& text, std::uint32_t at, std::uint32_t length) {
    const auto body = body_start(text, at);
    return body && body->kind == BodyWord::name && body->length > length;
}

bool has_capital(const TokenReader& text, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t at = first; at < last; ++at) {
        if (text.is_capital(at)) return true;
    }
    return false;
}

std::optional<BodyElement> ElementReader::read(std::uint32_t at) {
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

std::optional<BodyElement> ElementReader::read_further(std::uint32_t at, std::string_view head) {
    const auto body = body_start(text_, at);
    const bool other = body && body->kind != BodyWord::unit && body->kind != BodyWord::not_body;
    if (!text_.is_capital(at) || office_title(text_, at)) return std::nullopt;
    const bool department = head == "Sở" && body && body->kind == BodyWord::name;
    if (department || (other && body_part(BodyWord::sector, text_, at) == 0)) {
        return std::nullopt;
    }
    element_.first = head_end_ = at;
    hidden_ = head;
    further_ = true;
    return read_hidden(at);
}

// "các Phó Chủ tịch", "Chủ tịch, các Phó Chủ tịch", "các đồng chí Bí thư".
std::uint32_t ElementReader::read_titles(std::uint32_t at) {
    const std::uint32_t limit = at + kLongestTitles;
    while (at < limit) {
        if (is_plural(text_, at)) {
            element_.plural = true;
            plural_at_ = at++;
            continue;
        }
        const auto office = office_title(text_, at);
        if (!office || hides_longer_body(text_, at, office->length)) break;
        titled_ = true;
        at += office->length;
        if (!office->body.empty() && opens_longer_name(text_, at - 1)) {
            --at;  // "Trưởng | Ban chỉ đạo ..."
            break;
        }
        if (take_hidden(*office, at)) break;
        at = next_title(at);
        if (text_.is_mark(at, ":")) ++at;  // "Các ông, bà: Chánh Văn phòng Bộ"
    }
    return at;
}

bool ElementReader::take_hidden(const Office& office, std::uint32_t next) {
    if (office.body.empty() || is_plural(text_, next)) return false;
    const std::string first = lower(office.body.substr(0, office.body.find(' ')));
    if (text_.has_key(next, token_key(first))) return false;  // "Bộ trưởng Bộ Nội vụ"
    // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ" is one person; "Bộ trưởng, Thủ trưởng cơ quan
    // ngang Bộ" are many.
    static const std::uint64_t chair = token_key("chủ");
    static const std::uint64_t duty = token_key("nhiệm");
    const bool same = !element_.plural && text_.is_mark(next, ",") &&
                      text_.has_key(next + 1, chair) && text_.has_key(next + 2, duty);
    if (same) return false;
    hidden_ = office.body;
    return true;
}

std::uint32_t ElementReader::next_title(std::uint32_t at) const {
    if (text_.is_mark(at, "(")) {  // "Giám đốc (Thủ trưởng) các sở"
        const auto other = office_title(text_, at + 1);
        const std::uint32_t close = other ? at + 1 + other->length : at;
        return text_.is_mark(close, ")") ? close + 1 : at;
    }
    if (!text_.is_mark(at, ",") && !is_and(text_, at)) return at;
    std::uint32_t next = at + 1;
    if (is_plural(text_, next)) ++next;
    return office_title(text_, next) ? at + 1 : at;
}

// The body is a noun of the title: "Chánh Văn phòng Ủy ban ...", "các Bộ trưởng, ...".
std::optional<BodyElement> ElementReader::read_hidden(std::uint32_t at) {
    name_begin_ = at;
    element_.last = at;
    const bool named = text_.is_capital(at) || body_part(BodyWord::place, text_, at) > 0 ||
                       body_part(BodyWord::sector, text_, at) > 0;
    const bool alone = hidden_ == "Văn phòng" || hidden_ == "Thanh tra";  // "Chánh Văn phòng, ..."
    if (named || alone) return hidden_name(at, named);
    element_.kind = BodyWord::unit;
    element_.group = BodyGroup::state;
    element_.plural = true;
    element_.name = "các " + std::string(hidden_);
    merge_units();
    element_.name += slice_after(at);
    return std::move(element_);
}

std::optional<BodyElement> ElementReader::hidden_name(std::uint32_t at, bool continues) {
    element_.kind = BodyWord::named;
    element_.plural = false;
    if (continues) continue_name(at);
    element_.name = std::string(hidden_);
    if (element_.last > at) element_.name += ' ' + slice(at, element_.last);
    return std::move(element_);
}

std::string ElementReader::slice(std::uint32_t first, std::uint32_t last) const {
    return std::string(text_.reading().flow.at(text_.bytes(first, last)));
}

// What follows a hidden noun, with the sign before it.
std::string ElementReader::slice_after(std::uint32_t at) const {
    if (element_.last <= at) return {};
    std::string rest =
        cut_ ? pieces_ + slice(name_begin_, element_.last) : slice(at, element_.last);
    const bool comma = !rest.empty() && rest.front() == ',';
    return comma ? rest : ' ' + rest;
}

void ElementReader::finish_name() {
    std::string name = pieces_;
    if (!canonical_.empty() && !cut_) {
        name = std::string(canonical_);
        if (element_.last > head_end_) name += ' ' + slice(head_end_, element_.last);
    } else {
        name += slice(name_begin_, element_.last);
    }
    if (small_) name = lower(name);
    const bool generic = element_.kind == BodyWord::unit || !element_.head.empty() ||
                         (element_.plural && plural_at_ + 1 == name_begin_);
    if (element_.plural && generic) name = "các " + name;
    element_.name = std::move(name);
}

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
