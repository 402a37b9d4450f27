#include <array>

#include "analyzers/task/body_name_word.hpp"
#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/body_place.hpp"
#include "analyzers/task/body_relative.hpp"
#include "analyzers/task/element_reader.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestName = 16;  // lower-case words of a name
constexpr int kFirstYear = 1900;            // numbers from here on may be years
constexpr int kLastYear = 2100;
constexpr int kDeepest = 2;  // "Khoa X thuộc Bệnh viện Y của Z"

// "Ban thường vụ huyện ủy, thị ủy": written small, the committee opens a list of its kind.
bool lists_committees(const TokenReader& text, std::uint32_t at, const BodyPhrase& phrase) {
    const std::uint32_t end = at + phrase.length;
    if (phrase.length < 3 || text.is_capital(end - 2) || !text.is_mark(end, ",")) return false;
    const auto next = body_unit(text, end + 1);
    const auto head = body_unit(text, at);
    return next && next->group == BodyGroup::committee && head && head->length < phrase.length;
}

const std::array<std::uint64_t, 2>& token_key_of_branch() {
    static const std::array<std::uint64_t, 2> keys{token_key("chi"), token_key("nhánh")};
    return keys;
}

}  // namespace

bool ElementReader::read_head(std::uint32_t at) {
    auto phrase = body_start(text_, at);
    if (!phrase || phrase->kind == BodyWord::not_body) return false;
    if (phrase->kind == BodyWord::name && !has_capital(text_, at, at + phrase->length)) {
        phrase = body_unit(text_, at);
    } else if (phrase->kind == BodyWord::named && !takes_name(at, *phrase)) {
        phrase = body_unit(text_, at);
    }
    if (phrase && phrase->kind == BodyWord::name && lists_committees(text_, at, *phrase)) {
        phrase = body_unit(text_, at);
    }
    if (phrase && phrase->kind == BodyWord::name && titled_ && joins_committees(at, *phrase)) {
        phrase = body_unit(text_, at);
        element_.plural = small_ = true;
    }
    if (!phrase) return false;
    if (opens_sector_list(at, *phrase)) phrase->length = 1;
    element_.kind = phrase->kind;
    element_.group = phrase->group;
    canonical_ = phrase->canonical;
    head_end_ = at + phrase->length;
    element_.last = head_end_;
    open_list(at, *phrase);
    if (phrase->kind == BodyWord::unit && lone_noun(at)) return false;
    const std::uint32_t bare = head_end_;
    continue_name(element_.last);
    return element_.kind != BodyWord::named || element_.last > bare;
}

// "Bí thư Tỉnh ủy, Thành ủy": all of them, when no place follows.
bool ElementReader::joins_committees(std::uint32_t at, const BodyPhrase& phrase) const {
    const auto mine = body_unit(text_, at);
    const std::uint32_t end = at + phrase.length;
    if (!mine || mine->group != BodyGroup::committee || mine->length != phrase.length) return false;
    if (!text_.is_mark(end, ",")) return false;
    const auto next = body_unit(text_, end + 1);
    return next && next->group == BodyGroup::committee && !text_.is_capital(end + 1 + next->length);
}

// "các Bộ: ...", "các Sở Nội vụ, Tài chính": the head stands before each further name too.
void ElementReader::open_list(std::uint32_t at, const BodyPhrase& phrase) {
    const bool splits = phrase.kind == BodyWord::named && phrase.group == BodyGroup::split;
    const bool colon = text_.is_mark(head_end_, ":");
    const bool listed = colon || body_part(BodyWord::sector, text_, head_end_) > 0;
    if (!splits || !element_.plural || !listed) return;
    element_.head = slice(at, head_end_);
    if (colon) ++element_.last;
    element_.name_begin = element_.last;
}

// "các Sở Nội vụ, Tài chính": Sở alone is the head, Nội vụ the first of its names.
bool ElementReader::opens_sector_list(std::uint32_t at, BodyPhrase& phrase) const {
    if (!element_.plural || phrase.kind != BodyWord::name) return false;
    if (!body_split_head(text_, at) ||
        body_part(BodyWord::sector, text_, at + 1) + 1 != phrase.length)
        return false;
    phrase.kind = BodyWord::named;
    phrase.group = BodyGroup::split;
    return true;
}

// A generic noun alone ("xã", "tổ chức") is a body only as a plural or inside another name.
bool ElementReader::lone_noun(std::uint32_t at) const {
    if (element_.plural || depth_ > 0) return false;
    static const std::uint64_t organise = token_key("tổ");  // "Tổ chức lựa chọn" is a verb
    static const std::uint64_t level = token_key("cấp");    // "Cấp Oresol cho ..." is one too
    static const std::uint64_t field = token_key("lĩnh");  // "Lĩnh vực nông nghiệp" acts in nothing
    if (text_.has_key(at, organise) && head_end_ - at == 2) return true;
    if (text_.has_key(at, field)) return true;
    if (text_.has_key(at, level) && head_end_ - at == 1) return true;
    return head_end_ - at == 1 && body_part(BodyWord::place, text_, at) > 0;
}

bool ElementReader::takes_name(std::uint32_t at, const BodyPhrase& phrase) const {
    const std::uint32_t next = at + phrase.length;
    const bool capital_head = has_capital(text_, at, next);
    if (body_part(BodyWord::sector, text_, next) > 0) return capital_head;
    if (text_.is_capital(next)) return capital_head || phrase.length > 1;
    const int number = text_.number(next);  // "Ban Chỉ đạo 35"
    const bool year = number >= kFirstYear && number <= kLastYear;
    if (number >= 0 && !year && phrase.length > 1) return capital_head;
    if (element_.plural && phrase.group == BodyGroup::split && text_.is_mark(next, ":")) {
        return text_.is_capital(next + 1);
    }
    const bool place = body_part(BodyWord::place, text_, next) > 0;
    return capital_head && (place || (phrase.length > 1 && is_name_word(text_, next)));
}

void ElementReader::continue_name(std::uint32_t at) {
    const std::uint32_t limit = at + 48;
    std::uint32_t small = 0;
    if (element_.kind == BodyWord::name && body_part(BodyWord::place, text_, at - 1) > 0) {
        at = element_.last = read_place_name(text_, at);  // "Ủy ban nhân dân phường, xã"
    }
    while (text_.inside(at) && at < limit) {
        const std::uint32_t next = next_part(at, small);
        if (next == at) break;
        at = next;
        element_.last = at;
    }
}

// The end of the part of the name that starts at `at`; `at` when the name ends before it.
std::uint32_t ElementReader::next_part(std::uint32_t at, std::uint32_t& small) {
    const bool fresh = at == head_end_ || text_.is_mark(at - 1, ":");
    if (element_.kind == BodyWord::named && (fresh || !hidden_.empty())) {
        if (const std::uint32_t n = body_part(BodyWord::sector, text_, at)) return at + n;
    }
    if (const std::uint32_t n = body_part(BodyWord::level, text_, at)) return closed(at + n);
    static const std::uint64_t term = token_key("khóa");  // "Ban Chấp hành ... khóa XIX"
    if (text_.has_key(at, term) && (text_.is_capital(at + 1) || text_.is_number(at + 1))) {
        return closed(at + 2);
    }
    if (const std::uint32_t end = read_places(text_, at, element_.kind != BodyWord::unit); end > at)
        return closed(end);
    if (const std::uint32_t end = read_qualifier(at); end > at) return closed(end);
    if (const std::uint32_t end = read_nested(at); end > at) return closed(end);
    if (const std::uint32_t end = relative(at); end > at) return closed(end);
    return next_word(at, small);
}

// After a place or a qualifier the noun takes no further nouns into its collective.
std::uint32_t ElementReader::closed(std::uint32_t end) {
    open_ = false;
    return end;
}

// "ban thường vụ huyện ủy, thị ủy", "đảng đoàn tổ chức chính trị - xã hội".
std::uint32_t ElementReader::inner_unit(std::uint32_t at) {
    if (element_.kind != BodyWord::unit) return at;
    if (at == head_end_ && is_all(text_, at)) {  // "thường trực các tỉnh ủy"
        const auto several = body_unit(text_, at + 1);
        if (!several || element_.group != BodyGroup::none) return at;
        if (several->group == BodyGroup::committee) element_.group = several->group;
        return at + 1 + several->length;
    }
    const auto unit = body_unit(text_, at);
    const bool party =
        unit && (unit->group == BodyGroup::committee || unit->group == BodyGroup::party);
    if (!unit || (!party && unit->length < 3)) return at;
    if (at == head_end_ && element_.group != BodyGroup::none && unit->length < 3) return at;
    if (unit->group == BodyGroup::committee) element_.group = unit->group;
    return at + unit->length;
}

std::uint32_t ElementReader::next_word(std::uint32_t at, std::uint32_t& small) {
    static const std::uint64_t department = token_key("sở");  // no department holds another
    const bool second = text_.has_key(at, department) && text_.has_key(name_begin_, department);
    if (second && at > name_begin_ && text_.is_capital(at) && text_.is_capital(at + 1)) return at;
    if (const std::uint32_t end = inner_head(at); end > at) return end;
    if (const std::uint32_t end = inner_unit(at); end > at) return end;
    if (element_.kind != BodyWord::name) {
        if (const std::uint32_t n = body_part(BodyWord::compound, text_, at)) return at + n;
    }
    if (text_.is_capital(at)) {
        const bool ends = capital_ends_name(text_, at, {element_.kind, titled_, head_end_});
        return ends ? at : at + 1;
    }
    if (text_.is_dash(at) && text_.has_key(at + 1, token_key_of_branch()[0]) &&
        text_.has_key(at + 2, token_key_of_branch()[1])) {
        return at + 3;  // "Ngân hàng Nhà nước Việt Nam - Chi nhánh Khu vực 8"
    }
    const bool name = element_.kind == BodyWord::named;
    if (name && (text_.is_dash(at) || text_.is_mark(at, "&")) && text_.is_capital(at + 1)) {
        return at + 2;
    }
    if (name && is_and(text_, at) && joins_name(text_, at + 1) && !ends_list(at)) return at + 2;
    if (text_.is_number(at) && (name || element_.kind == BodyWord::name)) {
        const int number = text_.number(at);  // "Tổ công tác 1456"
        const bool year = number < 0 || (number >= kFirstYear && number <= kLastYear);
        const bool head = at == head_end_;
        const bool big = number > 999 && !head;
        return text_.is_mark(at + 1, "/") || year || big ? at : at + 1;
    }
    if (element_.kind == BodyWord::name || !text_.is_word(at)) return at;
    if (small++ >= kLongestName ||
        !(heading_ ? is_heading_word(text_, at) : is_name_word(text_, at))) {
        return at;
    }
    return at + 1;
}

// "các Bộ: Nội vụ và Xây dựng": at "và" the last name of a list begins.
bool ElementReader::ends_list(std::uint32_t at) const {
    const bool listed = !element_.head.empty() || further_;
    return listed && body_part(BodyWord::sector, text_, at + 1) > 0;
}

// "Văn phòng | Ban chỉ đạo phòng thủ dân sự quốc gia": a body inside a name opens a name again.
std::uint32_t ElementReader::inner_head(std::uint32_t at) {
    if (element_.kind != BodyWord::named || !text_.is_capital(at)) return at;
    const auto body = body_start(text_, at);
    const bool head =
        body && body->length > 1 && (body->kind == BodyWord::named || body->kind == BodyWord::name);
    if (!head || body->group == BodyGroup::enterprise) return at;
    head_end_ = at + body->length;
    return head_end_;
}

std::uint32_t ElementReader::read_qualifier(std::uint32_t at) const {
    if (const std::uint32_t n = body_part(BodyWord::filler, text_, at)) {
        const auto longer = body_part(BodyWord::qualifier, text_, at);
        if (longer <= n) return at;
    }
    const std::uint32_t n = body_part(BodyWord::qualifier, text_, at);
    if (n == 0) return at;
    if (body_part(BodyWord::relative, text_, at) > n) return at;
    const std::uint32_t place = read_places(text_, at + n, element_.kind != BodyWord::unit);
    return place;
}

std::uint32_t ElementReader::read_nested(std::uint32_t at) const {
    const std::uint32_t n = body_part(BodyWord::nested, text_, at);
    if (n == 0 || depth_ >= kDeepest) return at;
    const auto inner = read_body_element(text_, at + n, false, depth_ + 1);
    return inner ? inner->last : at;
}

std::uint32_t ElementReader::relative(std::uint32_t at) const {
    if (element_.kind != BodyWord::unit) return at;
    return read_relative(text_, at, {element_.plural, heading_, head_end_});
}

}  // namespace tracuu::analyzers
