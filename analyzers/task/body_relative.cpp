#include "analyzers/task/body_relative.hpp"

#include <array>

#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/body_words.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestRelative = 28;  // tokens of "được giao ... có trách nhiệm"
constexpr std::uint32_t kNearDuty = 14;         // tokens between a noun and "có trách nhiệm"

// A word that surely opens the predicate. "được giao chủ trì" is what they were told before, not
// what they have to do.
bool opens_duty(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t chair = token_key("chủ");
    return CueTable::builtin().starts(Cue::modal, text, at) && !text.has_key(at, chair);
}

// "Cơ quan đăng ký đầu tư | có trách nhiệm": a verb right after the noun belongs to it when the
// duty follows soon.
std::uint32_t before_duty(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t duty = token_key("trách");
    const CueTable& cues = CueTable::builtin();
    if (!cues.starts(Cue::verb, text, at)) return at;
    for (std::uint32_t end = at + 1; end < text.last() && end - at < kNearDuty; ++end) {
        if (text.is_one_of(end, ",.;:(") || is_plural(text, end)) return at;
        if (const std::uint32_t n = body_part(BodyWord::filler, text, end)) {
            const bool duty_next = text.has_key(end + n + 1, duty);
            return duty_next && cues.starts(Cue::modal, text, end + n) ? end : at;
        }
        if (text.has_key(end + 1, duty) && cues.starts(Cue::modal, text, end)) return end;
    }
    return at;
}

std::uint32_t relative_end(const TokenReader& text, std::uint32_t at, bool to_the_end) {
    std::uint32_t end = at + 1;
    for (; end < text.last() && end - at < kLongestRelative; ++end) {
        if (text.is_one_of(end, ".;:(")) return to_the_end ? end : at;
        if (opens_duty(text, end)) return end;
    }
    return to_the_end ? end : at;
}

}  // namespace

std::uint32_t read_relative(const TokenReader& text, std::uint32_t at, const NounState& noun) {
    if (!noun.heading && at == noun.head_end) {
        if (const std::uint32_t end = before_duty(text, at); end > at) return end;
    }
    if (body_part(BodyWord::relative, text, at) == 0 || opens_duty(text, at)) return at;
    static const std::array<std::uint64_t, 2> happens{token_key("xảy"), token_key("để")};
    const bool event = at == noun.head_end &&  // "Đơn vị xảy ra cháy phải ..."
                       (text.has_key(at, happens[0]) || text.has_key(at, happens[1]));
    const bool wide = noun.heading || noun.plural || event;
    return wide ? relative_end(text, at, noun.heading) : at;
}

}  // namespace tracuu::analyzers
