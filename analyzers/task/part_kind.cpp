#include "analyzers/task/part_kind.hpp"

#include <algorithm>
#include <array>

#include "analyzers/letter.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

// Lower case. Types whose items are work to be done.
constexpr std::array<std::string_view, 12> kOrders{
    "kế hoạch", "chương trình", "chỉ thị",   "công điện", "kết luận",   "thông báo",
    "đề án",    "phương án",    "hướng dẫn", "thông tri", "nghị quyết", "chiến lược"};
// Types whose articles are rules, whatever their number.
constexpr std::array<std::string_view, 9> kRules{
    "luật",      "bộ luật",          "nghị định", "thông tư", "thông tư liên tịch",
    "pháp lệnh", "văn bản hợp nhất", "quy chế",   "quy định"};
constexpr std::array<std::string_view, 5> kSilent{"báo cáo", "tờ trình", "giấy mời", "hiến pháp",
                                                  "văn bản hợp nhất"};

bool starts_with_one(std::string_view type, const auto& names) {
    return std::any_of(names.begin(), names.end(), [type](std::string_view name) {
        return type.substr(0, name.size()) == name;
    });
}

bool has_year(std::string_view number) {
    const std::size_t slash = number.find('/');
    if (slash == number.npos || number.size() < slash + 6) return false;
    const std::string_view year = number.substr(slash + 1, 4);
    return year.find_first_not_of("0123456789") == year.npos && number[slash + 5] == '/';
}

// The cue covers the heading: nothing but a sign or the end follows it.
bool covers(const TokenReader& text, std::uint32_t end) {
    while (text.is_one_of(end, "*_")) ++end;
    return end >= text.last() || text.is_one_of(end, ":.(;");
}

bool speaks_of_work(const TokenReader& text, std::uint32_t from) {
    const CueTable& cues = CueTable::builtin();
    for (std::uint32_t at = from; at < text.last(); ++at) {
        if (cues.starts(Cue::work_noun, text, at)) return true;
    }
    return false;
}

bool is_top(const Block& heading) noexcept {
    const Marker marker = heading.marker;
    return heading.parent < 0 || marker == Marker::none || marker == Marker::part ||
           marker == Marker::roman || marker == Marker::upper;
}

}  // namespace

DocumentKind document_kind(std::string_view type, std::string_view number, std::string_view title) {
    const std::string name = lower(type);
    if (starts_with_one(name, kSilent)) return {PartKind::none, false};
    const bool decision = starts_with_one(name, std::array<std::string_view, 1>{"quyết định"});
    const bool resolution = starts_with_one(name, std::array<std::string_view, 1>{"nghị quyết"});
    if (starts_with_one(name, kRules)) return {PartKind::strict, true};
    if ((decision || resolution) && has_year(number)) return {PartKind::strict, true};
    const bool notice = starts_with_one(name, std::array<std::string_view, 1>{"thông báo"});
    const bool concludes = lower(title).find("kết luận") != std::string::npos;
    if (notice && !concludes) return {PartKind::strict, false};
    if (starts_with_one(name, kOrders)) return {PartKind::work, false};
    return {PartKind::strict, false};
}

bool names_annex(std::string_view heading) {
    const std::string low = lower(heading.substr(0, 40));
    for (const std::string_view start : {"phụ lục", "phụ biểu", "danh mục", "biểu", "mẫu"}) {
        if (low.substr(0, start.size()) == start) return true;
    }
    return false;
}

PartKind part_kind(const Reading& reading, const Block& heading, PartKind around) {
    const TokenReader text(reading, {heading.first_token, heading.last_token});
    const CueTable& cues = CueTable::builtin();
    std::uint32_t at = text.first();
    static const std::uint64_t about = token_key("về");
    if (text.has_key(at, about)) ++at;
    if (const std::uint32_t n = cues.length(Cue::skip_heading, text, at)) {
        const bool whole = covers(text, at + n);
        const bool wide = is_top(heading) && !speaks_of_work(text, at + n);
        if (whole || wide) return PartKind::none;
    }
    const bool plans = cues.starts(Cue::work_noun, text, at);
    if (around == PartKind::none) {  // "III. Nhiệm vụ thời gian tới" of a report
        return is_top(heading) && plans ? PartKind::work : around;
    }
    if (const std::uint32_t n = cues.length(Cue::strict_heading, text, at)) {
        if (is_top(heading) || covers(text, at + n)) return PartKind::strict;
    }
    return around;
}

bool is_closing_heading(const Reading& reading, const Block& block) {
    const TokenReader text(reading, {block.first_token, block.last_token});
    return CueTable::builtin().starts(Cue::closing_heading, text, text.first());
}

}  // namespace tracuu::analyzers
