// RFC 5545: lines of at most 75 octets, CRLF, text values escaped.

#include <algorithm>

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

void append_task(std::string& out, const indexer::TaskRecord& task, std::string_view stamp) {
    const auto& from = task.deadline->from;
    const auto& to = task.deadline->to;
    append_line(out, "BEGIN:VTODO");
    append_line(out, "UID:" + escaped(task.id) + "@tracuu");
    append_line(out, "DTSTAMP:" + std::string(stamp));
    // DUE must be later than DTSTART: a single day has only its DUE.
    if (from && (!to || *from < *to)) append_line(out, "DTSTART;VALUE=DATE:" + basic(*from));
    if (to) append_line(out, "DUE;VALUE=DATE:" + basic(*to));
    append_line(out, "SUMMARY:" + escaped(first_line(task.text)));
    append_line(out, "DESCRIPTION:" + escaped(description(task)));
    append_categories(out, task);
    append_line(out, "END:VTODO");
}

}  // namespace

std::string ics(const std::vector<indexer::TaskRecord>& tasks, std::string_view stamp) {
    std::string out;
    const std::string time = basic_stamp(stamp);
    append_line(out, "BEGIN:VCALENDAR");
    append_line(out, "VERSION:2.0");
    append_line(out, "PRODID:-//tracuu//tasks//VI");
    append_line(out, "CALSCALE:GREGORIAN");
    for (const indexer::TaskRecord& task : tasks) {
        const bool dated = task.deadline && (task.deadline->from || task.deadline->to);
        if (dated) append_task(out, task, time);
    }
    append_line(out, "END:VCALENDAR");
    return out;
}

}  // namespace tracuu::server
