#include "analyzers/task/body_place.hpp"

#include "analyzers/gazetteer.hpp"
#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/body_words.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr int kHighestNumber = 30;  // of "Quận 12", "phường 5"

bool starts_body(const TokenReader& text, std::uint32_t at) {
    if (office_title(text, at)) return true;
    const auto body = body_start(text, at);
    return body && (body->kind == BodyWord::named || body->kind == BodyWord::name) &&
           text.is_capital(at + 1);
}

// "các tỉnh, thành phố Khẩn trương rà soát": an order glued to the noun.
bool starts_order(const TokenReader& text, std::uint32_t at) {
    if (text.is_capital(at + 1)) return false;
    const CueTable& cues = CueTable::builtin();
    return cues.length(Cue::verb, text, at) > 1 || cues.length(Cue::adverb, text, at) > 1;
}

std::uint32_t proper_name(const TokenReader& text, std::uint32_t at) {
    while (text.is_capital(at) && !starts_body(text, at) && !starts_order(text, at)) {
        ++at;
        const bool hyphen = text.is_dash(at) && !text.token(at).space_before;
        if (hyphen && text.is_capital(at + 1)) ++at;
    }
    const bool number = text.is_number(at) && text.number(at) < kHighestNumber;
    return number && !text.is_mark(at + 1, "/") ? at + 1 : at;
}

std::uint32_t place_word(const TokenReader& text, std::uint32_t at) {
    const std::uint32_t n = body_part(BodyWord::place, text, at);
    if (n == 0) return at;
    const auto body = body_start(text, at);  // "huyện ủy" is no huyện
    return body && body->length > n ? at : at + n;
}

std::uint32_t more_places(const TokenReader& text, std::uint32_t end) {
    for (;;) {
        if (!text.is_mark(end, ",") && !is_and(text, end)) return end;
        const std::uint32_t place = place_word(text, end + 1);
        if (place <= end + 1) return end;
        end = proper_name(text, place);
    }
}

std::uint32_t read_span(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t to = token_key("đến");
    const std::uint32_t mid = proper_name(text, at + 1);
    if (!text.has_key(mid, to)) return at;
    const std::uint32_t end = proper_name(text, mid + 1);
    return end > mid + 1 ? end : at;
}

std::uint32_t read_named_places(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t from = token_key("từ");
    if (text.has_key(at, from) && text.is_capital(at + 1)) return read_span(text, at);
    if (!text.is_one_of(at, ":,")) return at;
    std::uint32_t end = at;
    std::uint32_t next = at + 1;
    while (text.is_capital(next) && !starts_body(text, next)) {
        const std::uint32_t name = proper_name(text, next);
        if (name == next) break;
        end = name;
        if (!text.is_mark(end, ",") && !is_and(text, end)) break;
        next = end + 1;
    }
    return end;
}

// "Phó Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn An": no province has such a name.
bool names_person(const TokenReader& text, std::uint32_t noun, std::uint32_t name) {
    static const std::uint64_t province = token_key("tỉnh");
    if (!text.has_key(noun, province) || body_part(BodyWord::surname, text, name) == 0)
        return false;
    const std::string_view two = text.reading().flow.at(text.bytes(name, name + 2));
    return text.is_capital(name + 1) && find_province(two) == nullptr;
}

}  // namespace

std::uint32_t read_places(const TokenReader& text, std::uint32_t at, bool several) {
    const bool plural = is_all(text, at);
    const std::uint32_t noun = plural ? at + 1 : at;
    std::uint32_t end = place_word(text, noun);
    if (end == noun) return at;
    const std::uint32_t name = end;
    end = proper_name(text, end);
    if (!plural && names_person(text, noun, name)) return name;
    if (plural || several) end = more_places(text, end);
    return plural ? read_named_places(text, end) : end;
}

std::uint32_t read_place_name(const TokenReader& text, std::uint32_t at) {
    if (at > text.first() && names_person(text, at - 1, at)) return at;
    return more_places(text, proper_name(text, at));
}

}  // namespace tracuu::analyzers
