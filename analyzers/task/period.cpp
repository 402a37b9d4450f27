#include "analyzers/task/period.hpp"

#include <array>
#include <cstdlib>

namespace tracuu::analyzers {
namespace {

using support::Date;

struct Keys {
    std::uint64_t day = token_key("ngày");
    std::uint64_t month = token_key("tháng");
    std::uint64_t quarter = token_key("quý");
    std::uint64_t year = token_key("năm");
    std::uint64_t years = token_key("các");
    std::uint64_t stage = token_key("giai");
    std::uint64_t stage2 = token_key("đoạn");
    std::uint64_t first = token_key("đầu");
    std::uint64_t last = token_key("cuối");
    std::uint64_t middle = token_key("giữa");
    std::uint64_t end = token_key("hết");
    std::uint64_t hour = token_key("giờ");
    std::uint64_t minute = token_key("phút");
    std::uint64_t now = token_key("nay");
    std::uint64_t and_ = token_key("và");
    std::uint64_t half = token_key("nửa");
    std::uint64_t until = token_key("đến");
};

const Keys& keys() {
    static const Keys all;
    return all;
}

// A day, month or quarter whose year may come later or from the document.
struct Part {
    int day = 0;
    int month = 0;       // first month
    int last_month = 0;  // same as `month` for days and months
    int year = 0;        // 0: not said
    std::uint32_t last = 0;
};

constexpr std::array<std::string_view, 4> kQuarters{"i", "ii", "iii", "iv"};

class PeriodReader {
  public:
    PeriodReader(const TokenReader& text, std::optional<Date> near, bool bare_year)
        : text_(text), near_(near), bare_year_(bare_year) {}

    std::optional<Period> read(std::uint32_t at) {
        bool by_hour = false;
        at = skip_hour(at, by_hour);
        if (auto years = read_years(at)) return years;
        if (auto part = read_edge_of_year(at)) return finish(*part, false);
        if (auto part = read_months_of_year(at)) return finish(*part, false);
        if (auto part = read_day(at)) return finish(*part, by_hour);
        if (auto part = read_month(at)) return finish(*part, false);
        if (auto part = read_quarter(at)) return finish(*part, false);
        return std::nullopt;
    }

  private:
    [[nodiscard]] bool is(std::uint32_t at, std::uint64_t key) const {
        return text_.has_key(at, key);
    }
    [[nodiscard]] bool plausible_year(std::uint32_t at) const {
        return text_.word(at).size() == 4 && text_.number(at) >= 1990 && text_.number(at) <= 2150;
    }

    // "17 giờ 30 ngày", "17h00 ngày", "24 giờ ngày".
    std::uint32_t skip_hour(std::uint32_t at, bool& by_hour) const {
        if (!text_.is_number(at) || text_.number(at) > 24) return at;
        const std::string_view unit = text_.word(at + 1);
        const bool letter = !unit.empty() && (unit[0] == 'h' || unit[0] == 'H') && unit.size() <= 3;
        if (!letter && !is(at + 1, keys().hour)) return at;
        std::uint32_t next = at + 2;
        if (text_.is_number(next)) ++next;
        if (is(next, keys().minute) || text_.is_mark(next, "'")) ++next;
        if (text_.is_mark(next, ",")) ++next;
        if (!is(next, keys().day) && !text_.is_number(next)) return at;
        by_hour = true;
        return next;
    }

    // "năm 2026", "giai đoạn 2026 - 2030", "các năm 2026, 2027", "năm nay".
    std::optional<Period> read_years(std::uint32_t at) const {
        const bool stage = is(at, keys().stage) && is(at + 1, keys().stage2);
        if (stage) at += 2;
        if (is(at, keys().years) && is(at + 1, keys().year)) ++at;
        bool said = stage;
        if (is(at, keys().year)) {
            said = true;
            ++at;
        }
        if (said && is(at, keys().now) && near_)
            return whole_years(near_->year(), near_->year(), at + 1);
        if (!plausible_year(at) || (!said && !bare_year_)) return std::nullopt;
        if (text_.is_mark(at + 1, "/")) return std::nullopt;  // the number of a document
        const int first = text_.number(at);
        std::uint32_t end = at + 1;
        int last = first;
        for (;;) {
            const bool joined = text_.is_dash(end) || text_.is_mark(end, ",") ||
                                is(end, keys().and_) || (stage && is(end, keys().until));
            std::uint32_t next = end + 1;
            if (is(next, keys().year)) ++next;
            if (!joined || !plausible_year(next) || text_.number(next) < last) break;
            last = text_.number(next);
            end = next + 1;
        }
        return whole_years(first, last, end);
    }

    static std::optional<Period> whole_years(int first, int last, std::uint32_t end) {
        const auto from = Date::of(first, 1, 1);
        const auto to = Date::of(last, 12, 31);
        if (!from || !to) return std::nullopt;
        return Period{*from, *to, end, false, false, last > first};
    }

    // "cuối năm 2025", "đầu năm", "giữa năm 2026", "hết năm 2025"; also of a month or quarter.
    std::optional<Part> read_edge_of_year(std::uint32_t at) const {
        const bool end = is(at, keys().last) || is(at, keys().end);
        const bool begin = is(at, keys().first) || is(at, keys().half);
        const bool middle = is(at, keys().middle);
        if (!end && !begin && !middle) return std::nullopt;
        std::uint32_t next = at + 1;
        if (is(at, keys().half) && is(next, keys().first)) ++next;
        if (is(at, keys().end) && is(next, keys().last)) ++next;
        if (auto month = read_month(next)) return month;
        if (auto quarter = read_quarter(next)) return quarter;
        if (is(at, keys().end)) {
            if (auto day = read_day(next)) return day;
        }
        if (!is(next, keys().year)) return std::nullopt;
        Part part{0, 1, 12, 0, next + 1};
        if (plausible_year(next + 1)) {
            part.year = text_.number(next + 1);
            part.last = next + 2;
        }
        if (begin) part.last_month = is(at, keys().half) ? 6 : 3;
        if (middle) part = {0, 4, 9, part.year, part.last};
        if (end && is(at, keys().last)) part.month = 10;
        return part;
    }

    // "6 tháng đầu năm 2026", "06 tháng cuối năm", "9 tháng đầu năm".
    std::optional<Part> read_months_of_year(std::uint32_t at) const {
        const int count = text_.number(at);
        if (count < 1 || count > 11 || !is(at + 1, keys().month)) return std::nullopt;
        const bool first = is(at + 2, keys().first);
        if ((!first && !is(at + 2, keys().last)) || !is(at + 3, keys().year)) return std::nullopt;
        Part part{0, first ? 1 : 13 - count, first ? count : 12, 0, at + 4};
        if (plausible_year(at + 4)) {
            part.year = text_.number(at + 4);
            part.last = at + 5;
        }
        return part;
    }

    std::optional<Part> read_day(std::uint32_t at) const {
        const bool said = is(at, keys().day);
        if (said) ++at;
        const int day = text_.number(at);
        if (day < 1 || day > 31) return std::nullopt;
        Part part{day, 0, 0, 0, 0};
        std::uint32_t next = at + 1;
        const bool sign = text_.is_one_of(next, "/.-") && !text_.token(next).space_before;
        if (sign || is(next, keys().month)) {
            part.month = text_.number(next + 1);
        } else {
            return std::nullopt;
        }
        if (part.month < 1 || part.month > 12) return std::nullopt;
        const bool slash_date = sign && !said && !bare_slash_date(at);
        if (slash_date) return std::nullopt;
        part.last_month = part.month;
        part.last = next + 2;
        take_year(part);
        return part;
    }

    // "15/12" needs "ngày" before it or a year after it: "1/2" alone is a fraction.
    [[nodiscard]] bool bare_slash_date(std::uint32_t at) const {
        const bool year = text_.is_one_of(at + 3, "/.-") && plausible_year(at + 4);
        return year || (text_.is_mark(at + 1, "/") && text_.word(at).size() == 2);
    }

    // "/2025", "-2025", "năm 2025" after a month or quarter.
    void take_year(Part& part) const {
        const bool sign = text_.is_one_of(part.last, "/.-");
        if ((sign || is(part.last, keys().year)) && plausible_year(part.last + 1)) {
            part.year = text_.number(part.last + 1);
            part.last += 2;
        } else if (text_.is_mark(part.last, ",") && is(part.last + 1, keys().year) &&
                   plausible_year(part.last + 2)) {
            part.year = text_.number(part.last + 2);
            part.last += 3;
        } else if (is(part.last, keys().year) && is(part.last + 1, keys().now)) {
            part.last += 2;
        }
    }

    std::optional<Part> read_month(std::uint32_t at) const {
        const bool said = is(at, keys().month);
        if (said) ++at;
        const int month = text_.number(at);
        if (month < 1 || month > 12) return std::nullopt;
        const bool with_year = text_.is_mark(at + 1, "/") && plausible_year(at + 2);
        if (!said && !(bare_year_ && with_year)) return std::nullopt;
        Part part{0, month, month, 0, at + 1};
        // "tháng 3, 4/2026", "tháng 11 và 12/2025"
        for (;;) {
            const bool more = text_.is_mark(part.last, ",") || is(part.last, keys().and_) ||
                              text_.is_dash(part.last);
            std::uint32_t next = part.last + 1;
            if (is(next, keys().month)) ++next;
            const int other = text_.number(next);
            if (!more || other <= part.last_month || other > 12) break;
            if (text_.is_mark(next + 1, "/") && !plausible_year(next + 2)) break;
            part.last_month = other;
            part.last = next + 1;
        }
        take_year(part);
        return part;
    }

    [[nodiscard]] int quarter_at(std::uint32_t at) const {
        const int digit = text_.number(at);
        if (digit >= 1 && digit <= 4) return digit;
        const std::string_view word = text_.word(at);
        for (std::size_t i = 0; i < kQuarters.size(); ++i) {
            if (word.size() != kQuarters[i].size()) continue;
            bool same = true;
            for (std::size_t c = 0; c < word.size(); ++c) {
                same = same && (word[c] | 0x20) == kQuarters[i][c];
            }
            if (same) return static_cast<int>(i) + 1;
        }
        return 0;
    }

    std::optional<Part> read_quarter(std::uint32_t at) const {
        if (!is(at, keys().quarter)) return std::nullopt;
        const int first = quarter_at(at + 1);
        if (first == 0) return std::nullopt;
        int last = first;
        Part part{0, first * 3 - 2, 0, 0, at + 2};
        for (;;) {
            const bool more = text_.is_mark(part.last, ",") || is(part.last, keys().and_) ||
                              text_.is_dash(part.last);
            std::uint32_t next = part.last + 1;
            if (is(next, keys().quarter)) ++next;
            if (!more || quarter_at(next) <= last) break;
            last = quarter_at(next);
            part.last = next + 1;
        }
        part.last_month = last * 3;
        take_year(part);
        return part;
    }

    [[nodiscard]] std::optional<Period> dates(const Part& part, int year) const {
        const auto from = Date::of(year, part.month, part.day == 0 ? 1 : part.day);
        const auto to = part.day == 0 ? Date::end_of_month(year, part.last_month) : from;
        if (!from || !to) return std::nullopt;
        return Period{*from, *to, part.last, part.year == 0, false, false};
    }

    // Without a year: that of the document, or the next one when that would be in its past.
    [[nodiscard]] std::optional<Period> finish(const Part& part, bool by_hour) const {
        if (part.year == 0 && !near_) return std::nullopt;
        auto period = dates(part, part.year != 0 ? part.year : near_->year());
        if (period && part.year == 0 && period->to < *near_) {
            period = dates(part, near_->year() + 1);
        }
        if (period) period->by_hour = by_hour;
        return period;
    }

    const TokenReader& text_;
    std::optional<Date> near_;
    bool bare_year_;
};

}  // namespace

std::optional<Period> read_period(const TokenReader& text, std::uint32_t at,
                                  std::optional<support::Date> near, bool bare_year) {
    if (!text.inside(at)) return std::nullopt;
    return PeriodReader(text, near, bare_year).read(at);
}

}  // namespace tracuu::analyzers
