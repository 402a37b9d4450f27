// RFC 5545: lines of at most 75 octets, CRLF, text values escaped. Tasks are events of whole days:
// the calendars that people use (Google, Outlook) read no to-dos from a file.

#include <algorithm>

#include "analyzers/recurrence.hpp"
#include "server/formats.hpp"
#include "support/utf8.hpp"

namespace tracuu::server {
namespace {

constexpr std::size_t kLineOctets = 75;
constexpr std::size_t kSummaryBytes = 200;

/// Folds before the 76th octet, never inside a UTF-8 sequence.
void append_line(std::string& out, std::string_view line) {
    std::size_t room = kLineOctets;
    while (line.size() > room) {
        const std::string_view piece = support::prefix(line, room);
        out.append(piece) += "\r\n ";
        line.remove_prefix(piece.size());
        room = kLineOctets - 1;  // the space that continues a line counts
    }
    out.append(line) += "\r\n";
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char byte : text) {
        if (byte == '\\' || byte == ';' || byte == ',') out += '\\';
        if (byte == '\n') {
            out += "\\n";
            continue;
        }
        if (static_cast<unsigned char>(byte) >= 0x20) out += byte;
    }
    return out;
}

std::string basic(indexer::Date date) {
    return std::to_string(date.number());
}

/// `2026-01-31T08:00:00Z` as `20260131T080000Z`; a fixed time when it is no such time.
std::string basic_stamp(std::string_view iso) {
    std::string out;
    for (const char byte : iso) {
        if (byte != '-' && byte != ':') out += byte;
    }
    return out.size() == 16 && out.back() == 'Z' ? out : "19700101T000000Z";
}

std::string first_line(std::string_view text) {
    std::string line(support::prefix(text, kSummaryBytes));
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line.size() < text.size() ? line + "…" : line;
}

std::string description(const indexer::TaskRecord& task) {
    std::string out = task.text;
    const auto& document = task.document;
    out += "\n" + (document.number.empty() ? document.id : document.number);
    if (!task.section.empty()) out += ", " + task.section;
    if (!document.title.empty()) out += ": " + document.title;
    if (task.deadline) out += "\n(" + task.deadline->surface + ")";
    if (!task.condition.empty()) out += "\n(" + task.condition + ")";
    return out;
}

void append_categories(std::string& out, const indexer::TaskRecord& task) {
    std::string names;
    for (const auto& body : task.bodies) {
        if (body.role != indexer::Role::reports_to)
            names += (names.empty() ? "" : ",") + escaped(body.name);
    }
    if (!names.empty()) append_line(out, "CATEGORIES:" + names);
}

/// The days of an event; `rule` when they come back.
struct Days {
    indexer::Date first;
    indexer::Date last;
    std::string rule = {};
};

/// The first time of `cycle` on `start` or later.
std::optional<indexer::Date> first_time(const analyzers::Recurrence& cycle, indexer::Date start) {
    if (cycle.month == 0) {
        const bool last_day = cycle.day < 0;
        const bool next = !last_day && cycle.day < start.day();
        const int months = start.year() * 12 + start.month() - 1 + (next || last_day ? 1 : 0);
        const auto day = indexer::Date::of(months / 12, months % 12 + 1, last_day ? 1 : cycle.day);
        return day && last_day ? day->plus_days(-1) : day;
    }
    const auto day = indexer::Date::of(start.year(), cycle.month, cycle.day);
    return day && *day < start ? indexer::Date::of(start.year() + 1, cycle.month, cycle.day) : day;
}

/// A rule is given only where the words fix the day and the document has a date to start from.
std::optional<Days> recurring_days(const indexer::TaskRecord& task) {
    const auto cycle = analyzers::read_recurrence(task.deadline->surface);
    if (!cycle || !task.document.date) return std::nullopt;
    const auto first = first_time(*cycle, *task.document.date);
    if (!first) return std::nullopt;
    const std::string day = ";BYMONTHDAY=" + std::to_string(cycle->day);
    const std::string rule = cycle->month == 0
                                 ? "FREQ=MONTHLY" + day
                                 : "FREQ=YEARLY;BYMONTH=" + std::to_string(cycle->month) + day;
    return Days{*first, *first, rule};
}

std::optional<Days> days_of(const indexer::TaskRecord& task) {
    if (!task.deadline) return std::nullopt;
    const auto& from = task.deadline->from;
    const auto& to = task.deadline->to;
    if (from && to && *from <= *to) return Days{*from, *to};
    if (to) return Days{*to, *to};
    if (from) return Days{*from, *from};
    const bool recurs = task.deadline->kind == indexer::DeadlineKind::recurring;
    return recurs ? recurring_days(task) : std::nullopt;
}

void append_event(std::string& out, const indexer::TaskRecord& task, const Days& days,
                  std::string_view stamp) {
    append_line(out, "BEGIN:VEVENT");
    append_line(out, "UID:" + escaped(task.id) + "@tracuu");
    append_line(out, "DTSTAMP:" + std::string(stamp));
    append_line(out, "DTSTART;VALUE=DATE:" + basic(days.first));
    // The end is the first day that is no longer part of it; without one it is a single day.
    if (const auto end = days.last.plus_days(1)) {
        append_line(out, "DTEND;VALUE=DATE:" + basic(*end));
    }
    if (!days.rule.empty()) append_line(out, "RRULE:" + days.rule);
    const bool starts = task.deadline->from && !task.deadline->to;
    append_line(out, "SUMMARY:" + escaped((starts ? "Bắt đầu: " : "") + first_line(task.text)));
    append_line(out, "DESCRIPTION:" + escaped(description(task)));
    append_categories(out, task);
    append_line(out, "TRANSP:TRANSPARENT");  // a deadline makes nobody busy
    append_line(out, "END:VEVENT");
}

}  // namespace

std::string ics_start() {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tracuu//tasks//VI\r\n"
           "CALSCALE:GREGORIAN\r\n";
}

std::string ics_events(const std::vector<indexer::TaskRecord>& tasks, std::string_view stamp) {
    std::string out;
    const std::string time = basic_stamp(stamp);
    for (const indexer::TaskRecord& task : tasks) {
        if (const auto days = days_of(task)) append_event(out, task, *days, time);
    }
    return out;
}

std::string ics_end() {
    return "END:VCALENDAR\r\n";
}

std::string ics(const std::vector<indexer::TaskRecord>& tasks, std::string_view stamp) {
    return ics_start() + ics_events(tasks, stamp) + ics_end();
}

}  // namespace tracuu::server
