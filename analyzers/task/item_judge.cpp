#include "analyzers/task/item_judge.hpp"

#include <algorithm>
#include <array>

#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/deadline.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestFormula = 60;  // tokens searched for "thông báo để"

bool has_role(const RoleReading& roles, Role role) {
    return std::any_of(roles.bodies.begin(), roles.bodies.end(),
                       [role](const TaskBody& body) { return body.role == role; });
}

// "(thực hiện từ năm 2018)": a schedule in brackets marks a task, whatever its words.
bool has_schedule_in_brackets(const Reading& reading, const TokenReader& text) {
    const auto deadline = read_deadline(reading, text.range(), std::nullopt);
    if (!deadline) return false;
    std::uint32_t at = deadline->span.begin;
    const std::string& flow = reading.flow.text();
    while (at > 0 && (flow[at - 1] == '*' || flow[at - 1] == '_')) --at;
    return at > 0 && flow[at - 1] == '(';
}

// An item below "... tập trung tuyên truyền các nội dung:": no figure, no "Tỷ lệ ...", no label.
bool names_work(const TokenReader& text) {
    static const std::uint64_t ratio = token_key("tỷ");
    static const std::uint64_t at_least = token_key("ít");
    std::uint32_t at = text.first();
    while (text.is_one_of(at, "*_-+\"")) ++at;
    return text.is_word(at) && !text.has_key(at, ratio) && !text.has_key(at, at_least);
}

// "Các cơ quan theo thẩm quyền khẩn trương thực hiện ...": no rule is urgent.
bool is_urgent(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t urgent = token_key("khẩn");
    constexpr std::uint32_t kNear = 4;  // tokens
    for (std::uint32_t i = at; i < at + kNear; ++i) {
        if (text.has_key(i, urgent)) return true;
    }
    return false;
}

// Some verb of an order stands in it.
bool acts(const TokenReader& text) {
    const CueTable& cues = CueTable::builtin();
    for (std::uint32_t at = text.first(); at < text.last(); ++at) {
        if (cues.length(Cue::verb, text, at) > 1) return true;
    }
    return false;
}

// "Trên đây là Kế hoạch ...; yêu cầu các sở ...": a task when it still tells somebody something.
bool closing_is_task(const RoleReading& roles) {
    return has_role(roles, Role::lead) || has_role(roles, Role::reports_to);
}

}  // namespace

namespace {

// "Bộ Tài chính trân trọng đề nghị ... triển khai": polite, but an order.
bool asks_politely(const TokenReader& text) {
    static const std::uint64_t politely = token_key("trọng");
    const CueTable& cues = CueTable::builtin();
    const std::uint32_t limit = std::min(text.last(), text.first() + kLongestFormula);
    for (std::uint32_t at = text.first(); at + 1 < limit; ++at) {
        if (text.has_key(at, politely) && cues.starts(Cue::order, text, at + 1)) return true;
    }
    return false;
}

bool makes_paper(const TokenReader& text) {
    const std::uint32_t making = CueTable::builtin().length(Cue::making, text, text.first());
    return making > 0 && text.is_capital(text.first() + making);
}

// "Ban Quản lý (sau đây gọi là ...) là cơ quan hành chính thuộc ...", "... có tư cách pháp nhân":
// what a body is, not what it has to do. "Sở Nội vụ là cơ quan thường trực, đôn đốc ..." is work.
bool says_what_it_is(const TokenReader& text, const RoleReading& roles) {
    static const std::uint64_t is = token_key("là");
    static const std::uint64_t has = token_key("có");
    static const std::uint64_t standing = token_key("tư");
    constexpr std::uint32_t kLongestRemark = 16;  // tokens
    if (!roles.subject) return false;
    std::uint32_t at = roles.subject_last;
    if (text.is_mark(at, "(")) {
        const std::uint32_t limit = std::min(text.last(), at + kLongestRemark);
        while (at < limit && !text.is_mark(at, ")")) ++at;
        ++at;
    }
    static const std::array<std::uint64_t, 5> kinds{token_key("hành"), token_key("sự"),
                                                    token_key("thuộc"), token_key("chuyên"),
                                                    token_key("trực")};
    const std::uint32_t kind = at + 3;  // after "là cơ quan", "là đơn vị", "là tổ chức"
    const bool founded = text.has_key(at, is) && kind < text.last() &&
                         std::find(kinds.begin(), kinds.end(), text.token(kind).key) != kinds.end();
    return founded || (text.has_key(at, has) && text.has_key(at + 1, standing));
}

}  // namespace

bool only_informs(const TokenReader& text) {
    static const std::uint64_t know = token_key("biết");
    const CueTable& cues = CueTable::builtin();
    const std::uint32_t limit = std::min(text.last(), text.first() + kLongestFormula);
    bool informs = false;
    for (std::uint32_t at = text.first(); at < limit; ++at) {
        informs = informs || cues.starts(Cue::inform, text, at);
        if (informs && text.has_key(at, know)) return true;
    }
    return informs && text.last() - text.first() < 30;
}

bool is_task(const Reading& reading, const Block& block, const RoleReading& roles,
             const ItemPlace& place) {
    const TokenReader text(reading, {block.first_token, block.last_token});
    const CueTable& cues = CueTable::builtin();
    // Also under "Hiệu lực thi hành".
    const bool last = place.last_articles && !place.silent;
    if (last && roles.names_lead() && is_urgent(text, roles.subject_last)) return true;
    const bool silent = place.kind == PartKind::none && (place.silent || !roles.carries_out);
    if (silent || text.range().size() < kShortestOrder) return false;
    // "b) Ban hành Thông báo đến cá nhân và tổ chức biết" is an order like any other.
    const bool item = block.marker != Marker::none && block.marker != Marker::article;
    const bool orders = item ? makes_paper(text) : asks_politely(text);
    if (!orders && only_informs(text)) return false;
    if (cues.starts(Cue::closing, text, text.first())) return closing_is_task(roles);
    if (roles.carries_out) return true;
    if (says_what_it_is(text, roles)) return false;
    if (place.rules && !place.closing_article) {
        // "Điều 4. Giám đốc Sở ... có trách nhiệm: 1. Tổ chức thực hiện ...".
        return place.last_articles &&
               (roles.ordered || (place.bound && place.addressed && roles.verb_first));
    }
    if (roles.names_lead() || roles.ordered_later) return true;
    if (place.kind == PartKind::strict) return false;
    if (roles.stance) return roles.subject_later;
    if (has_schedule_in_brackets(reading, text)) return true;
    if (cues.starts(Cue::description, text, text.first())) return false;
    if (roles.verb_first) return true;
    if (place.listed) return names_work(text);
    // Under a body: "Căn cứ chức năng, nhiệm vụ được giao tổ chức thực hiện".
    if (place.addressed && cues.starts(Cue::adverbial, text, text.first()) && acts(text))
        return true;
    return place.addressed && has_role(roles, Role::support);
}

}  // namespace tracuu::analyzers
