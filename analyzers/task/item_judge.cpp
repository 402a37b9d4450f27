#include "analyzers/task/item_judge.hpp"

#include <algorithm>

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

// "Trên đây là Kế hoạch ...; yêu cầu các sở ...": a task when it still tells somebody something.
bool closing_is_task(const RoleReading& roles) {
    return has_role(roles, Role::lead) || has_role(roles, Role::reports_to);
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
    const bool silent = place.kind == PartKind::none && (place.silent || !roles.carries_out);
    if (silent || text.range().size() < kShortestOrder) return false;
    if (only_informs(text)) return false;
    if (cues.starts(Cue::closing, text, text.first())) return closing_is_task(roles);
    if (roles.carries_out) return true;
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
    return place.addressed && has_role(roles, Role::support);
}

}  // namespace tracuu::analyzers
