#include "analyzers/task/deadline_scan.hpp"

#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/deadline_cycle.hpp"
#include "analyzers/task/deadline_words.hpp"
#include "analyzers/task/period.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kNoToken = 0xFFFFFFFFU;

class Scanner {
  public:
    Scanner(const Reading& reading, TokenRange range, const DeadlineContext& context)
        : text_(reading, range),
          context_(context),
          near_(context.document_date.value_or(*Date::of(2000, 1, 1))) {}

    std::vector<DeadlineCandidate> run() {
        std::uint32_t at = text_.first();
        if (context_.value) at = read_value(at);
        while (at < text_.last()) at = step(at);
        return std::move(found_);
    }

  private:
    // --- where we are -----------------------------------------------------------------------
    [[nodiscard]] bool is_emphasis(std::uint32_t at) const { return text_.is_one_of(at, "*_"); }

    [[nodiscard]] bool opens_clause(std::uint32_t at) const {
        while (at > text_.first() && is_emphasis(at - 1)) --at;
        return at == text_.first() || text_.is_one_of(at - 1, ",;.:(");
    }
    [[nodiscard]] bool in_parenthesis(std::uint32_t at) const {
        while (at > text_.first() && is_emphasis(at - 1)) --at;
        return at > text_.first() && text_.is_mark(at - 1, "(");
    }
    [[nodiscard]] bool closes_clause(std::uint32_t at) const {
        return at >= text_.last() || text_.is_one_of(at, ",;.:()*_/");
    }
    [[nodiscard]] bool follows(TimeCue cue, std::uint32_t at) const {
        return previous_end_ == at && previous_ == cue;
    }
    [[nodiscard]] bool is_bound(std::uint32_t at) const {
        return follows(TimeCue::act, at) || follows(TimeCue::done, at) || in_parenthesis(at) ||
               (context_.value && at == text_.first());
    }

    // --- one step ---------------------------------------------------------------------------
    std::uint32_t step(std::uint32_t at) {
        if (text_.is_one_of(at, ";.")) end_clause();
        if (text_.is_mark(at, ")") && depth_ > 0) --depth_;
        if (text_.is_mark(at, "(")) {
            ++depth_;
            return read_bracket(at);
        }
        if (text_.is_number(at)) {  // "02 lần/năm"
            const std::uint32_t end = times_end(text_, at);
            return end == at ? at + 1 : add_recurring(at, end, false);
        }
        if (!text_.is_word(at)) return at + 1;
        const auto phrase = time_phrase(text_, at);
        if (!phrase) return step_over_noun(at);
        const std::uint32_t end = at + phrase->length;
        const std::uint32_t next = dispatch(at, *phrase);
        if (next == 0 && phrase->cue == TimeCue::act) return act_or_noun(at, end);
        if (next == 0) {
            note(phrase->cue, at, end);
            return end;
        }
        note(TimeCue::in, at, next);
        return next;
    }

    std::uint32_t act_or_noun(std::uint32_t at, std::uint32_t end) {
        note(TimeCue::act, at, end);
        const std::uint32_t noun = attributed_noun(text_, at);
        if (noun > 0) noun_end_ = at + noun;
        return end;
    }

    std::uint32_t step_over_noun(std::uint32_t at) {
        const std::uint32_t noun = attributed_noun(text_, at);
        if (noun == 0) return at + 1;
        noun_end_ = at + noun;
        return noun_end_;
    }

    [[nodiscard]] bool is_chained(std::uint32_t at) const {
        return previous_end_ == at && (previous_ == TimeCue::act || previous_ == TimeCue::done);
    }

    [[nodiscard]] bool keeps_verb(TimeCue cue, std::uint32_t at, std::uint32_t end) const {
        return cue != TimeCue::act || depth_ > 0 || is_verb_of_deadline(text_, at, end);
    }

    void end_clause() {
        done_ = false;
        recurring_ = false;
    }

    void note(TimeCue cue, std::uint32_t at, std::uint32_t end) {
        if (!keeps_verb(cue, at, end))
            chain_begin_ = end;
        else if (!is_chained(at))
            chain_begin_ = at;
        previous_ = cue;
        previous_end_ = end;
        if (cue == TimeCue::done) done_ = true;
    }

    // The token after what was read as a deadline; 0 when nothing was.
    std::uint32_t dispatch(std::uint32_t at, TimePhrase phrase) {
        const std::uint32_t end = at + phrase.length;
        switch (phrase.cue) {
            case TimeCue::before:
            case TimeCue::latest:
                return read_limit(at, end, phrase.cue == TimeCue::before);
            case TimeCue::until:
                return read_until(at, end);
            case TimeCue::in:
                return read_in(at, end);
            case TimeCue::from:
                return read_from(at, end, phrase.length > 1);
            case TimeCue::done:
                return read_done(at, end);
            case TimeCue::act:
                return read_act(at, end);
            case TimeCue::recurring:
                return read_recurring(at, end);
            case TimeCue::continuous:
                return read_continuous(at, end);
            case TimeCue::no_time:
                return skip_period(end);
            default:
                return 0;
        }
    }

    // --- readers ----------------------------------------------------------------------------
    [[nodiscard]] std::optional<Period> period(std::uint32_t at, bool bare_year) const {
        return read_period(text_, at, near_, bare_year);
    }

    [[nodiscard]] std::uint32_t yearly(std::uint32_t at) const {
        return day_of_cycle_end(text_, at, near_, recurring_);
    }

    std::uint32_t read_limit(std::uint32_t at, std::uint32_t end, bool exclusive) {
        if (const std::uint32_t last = yearly(end)) {
            return add_recurring(at, last, true);
        }
        const auto limit = period(end, true);
        if (!limit) return exclusive ? 0 : read_span(at, end);
        const bool day_before = exclusive && !limit->by_hour;
        return add_by(at, *limit, day_before ? limit->from.plus_days(-1) : limit->to);
    }

    std::uint32_t add_by(std::uint32_t at, const Period& limit, std::optional<Date> to) {
        if (!to) return 0;
        Deadline deadline{{}, DeadlineKind::by, {}, to, limit.inferred_year, {}};
        return add(at, limit.last, std::move(deadline), true);
    }

    // "chậm nhất 05 ngày làm việc kể từ ngày ban hành": no date, but a limit in words.
    std::uint32_t read_span(std::uint32_t at, std::uint32_t number) {
        const std::uint32_t end = relative_end(text_, number);
        if (end == number) return 0;
        add(at, end, {{}, DeadlineKind::by, {}, {}, false, {}}, true);
        return end;
    }

    std::uint32_t read_until(std::uint32_t at, std::uint32_t end) {
        const auto limit = period(end, true);
        if (!limit) return 0;
        const bool said = end - at > 1;  // "đến hết", "đến cuối"
        const bool meant =
            said || is_bound(at) || opens_clause(at) || (done_ && closes_clause(limit->last));
        return meant ? add_by(at, *limit, limit->to) : limit->last;
    }

    std::uint32_t read_in(std::uint32_t at, std::uint32_t end) {
        static const std::uint64_t day_key = token_key("ngày");
        if (text_.has_key(end, day_key)) {
            if (const std::uint32_t last = yearly(end)) {  // "vào ngày 20 hằng tháng"
                return add_recurring(at, last, true);
            }
        }
        if (end - at > 1) {  // "trong thời hạn 10 ngày kể từ ..."
            if (const std::uint32_t next = read_span(at, end)) return next;
        }
        auto when = period(end - 1, false);  // "cuối năm 2025"
        const bool edge = when.has_value();
        if (!when) when = period(end, false);
        if (!when) return 0;
        static const std::uint64_t at_key = token_key("vào");
        const bool alone = edge && end - at == 1;  // "cuối năm 2025" without "vào"
        const bool meant =
            is_bound(at) || opens_clause(at) || text_.has_key(at, at_key) ||
            (!alone && (done_ || closes_clause(when->last) || text_.is_dash(when->last)));
        if (!meant) return when->last;
        return add_period(at, *when);
    }

    // "từ ngày 16 đến ngày 31 tháng 12 | hằng năm": the token after it; `at` when a year is said.
    [[nodiscard]] std::uint32_t repeated(const Period& when, std::uint32_t at) const {
        const auto after = time_phrase(text_, at);
        const bool again = after && after->cue == TimeCue::recurring;
        return when.inferred_year && again ? at + after->length : at;
    }

    // A plain period: what must be finished in it is due on its last day.
    std::uint32_t add_period(std::uint32_t at, Period when) {
        if (const std::uint32_t cycle = repeated(when, when.last); cycle > when.last) {
            return add_recurring(at, cycle, true);
        }
        while (text_.is_dash(when.last)) {  // "trong Quý IV/2025 - Quý I/2026"
            const auto [last, to] = range_end(when);
            if (!to) break;
            when.last = last;
            when.to = *to;
        }
        const auto onward = time_phrase(text_, when.last);
        if (onward && onward->cue == TimeCue::onward) {
            return add(at, when.last + onward->length,
                       {{}, DeadlineKind::from, when.from, {}, when.inferred_year, {}}, true);
        }
        if (done_ || context_.completion) return add_by(at, when, when.to);
        Deadline deadline{{}, DeadlineKind::in, when.from, when.to, when.inferred_year, {}};
        return add(at, when.last, std::move(deadline), true);
    }

    std::uint32_t read_from(std::uint32_t at, std::uint32_t end, bool start_said) {
        auto start = period(end, true);
        if (!start) start = day_of_same_month(text_, end, near_);
        if (!start) return 0;
        const auto [last, to] = range_end(*start);
        const std::uint32_t cycle = repeated(*start, last);
        if (cycle > last || (recurring_ && start->inferred_year)) {
            return add_recurring(at, cycle, true);
        }
        const bool meant = start_said || is_bound(at) || opens_clause(at) || to.has_value() ||
                           closes_clause(start->last);
        const bool vague = start->inferred_year && start->from.month() != start->to.month();
        if (!meant || vague) return start->last;  // "giao từ đầu năm" is the past
        if (to) {
            Deadline deadline{{}, DeadlineKind::range, start->from, to, start->inferred_year, {}};
            return add(at, last, std::move(deadline), true);
        }
        if (is_over(start->to)) return start->last;
        return add(at, last, {{}, DeadlineKind::from, start->from, {}, start->inferred_year, {}},
                   true);
    }

    // "... đến tháng 10 năm 2026", "... và cơ bản hoàn thành vào năm 2019", "... trở đi".
    std::pair<std::uint32_t, std::optional<Date>> range_end(Period& start) {
        std::uint32_t at = start.last;
        bool closing = text_.is_dash(at);
        bool exclusive = false;
        if (closing) ++at;
        static const std::uint64_t and_key = token_key("và");
        while (text_.is_mark(at, ",") || text_.has_key(at, and_key)) ++at;
        for (auto phrase = time_phrase(text_, at); phrase; phrase = time_phrase(text_, at)) {
            if (phrase->cue == TimeCue::onward) return {at + phrase->length, std::nullopt};
            const bool joins = phrase->cue == TimeCue::until || phrase->cue == TimeCue::done;
            if (!joins && !closing) break;
            exclusive = phrase->cue == TimeCue::before;
            closing = true;
            at += phrase->length;
        }
        if (!closing) return {start.last, std::nullopt};
        auto end = period(at, true);
        if (!end) return {start.last, std::nullopt};
        share_year(start, *end, context_.document_date);
        const auto to = exclusive ? end->from.plus_days(-1) : end->to;
        if (!to || *to < start.from) return {start.last, std::nullopt};
        return {end->last, to};
    }

    // "(quý II/2026).": a period alone in brackets at the end of an order is its schedule.
    std::uint32_t read_bracket(std::uint32_t at) {
        std::uint32_t begin = at + 1;
        while (is_emphasis(begin)) ++begin;
        const auto when = period(begin, true);
        if (!when || when->from == when->to) return at + 1;  // "(ngày 20/11/2025)" dates a paper
        std::uint32_t close = when->last;
        while (is_emphasis(close)) ++close;
        if (!text_.is_mark(close, ")") || !closes_order(close + 1)) return at + 1;
        const bool lone_year = when->last - begin == 1;  // "(2025)"
        return lone_year ? at + 1 : add_period(begin, *when);
    }

    [[nodiscard]] bool closes_order(std::uint32_t at) const {
        while (at < text_.last() && text_.is_one_of(at, "*_./;")) ++at;
        return at >= text_.last();
    }

    std::uint32_t read_done(std::uint32_t at, std::uint32_t end) {
        if (text_.is_mark(end, ":")) ++end;  // "thời gian hoàn thành: tháng 12/2025"
        const auto limit = period(end, false);
        if (!limit) return 0;
        done_ = true;
        return add_by(at, *limit, limit->to);
    }

    std::uint32_t read_act(std::uint32_t at, std::uint32_t end) {
        const bool label = text_.is_mark(end, ":");  // "thời gian thực hiện: quý II/2026"
        if (!label && !in_parenthesis(at)) return 0;
        const auto when = period(label ? end + 1 : end, false);
        return when ? add_period(at, *when) : 0;
    }

    std::uint32_t read_recurring(std::uint32_t at, std::uint32_t end) {
        static const std::uint64_t regular = token_key("định");
        const bool term = text_.has_key(at, regular);
        const std::uint32_t last = term ? regular_end(text_, end) : more_recurring(text_, end);
        if (term && is_kind_of_inspection(text_, at, last)) return last;
        const bool attribute = noun_end_ == at;
        if (attribute && !(term && last > end)) return last;
        const bool bound = is_bound(at);
        const bool verb_next = CueTable::builtin().starts(Cue::verb, text_, last);
        const bool closes =
            (closes_clause(last) && is_short_cycle(text_, at)) || closes_order(last);
        if (!term && !bound && !opens_clause(at) && !verb_next && !closes) return last;
        recurring_ = true;
        return add_recurring(at, last, bound);
    }

    std::uint32_t read_continuous(std::uint32_t at, std::uint32_t end) {
        static const std::uint64_t often = token_key("thường");
        const bool bound = is_bound(at);
        if (noun_end_ == at) return end;
        const std::uint32_t nonstop = nonstop_end(text_, at, end);
        const bool said = nonstop > 0;
        if (said) end = nonstop;
        if (!bound && !said && !text_.has_key(at, often)) return end;
        add(at, end, {{}, DeadlineKind::continuous, {}, {}, false, {}}, bound);
        return end;
    }

    [[nodiscard]] std::uint32_t skip_period(std::uint32_t at) const {
        const auto when = period(at, true);
        return when ? when->last : 0;
    }

    // The value of a schedule line may be a plain period.
    std::uint32_t read_value(std::uint32_t at) {
        while (at < text_.last() && (is_emphasis(at) || text_.is_mark(at, "("))) ++at;
        if (time_phrase(text_, at)) return at;
        auto when = period(at, true);
        if (!when) return at;
        const auto [last, to] = range_end(*when);
        if (!to) return add_period(at, *when);
        Deadline deadline{{}, DeadlineKind::range, when->from, to, when->inferred_year, {}};
        return add(at, last, std::move(deadline), true);
    }

    // --- keeping ----------------------------------------------------------------------------
    [[nodiscard]] bool is_over(Date last_day) const {
        return context_.document_date && last_day < *context_.document_date;
    }

    // Always gives `end`: a rejected period is read all the same.
    std::uint32_t add(std::uint32_t at, std::uint32_t end, Deadline deadline, bool bound) {
        const bool guessed = deadline.inferred_year && !context_.document_date;
        const bool over = deadline.to && is_over(*deadline.to);
        if (guessed || over) return end;
        deadline.span = text_.bytes(is_chained(at) ? chain_begin_ : at, end);
        found_.push_back({std::move(deadline), bound});
        return end;
    }

    std::uint32_t add_recurring(std::uint32_t at, std::uint32_t end, bool bound) {
        return add(at, end, {{}, DeadlineKind::recurring, {}, {}, false, {}}, bound);
    }

    TokenReader text_;
    DeadlineContext context_;
    Date near_;  // gives the year that is not said; without a date only of what recurs
    std::vector<DeadlineCandidate> found_;
    TimeCue previous_ = TimeCue::in;     // of the phrase read last
    std::uint32_t previous_end_ = 0;     // token after it
    std::uint32_t chain_begin_ = 0;      // first token of "thực hiện ..." before a period
    std::uint32_t noun_end_ = kNoToken;  // token after the last noun that takes an attribute
    int depth_ = 0;                      // brackets open
    bool done_ = false;                  // "hoàn thành" stands in this clause
    bool recurring_ = false;             // "định kỳ", "hằng năm" stand in this clause
};

}  // namespace

std::vector<DeadlineCandidate> scan_deadlines(const Reading& reading, TokenRange range,
                                              const DeadlineContext& context) {
    return Scanner(reading, range, context).run();
}

}  // namespace tracuu::analyzers
