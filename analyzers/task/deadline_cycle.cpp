#include "analyzers/task/deadline_cycle.hpp"

#include <algorithm>
#include <array>

#include "analyzers/task/deadline_words.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestMonth = 8;  // words of "của tháng đầu tiên của quý kế tiếp"

template <std::size_t N>
bool is_key(const TokenReader& text, std::uint32_t at, const std::array<std::uint64_t, N>& keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [&](std::uint64_t key) { return text.has_key(at, key); });
}

// "tháng", "hằng quý": the token after it; `at` when there is none.
std::uint32_t unit_end(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 5> units{token_key("tháng"), token_key("quý"),
                                                    token_key("năm"), token_key("tuần"),
                                                    token_key("ngày")};
    const auto phrase = time_phrase(text, at);
    if (phrase && phrase->cue == TimeCue::recurring) return at + phrase->length;
    return is_key(text, at, units) ? at + 1 : at;
}

}  // namespace

std::uint32_t regular_end(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 2> joins{token_key("hoặc"), token_key("và")};
    static const std::uint64_t sudden = token_key("đột");
    std::uint32_t end = at;
    for (std::uint32_t next = at; next < text.last();) {
        if (text.has_key(next, joins[0]) && text.has_key(next + 1, sudden)) return next + 3;
        if (end > at && (text.is_mark(next, ",") || is_key(text, next, joins))) ++next;
        if (text.is_number(next)) ++next;
        const std::uint32_t unit = unit_end(text, next);
        if (unit == next) return end;
        end = next = unit;
    }
    return end;
}

std::uint32_t more_recurring(const TokenReader& text, std::uint32_t at) {
    while (text.is_mark(at, ",") || text.is_mark(at, "/")) {
        const auto phrase = time_phrase(text, at + 1);
        if (!phrase || phrase->cue != TimeCue::recurring) return at;
        at += 1 + phrase->length;
    }
    return at;
}

std::uint32_t cycle_end(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t month = token_key("tháng");
    static const std::uint64_t of = token_key("của");
    static const std::array<std::uint64_t, 4> which{token_key("đầu"), token_key("cuối"),
                                                    token_key("sau"), token_key("tiếp")};
    static const std::array<std::uint64_t, 10> more{
        token_key("của"),  token_key("quý"),  token_key("kế"), token_key("tiếp"),
        token_key("theo"), token_key("liền"), token_key("kề"), token_key("sau"),
        token_key("năm"),  token_key("tiên")};
    const std::uint32_t begin = text.has_key(at, of) ? at + 1 : at;
    if (!text.has_key(begin, month) || !is_key(text, begin + 1, which)) return at;
    std::uint32_t end = begin + 2;
    while (end - begin < kLongestMonth && is_key(text, end, more)) ++end;
    return end;
}

}  // namespace tracuu::analyzers
