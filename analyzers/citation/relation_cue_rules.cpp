#include "analyzers/citation/relation_cue_rules.hpp"

#include <algorithm>
#include <array>

#include "analyzers/citation/type_reader.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kAnd = token_key("và");
const std::uint64_t kYear = token_key("năm");
const std::uint64_t kThe = token_key("việc");
const std::uint64_t kIssued = token_key("hành");
const std::uint64_t kDone = token_key("đã");
const std::uint64_t kRule = token_key("quy");
constexpr std::size_t kReviewReach = 16;  // tokens from "tổng kết" to its "thực hiện"
constexpr std::size_t kTaskReach = 7;     // tokens from "tinh giản" to its "theo"
constexpr std::size_t kListReach = 18;  // tokens from "hết hiệu lực" to the colon of its list

}  // namespace

void CueRules::take(const Cue& cue) {
    const bool first = state_.fresh || cue.first == state_.begin;
    state_.fresh = false;
    RelationLevel& now = state_.level();
    if (now.aside) return;
    switch (cue.kind) {
        case CueKind::hold:
            return;
        case CueKind::aside:
            return start_aside();
        case CueKind::attached:
            if (first) state_.set_pending(cue, false);
            return;
        case CueKind::blank:
        case CueKind::neutral:
            if (!now.open && !yields(cue)) state_.set_pending(cue, false);
            return;
        case CueKind::outside:
            now.outside = cue.last;
            return;
        case CueKind::task:
            state_.task = cue.last;
            return;
        case CueKind::after:
            return take_after(cue);
        case CueKind::passive:
            return take_passive(cue);
        case CueKind::basis:
            now.nest.reset();
            now.open = false;
            return state_.set_pending(cue, false);
        case CueKind::insert:
            return take_insert(cue);
        case CueKind::resume:
            return resume();
        case CueKind::weak:
            return take_weak(cue);
        case CueKind::active:
            return take_active(cue);
    }
}

// "bãi bỏ Quy định ... do Ủy ban nhân dân tỉnh ban hành tại Quyết định số ..." repeals.
bool CueRules::yields(const Cue& cue) {
    const auto& pending = state_.level().pending;
    return pending && is_strong(pending->relation) && state_.tokens[cue.first].key != kDone;
}

void CueRules::start_aside() {
    RelationLevel& now = state_.level();
    now.aside = true;
    now.top.reset();
    now.nest.reset();
    now.pending.reset();
}

bool CueRules::is_parallel(const Cue& cue) const {
    if (cue.first == state_.begin) return true;
    const std::size_t before = cue.first - 1;
    return state_.is(before, ",") || state_.is(before, ";") || state_.tokens[before].key == kAnd;
}

void CueRules::take_active(Cue cue) {
    if (in_passive()) return;
    if (looks_back(cue)) cue.relation = Relation::reviews;
    const bool another = cue.first < state_.topic_end || speaks_of_another(cue);
    if (is_strong(cue.relation) && another) cue.relation = Relation::mentions;
    RelationLevel& now = state_.level();
    if (now.pending && keeps_pending(cue)) {
        if (is_strong(now.pending->relation)) now.nearest = cue;
        return;
    }
    const bool describes = now.open && now.last.any();
    const bool goes_on = now.pending && now.pending_nested;
    state_.set_pending(cue, describes && (goes_on || !is_parallel(cue)));
}

// "Sau gần 10 năm thực hiện ...", "Việc thực hiện Nghị quyết ... đã đạt kết quả".
bool CueRules::looks_back(const Cue& cue) const {
    if (cue.relation != Relation::implements || cue.first <= state_.begin) return false;
    const std::size_t before = cue.first - 1;
    if (state_.tokens[before].key == kThe) return before == state_.clause;
    return state_.tokens[before].key == kYear && before > state_.begin &&
           state_.tokens[before - 1].kind == TokenKind::number;
}

// "Trình Chính phủ nghị định sửa đổi Nghị định số ...": a document that is still to be made
// amends, not this one; "ban hành Quyết định bãi bỏ ..." in a Quyết định is this one.
bool CueRules::speaks_of_another(const Cue& cue) const {
    constexpr std::size_t kReach = 6;
    // "Điều 1. Bãi bỏ các quyết định" / "Bãi bỏ Quyết định số ...": a heading stands before.
    if (state_.tokens[cue.first].letter_case == LetterCase::capitalised) return false;
    const std::size_t from = std::max(state_.begin, cue.first > kReach ? cue.first - kReach : 0);
    for (std::size_t at = from; at < cue.first; ++at) {
        const TypeName type = type_at(state_.source, at);
        if (type.name.empty() || type.last != cue.first) continue;
        const bool issued = at > state_.begin && state_.tokens[at - 1].key == kIssued;
        const Zone zone = state_.current().zone;
        const bool opening = zone == Zone::title || zone == Zone::preamble || zone == Zone::head;
        return type.name != state_.own_type || !(issued || opening || at == state_.begin);
    }
    return false;
}

// A passive cue waits for its agent: "được sửa đổi, bổ sung một số điều theo ...".
bool CueRules::in_passive() {
    const auto& pending = state_.level().pending;
    return pending && pending->kind == CueKind::passive;
}

// "tổng kết 10 năm thực hiện" reviews; "sửa đổi quy định về thực hiện ... tại" amends.
bool CueRules::keeps_pending(const Cue& cue) {
    const Cue& pending = *state_.level().pending;
    if (is_strong(cue.relation)) return false;
    if (is_strong(pending.relation)) return true;
    const bool near = cue.first - pending.last <= kReviewReach;
    if (pending.kind == CueKind::blank) return near;
    return near && pending.relation == Relation::reviews && cue.relation == Relation::implements;
}

void CueRules::take_weak(const Cue& cue) {
    if (in_passive()) return;
    RelationLevel& now = state_.level();
    const bool plain = cue.last - cue.first == 1;
    const bool rule = state_.tokens[cue.first].key == kRule;
    // "Thông tư ... hướng dẫn thi hành một số quy định của Nghị định ...".
    if (rule && now.pending && now.pending_nested) return;
    if (now.pending) {
        const Relation relation = now.pending->relation;
        // "thực hiện ... theo Nghị quyết" implements; "thực hiện theo Điều 3" rests on it.
        if (is_strong(relation) || (plain && relation == Relation::implements)) {
            now.nearest = cue;
            return;
        }
    }
    // "theo quy định tại Điều 5 ..." is a ground of this document even after another one; "bãi bỏ
    // Quyết định A bổ sung định mức quy định tại Quyết định B" only describes A.
    const bool title =
        rule && now.top && (is_strong(now.top->relation) || now.top->kind == CueKind::basis);
    const bool ground = plain && now.top && now.top->relation == Relation::based_on;
    const bool describes =
        (ground || title) && now.open && now.last.mention >= 0 && !is_parallel(cue);
    state_.set_pending(cue, describes);
    now.pending_task =
        plain && state_.task > state_.clause && cue.first - state_.task <= kTaskReach;
}

// "Bổ sung các cửa khẩu sau vào danh sách ... tại Điều 2 Nghị quyết số ..."
void CueRules::take_insert(const Cue& cue) {
    static const std::uint64_t kAdd = token_key("bổ");
    static const std::uint64_t kMore = token_key("sung");
    const bool adds = state_.tokens[state_.clause].key == kAdd && state_.clause + 1 < cue.first &&
                      state_.tokens[state_.clause + 1].key == kMore;
    if (adds && !in_passive()) state_.set_pending(cue, false);
}

// "thay thế Nghị quyết số ... quy định ... trước khi Luật số ... có hiệu lực": the second only
// dates.
// "Thực hiện Kế hoạch số ... về triển khai ... và hướng dẫn của Bộ Nội vụ tại Công văn số ...".
void CueRules::resume() {
    RelationLevel& now = state_.level();
    if (!now.top || !now.open) return;
    now.pending.reset();
    now.nearest.reset();
    now.nest.reset();
    now.outer.reset();
    now.open = false;
}

void CueRules::take_passive(const Cue& cue) {
    const bool known = state_.level().last.any();
    const Cue silent{Relation::mentions, CueKind::neutral, cue.first, cue.last};
    state_.set_pending(known ? cue : silent, known);
}

// "Quyết định số ... công bố thủ tục hành chính bị bãi bỏ trong lĩnh vực ...": the words go on
// about something else; a document that is repealed ends the clause, or a day follows.
bool CueRules::describes_other(const Cue& cue) const {
    static const std::array<std::uint64_t, 6> kEnds{token_key("kể"),   token_key("từ"),
                                                    token_key("toàn"), token_key("một"),
                                                    token_key("theo"), token_key("bởi")};
    static const std::uint64_t kRepeal = token_key("bãi");
    if (state_.tokens[cue.first + 1].key != kRepeal) return false;
    if (cue.last >= state_.current().last_token) return false;
    const Token& next = state_.tokens[cue.last];
    return next.kind == TokenKind::word &&
           std::find(kEnds.begin(), kEnds.end(), next.key) == kEnds.end();
}

// "... hết hiệu lực": of the documents named before it, or of the list that follows.
void CueRules::take_after(const Cue& cue) {
    if (describes_other(cue)) return;
    bool found = false;
    const std::size_t from = std::max(state_.clause_mention, after_);
    for (std::size_t i = from; i < state_.next_mention; ++i) {
        MentionRelation& relation = state_.out.mentions[i];
        if (relation.relation != Relation::mentions || state_.described[i]) continue;
        relation.relation = cue.relation;
        relation.cue = state_.range(cue);
        found = true;
    }
    after_ = state_.next_mention;
    const bool alone = state_.next_mention == state_.clause_mention;
    if (!found && alone && announces_list(cue)) state_.set_pending(cue, false);
}

// "Các Quyết định sau hết hiệu lực kể từ ngày ...: a) ..."
bool CueRules::announces_list(const Cue& cue) const {
    const std::size_t end =
        std::min<std::size_t>(state_.current().last_token, cue.last + kListReach);
    for (std::size_t at = cue.last; at < end; ++at) {
        if (state_.is(at, ":")) return true;
    }
    return false;
}

}  // namespace tracuu::analyzers
