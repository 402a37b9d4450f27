#include "analyzers/task/deadline_cycle.hpp"

#include <algorithm>
#include <array>

#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/deadline_words.hpp"

namespace tracuu::analyzers {
namespace {

using support::Date;

constexpr int kRunning = 62;                 // days since a range may have begun
constexpr std::uint32_t kLongestStart = 30;  // tokens of "kể từ ngày nhận được đủ hồ sơ"
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

// "15/5 và ngày 15/11": the token after the last of several days of the year.
std::uint32_t more_days(const TokenReader& text, std::uint32_t at, std::optional<Date> near) {
    static const std::uint64_t and_key = token_key("và");
    while (text.is_mark(at, ",") || text.has_key(at, and_key)) {
        const auto day = read_period(text, at + 1, near, true);
        if (!day || !day->inferred_year) return at;
        at = day->last;
    }
    return at;
}

}  // namespace

std::uint32_t regular_end(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 2> joins{token_key("hoặc"), token_key("và")};
    static const std::uint64_t sudden = token_key("đột");
    std::uint32_t end = at;
    for (std::uint32_t next = at; next < text.last();) {
        const bool joined = text.is_mark(next, ",") || is_key(text, next, joins);
        if (joined && text.has_key(next + 1, sudden)) return next + 3;
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

std::uint32_t day_of_cycle_end(const TokenReader& text, std::uint32_t at, std::optional<Date> near,
                               bool recurring) {
    std::uint32_t end = at;
    if (const auto day = read_period(text, at, near, true)) {
        if (!day->inferred_year) return 0;
        end = more_days(text, day->last, near);
    } else {
        static const std::uint64_t day_key = token_key("ngày");
        if (text.has_key(end, day_key)) ++end;
        if (!text.is_number(end)) return 0;
        ++end;
    }
    if (const std::uint32_t cycle = cycle_end(text, end); cycle > end) return cycle;
    const std::uint32_t said = end;
    if (text.is_mark(end, ",")) ++end;
    static const std::uint64_t of_key = token_key("của");
    if (text.has_key(end, of_key)) ++end;
    const auto after = time_phrase(text, end);
    const bool again = after && after->cue == TimeCue::recurring;
    if (again) return end + after->length;
    return recurring ? said : 0;
}

std::optional<Period> day_of_same_month(const TokenReader& text, std::uint32_t at,
                                        std::optional<Date> near) {
    static const std::uint64_t day_key = token_key("ngày");
    static const std::uint64_t to_key = token_key("đến");
    const std::uint32_t number = at + 1;
    const std::uint32_t join = number + 1;
    const bool range = text.has_key(at, day_key) && text.is_number(number);
    if (!range || !text.has_key(join, to_key)) return std::nullopt;
    const auto end = read_period(text, join + 1, near, false);
    if (!end || end->from != end->to) return std::nullopt;
    const auto day = Date::of(end->to.year(), end->to.month(), text.number(number));
    if (!day || end->to < *day) return std::nullopt;
    return Period{*day, *day, join, end->inferred_year, false, false};
}

bool is_short_cycle(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 4> units{token_key("ngày"), token_key("tuần"),
                                                    token_key("tháng"), token_key("quý")};
    static const std::array<std::uint64_t, 2> every{token_key("hằng"), token_key("hàng")};
    return is_key(text, at, every) && is_key(text, at + 1, units);
}

std::uint32_t relative_end(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 6> units{token_key("ngày"),  token_key("giờ"),
                                                    token_key("tháng"), token_key("tuần"),
                                                    token_key("năm"),   token_key("phút")};
    static const std::array<std::uint64_t, 2> work{token_key("làm"), token_key("việc")};
    static const std::array<std::uint64_t, 4> starts{token_key("kể"), token_key("từ"),
                                                     token_key("tính"), token_key("sau")};
    std::uint32_t end = at;
    if (!text.is_number(end) || text.word(end).size() > 2) return at;
    ++end;
    if (text.is_mark(end, "(")) {  // "05 (năm) ngày"
        while (end < text.last() && end - at < 6 && !text.is_mark(end, ")")) ++end;
        ++end;
    }
    if (!is_key(text, end, units) || text.is_number(end + 1)) return at;
    ++end;
    if (text.has_key(end, work[0]) && text.has_key(end + 1, work[1])) end += 2;
    if (text.is_mark(end, ",") && text.has_key(end + 1, starts[0])) ++end;
    if (!is_key(text, end, starts)) return end;
    const std::uint32_t limit = std::min(text.last(), end + kLongestStart);
    while (end < limit && !text.is_one_of(end, ",;.:()*")) ++end;
    return end;
}

bool is_kind_of_inspection(const TokenReader& text, std::uint32_t at, std::uint32_t end) {
    static const std::uint64_t check = token_key("tra");  // "kiểm tra", "thanh tra"
    static const std::uint64_t or_key = token_key("hay");
    static const std::uint64_t sudden = token_key("xuất");
    static const std::uint64_t and_key = token_key("và");
    const bool checks = at > text.first() && text.has_key(at - 1, check);
    if (checks && (text.has_key(end - 1, sudden) || text.has_key(end, or_key))) return true;
    static const std::uint64_t by_key = token_key("theo");
    const bool noun = at > text.first() && text.is_word(at - 1) && !text.has_key(at - 1, and_key) &&
                      !text.has_key(at - 1, by_key);
    const bool acts = CueTable::builtin().starts(Cue::verb, text, end);
    return noun && text.has_key(end - 1, sudden) && !acts;
}

std::uint32_t times_end(const TokenReader& text, std::uint32_t at) {
    static const std::array<std::uint64_t, 3> counts{token_key("lần"), token_key("đợt"),
                                                     token_key("kỳ")};
    static const std::array<std::uint64_t, 3> joins{token_key("mỗi"), token_key("một"),
                                                    token_key("trong")};
    static const std::array<std::uint64_t, 5> units{token_key("năm"), token_key("quý"),
                                                    token_key("tháng"), token_key("tuần"),
                                                    token_key("ngày")};
    std::uint32_t end = at + 1;
    if (!text.is_number(at) || text.word(at).size() > 2 || !is_key(text, end, counts)) return at;
    ++end;
    if (!text.is_mark(end, "/") && !is_key(text, end, joins)) return at;
    ++end;
    if (text.is_number(end) && text.word(end).size() <= 2) ++end;  // "01 lần/02 năm"
    // "01 lần trong năm 2026" happens once.
    return is_key(text, end, units) && !text.is_number(end + 1) ? end + 1 : at;
}

std::uint32_t nonstop_end(const TokenReader& text, std::uint32_t at, std::uint32_t end) {
    static const std::uint64_t nonstop = token_key("liên");
    if (!text.has_key(at, nonstop)) return 0;
    const auto phrase = time_phrase(text, end);
    if (phrase && phrase->cue == TimeCue::recurring) return end + phrase->length;
    const bool listed = at > text.first() && text.is_mark(at - 1, ",");
    const bool closes = end >= text.last() || text.is_one_of(end, ",;.)");
    return listed || closes ? end : 0;
}

bool is_verb_of_deadline(const TokenReader& text, std::uint32_t at, std::uint32_t end) {
    static const std::uint64_t carry_out = token_key("hiện");
    static const std::array<std::uint64_t, 4> nouns{token_key("quả"), token_key("hình"),
                                                    token_key("việc"), token_key("trình")};
    const bool noun = at > text.first() && is_key(text, at - 1, nouns);
    return !noun && text.has_key(end - 1, carry_out);
}

void share_year(Period& start, Period& end, std::optional<Date> document) {
    if (!start.inferred_year) return;
    if (end.inferred_year && start.from <= end.to) return;
    const auto at_year = [](Date day, int year) { return Date::of(year, day.month(), day.day()); };
    for (const int year : {end.from.year(), end.from.year() - 1}) {
        const auto from = at_year(start.from, year);
        if (!from || end.to < *from) continue;
        const bool long_ago =
            end.inferred_year && document && from->plus_days(kRunning) < *document;
        const auto next = at_year(end.to, end.to.year() + 1);
        if (long_ago && next) {
            end.to = *next;  // "từ tháng 3 đến tháng 11" of a plan made in November
            return;
        }
        start.from = start.to = *from;
        start.inferred_year = end.inferred_year;
        return;
    }
}

}  // namespace tracuu::analyzers
