// Parts of a document: headings and introductions, and what their items take from them.
#include <algorithm>

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/clause.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/task_collector.hpp"
#include "analyzers/text/section_path.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kAnnouncement = 12;     // last tokens of an introduction
constexpr std::uint32_t kShortestSentence = 5;  // tokens

std::vector<TaskBody> as_leads(const std::vector<BodyMention>& mentions) {
    std::vector<TaskBody> bodies;
    for (const BodyMention& body : mentions) {
        add_body(bodies, {body.name, Role::lead, body.span});
    }
    return bodies;
}

// "Trách nhiệm của ...", "... có trách nhiệm:"
bool says_duty(const TokenReader& text) {
    static const std::uint64_t charge = token_key("trách");
    static const std::uint64_t duty = token_key("nhiệm");
    for (std::uint32_t at = text.first(); at + 1 < text.last(); ++at) {
        if (text.has_key(at, charge) && text.has_key(at + 1, duty)) return true;
    }
    return false;
}

// "... tập trung thực hiện một số nhiệm vụ, giải pháp sau đây:", not "... các yêu cầu sau:".
bool announces_work(const TokenReader& text) {
    static const std::uint64_t after = token_key("sau");
    const CueTable& cues = CueTable::builtin();
    const std::uint32_t size = std::min(text.range().size(), kAnnouncement);
    bool work = false;
    for (std::uint32_t at = text.last() - size; at < text.last(); ++at) {
        work = work || cues.starts(Cue::work_noun, text, at);
        if (work && text.has_key(at, after)) return true;
    }
    return false;
}

// "... thu hồi trong các trường hợp sau:", "... gửi kèm:": no work is counted.
bool counts_facts(const TokenReader& text) {
    static const PhraseTable facts = PhraseTable::of(
        {"trường hợp", "gửi kèm", "kèm theo", "điều kiện", "tiêu chí sau", "tiêu chuẩn sau",
         "nguyên tắc", "chỉ tiêu", "mục tiêu", "yêu cầu sau", "căn cứ sau", "thông tin sau",
         "địa chỉ", "biểu mẫu", "thành phần", "thời gian", "kết quả sau", "đối tượng"});
    const std::uint32_t size = std::min(text.range().size(), kAnnouncement);
    for (std::uint32_t at = text.last() - size; at < text.last(); ++at) {
        if (facts.starts(text.tokens(), at)) return true;
    }
    return false;
}

}  // namespace

bool TaskCollector::has_parts(std::size_t index) const {
    if (index + 1 >= blocks_.size()) return false;
    const Block& next = blocks_[index + 1];
    return in_scope(next) && is_numbered(next.marker) &&
           marker_rank(next.marker) > marker_rank(blocks_[index].marker);
}

// "a) Hướng dẫn nhà đầu tư các việc sau:" with "b)" right after it is an item of its own.
bool TaskCollector::lacks_parts(std::size_t index) const {
    const Block& block = blocks_[index];
    if (!is_numbered(block.marker) || index + 1 >= blocks_.size()) return false;
    const Block& next = blocks_[index + 1];
    return next.marker == block.marker && next.parent == block.parent && in_scope(next) &&
           bodies_of_heading(reading_, tokens_of(index)).empty();
}

bool TaskCollector::opens_part(std::size_t index) const {
    const Block& block = blocks_[index];
    if (block.marker == Marker::part) return true;
    if (block.ends_with_colon) return !lacks_parts(index);
    if (is_numbered(block.marker) && has_parts(index)) return true;
    if (!block.heading) return false;
    if (block.upper_case || block.marker == Marker::none) return true;
    if (!bodies_of_heading(reading_, tokens_of(index)).empty()) return true;
    // A numbered order without its full stop looks like a heading.
    return !read_roles(reading_, tokens_of(index)).names_lead();
}

void TaskCollector::open_part(std::size_t index) {
    const Block& block = blocks_[index];
    const bool top = orders_from_ > 0 && index == orders_from_;  // not under the last fact
    Part& part = is_numbered(block.marker) ? open_.back().part : top ? whole() : around(index);
    const Part outer = around(index);
    open_from_heading(index, part, outer);
    if (block.ends_with_colon) open_from_introduction(index, part);
}

void TaskCollector::open_from_heading(std::size_t index, Part& part, const Part& outer) {
    const Block& block = blocks_[index];
    if (closes_articles(index)) part.closing = true;
    const std::vector<BodyMention> bodies = bodies_of_heading(reading_, tokens_of(index));
    const bool issuer = block.zone == Zone::annex && block.marker == Marker::none;
    if (!bodies.empty()) {
        if (issuer) return;  // whose plan is attached
        part.bodies = as_leads(bodies);
        part.bound = part.bound || says_duty(TokenReader(reading_, tokens_of(index)));
        address(part);
        return;
    }
    const bool numbered = is_numbered(block.marker);
    if (!numbered && !block.heading) return;  // an introduction changes nothing
    if (block.heading)
        part.bound = part.bound || says_duty(TokenReader(reading_, tokens_of(index)));
    part.kind = part_kind(reading_, block, numbered ? outer.kind : kind_.body);
    if (part.kind == PartKind::work && is_numbered(block.marker)) {
        part.heading = static_cast<std::int32_t>(index);
    }
}

// "Điều 2. Giao Sở Tài chính:": what follows are orders even where only orders to somebody count.
void TaskCollector::address(Part& part) const {
    const bool orders = !kind_.rules || part.closing;
    if (part.kind == PartKind::strict && orders) part.kind = PartKind::work;
}

void TaskCollector::open_from_introduction(std::size_t index, Part& part) {
    const Block& block = blocks_[index];
    if (block.zone == Zone::annex && block.marker == Marker::none && block.parent < 0) {
        read_preamble(index);  // "Thủ tướng Chính phủ ban hành Kế hoạch ... như sau:"
        return;
    }
    const TokenRange range = last_sentence(tokens_of(index));
    RoleReading roles = read_roles(reading_, range);
    bool named_only = false;
    const BodyList list = read_body_list(TokenReader(reading_, range), range.first, {false, true});
    if (!list.empty() && !roles.names_lead() &&
        TokenReader(reading_, range).is_one_of(list.last, ",(")) {
        // "Chủ tịch Ủy ban nhân dân các tỉnh, trong đó trọng tâm là ...:"
        for (const BodyMention& body : list.bodies) {
            add_body(roles.bodies, {body.name, Role::lead, body.span});
        }
        named_only = true;
    }
    part.listed = counts_work(index, roles);
    const bool leads = named_only || roles.names_lead() || roles.ordered_later;
    if (leads && bodies_of_heading(reading_, range).empty()) part.bodies = roles.bodies;
    part.bound = part.bound || (leads && says_duty(TokenReader(reading_, range)));
    if (roles.ordered || roles.bound || roles.ordered_later) address(part);
    if (leads && part.kind == PartKind::none && kind_.body != PartKind::none &&
        announces_work(TokenReader(reading_, range))) {
        part.kind = PartKind::work;  // "I. Đánh giá chung": only what stands above was one
    }
    static const std::uint64_t about =
        token_key("về");  // a topic: its years are not those of the work
    if (TokenReader(reading_, range).has_key(range.first, about)) return;
    // "Từ nay đến hết năm chỉ còn 2 tháng; do vậy, yêu cầu ...:": only the clause of the order.
    const TokenRange order = split_clauses(TokenReader(reading_, range)).back().range;
    if (auto deadline = read_deadline(reading_, order, time_); deadline && is_dated(*deadline)) {
        part.deadline = std::move(deadline);
    }
}

// The sentence that ends with the colon.
TokenRange TaskCollector::last_sentence(TokenRange range) const {
    const std::vector<Clause> clauses = split_clauses(TokenReader(reading_, range));
    for (std::size_t i = clauses.size(); i-- > 0;) {
        const bool whole = range.last - clauses[i].range.first > kShortestSentence;  // no "Cụ thể:"
        if (clauses[i].opens_sentence && whole) return {clauses[i].range.first, range.last};
    }
    return range;
}

// "Tổ chức tuyên truyền các nội dung:" orders what its items count, even by their names alone.
bool TaskCollector::counts_work(std::size_t index, const RoleReading& roles) const {
    const Block& block = blocks_[index];
    if (block.heading && block.upper_case) return false;
    const TokenReader text(reading_, tokens_of(index));
    const CueTable& cues = CueTable::builtin();
    const bool orders = roles.verb_first || roles.names_lead();
    if (!orders || roles.stance || cues.starts(Cue::skip_heading, text, text.first())) return false;
    return !counts_facts(text);
}

void TaskCollector::read_bullet_introduction(std::size_t index) {
    const RoleReading roles = read_roles(reading_, tokens_of(index));
    bullet_ = {};
    bullet_.open = true;
    bullet_.sign = sign_of(blocks_[index]);
    if (roles.names_lead()) bullet_.bodies = roles.bodies;
    bullet_.deadline = read_deadline(reading_, tokens_of(index), time_);
    bullet_.listed = counts_work(index, roles);
}

// "Tổ chức thực hiện" among the last articles, or as the last chapter: earlier ones state rules.
bool TaskCollector::closes_articles(std::size_t index) const {
    const Block& block = blocks_[index];
    if (!is_closing_heading(reading_, block)) return false;
    if (block.marker == Marker::part) return index >= last_part_;
    // "1. Phân công nhiệm vụ tổng hợp ..." inside an earlier article is a rule.
    return closing_from_ == 0 || index >= closing_from_;
}

void TaskCollector::find_last_articles(Zone zone, std::size_t from) {
    // Articles: effect, transition, carrying out; attached rules have no effect of their own.
    const int closing = zone == Zone::annex ? 2 : 3;
    int articles = 0;
    closing_from_ = last_part_ = 0;
    for (std::size_t i = end_of_text(zone, from); i-- > from;) {
        if (blocks_[i].zone != zone || blocks_[i].quoted) continue;
        if (blocks_[i].marker == Marker::part && last_part_ == 0) last_part_ = i;
        if (blocks_[i].marker != Marker::article || ++articles > closing) continue;
        closing_from_ = i;
    }
}

// Attached rules end where their own annexes begin.
std::size_t TaskCollector::end_of_text(Zone zone, std::size_t from) const {
    if (zone != Zone::annex) return blocks_.size();
    for (std::size_t i = from + 1; i < blocks_.size(); ++i) {
        const Block& block = blocks_[i];
        if (!block.upper_case || block.marker != Marker::none) continue;
        if (names_annex(reading_.flow.at(block.content))) return i;
    }
    return blocks_.size();
}

}  // namespace tracuu::analyzers
