#include "analyzers/citation/relation_documents.hpp"

#include <algorithm>
#include <array>

namespace tracuu::analyzers {
namespace {

const std::uint64_t kAt = token_key("tại");
const std::uint64_t kBy = token_key("theo");

// A weaker cue wins over the stronger one before it when it touches the document.
bool prefers_nearest(const RelationLevel& now, std::size_t first, bool pinpoint, bool by) {
    const Cue& near = *now.nearest;
    if (near.kind != CueKind::weak) return first - near.last <= 2;
    const bool plain = near.last - near.first == 1;
    // "sửa đổi cụm từ ... theo Nghị quyết số ...": the verb has an object of its own.
    if (is_strong(now.pending->relation) && by && near.first > now.pending->last) return true;
    if (is_strong(now.pending->relation) && plain) return false;
    if (first > near.last + 1) return false;
    return is_strong(now.pending->relation) ? near.last - near.first > 2 : plain && pinpoint;
}

// Types that set goals and work; a law or decree that is followed is a ground.
bool is_policy(std::string_view type) {
    constexpr std::array<std::string_view, 8> kPolicies{"Nghị quyết",   "Kết luận", "Chỉ thị",
                                                        "Chương trình", "Kế hoạch", "Đề án",
                                                        "Chiến lược",   "Thông báo"};
    return std::any_of(kPolicies.begin(), kPolicies.end(), [type](std::string_view policy) {
        return type.substr(0, policy.size()) == policy;
    });
}

bool is_law(std::string_view type) {
    return type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh";
}

// "Tờ trình số ... về dự thảo Nghị quyết sửa đổi Nghị quyết số ...": the draft amends, not what
// submits it.
bool is_submission(std::string_view type) {
    constexpr std::array<std::string_view, 5> kSubmissions{"Tờ trình", "Báo cáo", "Công văn",
                                                           "Văn bản", "Thông báo"};
    return std::find(kSubmissions.begin(), kSubmissions.end(), type) != kSubmissions.end();
}

}  // namespace

std::size_t DocumentRules::take_mention(std::size_t at) {
    const std::size_t index = state_.next_mention++;
    const Mention& mention = state_.mentions[index];
    const std::size_t next = std::max<std::size_t>({at, mention.last, mention.match.last});
    if (mention.own) {
        return_to_self();
        return next;
    }
    // "thay thế Nghị quyết số ... trước khi Luật số ... có hiệu lực": the second only tells when.
    if (state_.level().outside == mention.first && mention.first > 0) {
        state_.described[index] = true;
        return next;
    }
    settle(mention);
    state_.fresh = false;
    RelationLevel& now = state_.level();
    const auto self = static_cast<std::int32_t>(index);
    if (now.nest) {
        state_.described[index] = true;
        assert_nested({self, -1}, mention.type);
    } else {
        set_relation(index);
        now.head = self;
    }
    now.last = {self, -1};
    now.open = !now.aside;
    return next;
}

std::size_t DocumentRules::take_named() {
    const NamedMention& named = state_.named[state_.next_named];
    const auto self = static_cast<std::int32_t>(state_.next_named);
    ++state_.next_named;
    settle(named.first, false);
    state_.fresh = false;
    RelationLevel& now = state_.level();
    if (now.nest) assert_nested({-1, self}, {});
    now.last = {now.last.mention, self};
    now.open = !now.aside;
    return named.last;
}

// "(Ban hành kèm theo Quyết định số <own> về sửa đổi ...)": what follows is said of this one.
void DocumentRules::return_to_self() {
    const char closing = state_.level().closing;
    state_.level() = RelationLevel{};
    state_.level().closing = closing;
}

void DocumentRules::settle(const Mention& mention) {
    RelationLevel& now = state_.level();
    if (now.pending) drop_if_listed(mention.first);
    if (!now.pending && (returns_to_head(mention) || is_no_agent(mention))) now.nest.reset();
    if (!now.pending && ranks_with_subject(mention)) leave_nest();
    if (now.pending && now.pending_task && is_policy(mention.type)) {
        now.pending->relation = Relation::implements;
    }
    settle(mention.first, !mention.pinpoint.empty());
}

// A cue inside the description of the document before does not govern the next one of the list.
void DocumentRules::drop_if_listed(std::size_t first) {
    RelationLevel& now = state_.level();
    const bool listed = now.open && now.last.any() && state_.is_coordinated(first) &&
                        now.pending->kind != CueKind::passive && now.pending->last != first;
    if (!listed) return;
    now.pending.reset();
    now.nearest.reset();
}

// "theo", "theo quy định tại", "thực hiện theo | quy định tại".
bool DocumentRules::follows_by(const Cue& cue) const {
    const bool before = cue.first > 0 && state_.tokens[cue.first - 1].key == kBy;
    return before || state_.tokens[cue.first].key == kBy;
}

// "Nghị định này bãi bỏ các quy định ... quy định tại Nghị định số ...", or said of another
// document by its title: the provision itself is changed. Elsewhere the words may tell what is done
// under it.
bool DocumentRules::changes_provision() {
    static const std::uint64_t kThis = token_key("này");
    const RelationLevel& now = state_.level();
    if (!is_strong(now.pending->relation) || now.nearest->kind != CueKind::weak) return false;
    if (now.nearest->first <= now.pending->last) return false;
    const std::uint32_t cue = now.pending->first;
    return now.pending_nested || (cue > state_.begin && state_.tokens[cue - 1].key == kThis);
}

// Decides which cue governs the document whose words begin at `first`.
void DocumentRules::settle(std::size_t first, bool pinpoint) {
    RelationLevel& now = state_.level();
    if (now.pending) drop_if_listed(first);
    if (!now.pending) return;
    const bool by = now.nearest && follows_by(*now.nearest);
    if (now.nearest && (by || !changes_provision()) && prefers_nearest(now, first, pinpoint, by)) {
        now.pending = now.nearest;
    }
    now.outer.reset();
    if (now.pending_nested) {
        now.outer = now.nest;
        now.outer_subject = now.subject;
        now.nest = now.pending;
        now.subject = now.last;
    } else {
        now.nest.reset();
        now.top = now.pending;
    }
    now.pending.reset();
    now.nearest.reset();
}

// "... sửa đổi Nghị định A quy định chi tiết Luật B và Nghị định C": a decree carries out laws, so
// C stands beside A, not beside B.
bool DocumentRules::ranks_with_subject(const Mention& next) {
    const RelationLevel& now = state_.level();
    if (!now.nest || now.nest->relation != Relation::implements) return false;
    if (now.nest->kind == CueKind::passive || now.subject.mention < 0) return false;
    const bool normative = next.type == "Nghị định" || next.type == "Thông tư" || is_law(next.type);
    return normative && state_.is_coordinated(next.first) &&
           mention(now.subject.mention).type == next.type;
}

void DocumentRules::leave_nest() {
    RelationLevel& now = state_.level();
    now.nest = now.outer;
    now.subject = now.outer_subject;
    now.outer.reset();
}

// "thay thế Nghị định A ngày ..., Nghị định B ngày ... sửa đổi Nghị định A và Nghị định C ngày
// ...": C is stated in full like A and B, so it stands beside them.
bool DocumentRules::returns_to_head(const Mention& next) {
    const RelationLevel& now = state_.level();
    if (!now.nest || now.head < 0 || now.last.mention < 0 || now.last.mention == now.head) {
        return false;
    }
    if (now.nest->kind == CueKind::passive || !state_.is_coordinated(next.first)) return false;
    return mention(now.head).date && !mention(now.last.mention).date && next.date;
}

// "Nghị định A được sửa đổi bởi Nghị định B và Thông tư C": a circular amends no decree, so C
// stands beside A.
bool DocumentRules::is_no_agent(const Mention& next) const {
    const RelationLevel& now = state_.level();
    if (!now.nest || now.nest->kind != CueKind::passive || now.last.mention < 0) return false;
    if (now.subject.mention < 0 || now.last.mention == now.subject.mention) return false;
    return mention(now.last.mention).type != next.type &&
           mention(now.subject.mention).type != next.type;
}

void DocumentRules::set_relation(std::size_t index) {
    RelationLevel& now = state_.level();
    const Mention& mention = state_.mentions[index];
    MentionRelation& out = state_.out.mentions[index];
    if (now.top && now.top->relation != Relation::mentions) {
        out.relation = now.top->relation;
        out.cue = state_.range(*now.top);
        return;
    }
    // "Tại khoản 2 Điều 5 Nghị định ... quy định": a provision quoted as the ground.
    const bool quoted = !now.top && !now.aside && !mention.pinpoint.empty() &&
                        mention.first > state_.begin && state_.tokens[mention.first - 1].key == kAt;
    if (!quoted) return;
    now.top = Cue{Relation::based_on, CueKind::weak, mention.first - 1, mention.first};
    out.relation = Relation::based_on;
    out.cue = state_.range(*now.top);
}

void DocumentRules::assert_nested(CitedDocument object, std::string_view type) {
    const RelationLevel& now = state_.level();
    const bool passive = now.nest->kind == CueKind::passive;
    const CitedDocument subject = passive ? amended_by(type) : now.subject;
    const CitedDocument from = passive ? object : subject;
    const CitedDocument to = passive ? subject : object;
    // Between two others only what one does to the other is said.
    if (now.nest->relation == Relation::mentions) return;
    const bool submission =
        from.mention >= 0 && from.named < 0 && is_submission(mention(from.mention).type);
    if (submission && is_strong(now.nest->relation)) return;
    // A name right after a number is nearer than the number.
    state_.out.assertions.push_back({from.named >= 0 ? -1 : from.mention, from.named,
                                     to.named >= 0 ? -1 : to.mention, to.named,
                                     now.nest->relation});
}

// A decree is amended by a decree: of the documents before, the one of the agent's type.
CitedDocument DocumentRules::amended_by(std::string_view type) {
    const RelationLevel& now = state_.level();
    if (now.subject.named >= 0 && is_law(type)) return {-1, now.subject.named};
    const std::int32_t near = now.subject.mention;
    if (near >= 0 && mention(near).type == type) return {near, -1};
    if (now.head >= 0 && mention(now.head).type == type) return {now.head, -1};
    return near >= 0 ? CitedDocument{near, -1} : now.subject;
}

}  // namespace tracuu::analyzers
