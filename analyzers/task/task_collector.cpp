#include "analyzers/task/task_collector.hpp"

#include <algorithm>

#include "analyzers/letter.hpp"
#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

bool has_articles(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.zone == Zone::body && block.marker == Marker::article;
    });
}

constexpr std::size_t kLongestTableHead = 8;   // bytes: "SỐ TT"
constexpr std::size_t kShortestSentence = 80;  // bytes
constexpr std::size_t kLatestOrders = 60;      // blocks before the first order of a telegram

// Descriptions and cuts of administrative procedures, with their forms of plans.
bool holds_procedures(std::string_view heading, std::string_view title) {
    const std::string name = lower(title);
    if (name.find("thủ tục hành chính") == name.npos) return false;
    const std::string type = lower(heading.substr(0, heading.find(' ', heading.find(' ') + 1)));
    return type == "phương án" || name.find(type) == name.npos;
}

// Plans, programmes and the like; rules ("QUY CHẾ") order in their closing articles only.
DocumentKind attached_kind(std::string_view heading, std::string_view title) {
    if (names_annex(heading) || holds_procedures(heading, title)) return {PartKind::none, false};
    const std::size_t begin = heading.find_first_not_of("#* ");
    if (begin != heading.npos) heading.remove_prefix(begin);
    const DocumentKind kind = document_kind(heading, {}, {});
    const bool laws = kind.rules && lower(heading.substr(0, 3)) != "quy";
    return laws ? DocumentKind{PartKind::none, false} : kind;
}

// "yêu cầu Bộ trưởng các Bộ" stands somewhere in it.
bool orders_somebody(const TokenReader& text) {
    const CueTable& cues = CueTable::builtin();
    for (std::uint32_t at = text.first(); at < text.last(); ++at) {
        const std::uint32_t order = cues.length(Cue::order, text, at);
        if (order > 0 && !read_body_list(text, at + order).empty()) return true;
    }
    return false;
}

// Telegrams and directives tell facts before they order.
bool tells_facts_first(std::string_view type) {
    const std::string name = lower(type);
    return name == "công điện" || name == "chỉ thị";
}

}  // namespace

TaskCollector::TaskCollector(const Reading& reading, const Header& header)
    : reading_(reading),
      blocks_(reading.structure.blocks()),
      title_(header.title),
      kind_(document_kind(header.type, header.number, header.title)),
      open_(1) {
    time_.document_date = header.date;
    if (kind_.body == PartKind::work && has_articles(blocks_)) kind_.body = PartKind::strict;
    whole().kind = kind_.body;
    normative_ = kind_.rules;
    silent_ = kind_.body == PartKind::none;
    find_last_articles(Zone::body, 0);
    if (tells_facts_first(header.type)) find_orders();
}

std::vector<Task> TaskCollector::run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (blocks_[i].zone == Zone::preamble) read_preamble(i);
        if (blocks_[i].zone == Zone::annex) enter_annex(i);
        close_parts(i);
        if (is_numbered(blocks_[i].marker)) inherit_part(i);
        if (read_table_row(i)) continue;
        if (in_scope(blocks_[i]) && i >= orders_from_ && !blocks_[i].quoted) read_block(i);
    }
    return std::move(tasks_);
}

bool TaskCollector::in_scope(const Block& block) const noexcept {
    const bool zone = block.zone == Zone::body || (block.zone == Zone::annex && attached_);
    return zone && block.last_token > block.first_token;
}

// Facts counted "(1) ... (2) ..." before "Thủ tướng Chính phủ yêu cầu:" are no orders.
void TaskCollector::find_orders() {
    bool facts = false;
    for (std::size_t i = 0; i + 1 < blocks_.size() && i < kLatestOrders; ++i) {
        const Block& block = blocks_[i];
        if (block.zone != Zone::body) continue;
        facts = facts || (is_numbered(block.marker) && sign_of(block).front() == '(');
        const bool announces = block.marker == Marker::none && block.ends_with_colon &&
                               is_numbered(blocks_[i + 1].marker);
        if (!facts && is_numbered(block.marker)) return;
        if (!announces || !orders_somebody(TokenReader(reading_, tokens_of(i)))) continue;
        if (facts) orders_from_ = i;
        return;
    }
}

// A plan issued with a decision is read like a plan of its own, rules like rules; lists and forms
// give no orders. With a normative document plans are forms too.
void TaskCollector::enter_annex(std::size_t index) {
    const Block& block = blocks_[index];
    const bool first = index == 0 || blocks_[index - 1].zone != Zone::annex;
    if (!first && (!block.upper_case || block.marker != Marker::none)) return;
    const std::string_view heading = reading_.flow.at(block.content);
    DocumentKind kind = attached_kind(heading, title_);
    if (normative_ && !kind.rules) kind.body = PartKind::none;
    if (kind.body == PartKind::strict && !kind.rules) kind.body = PartKind::none;
    if (kind.body == PartKind::none && !first && !names_annex(heading)) return;
    attached_ = kind.body != PartKind::none;
    table_ = false;
    if (attached_) attach(kind, index);
}

void TaskCollector::attach(const DocumentKind& kind, std::size_t index) {
    kind_ = kind;
    whole() = {};
    whole().kind = kind.body;
    whole().group = tasks_.size();
    if (kind.rules) find_last_articles(Zone::annex, index);
}

// Cells of a flattened table follow its head ("STT") up to the next part or a full sentence.
bool TaskCollector::in_table(std::size_t index) {
    const Block& block = blocks_[index];
    const std::string_view content = reading_.flow.at(block.content);
    const bool may_head = content.front() == 'S' || content.front() == 's' ||
                          content.front() == 'T' || content.front() == 't';
    if (may_head && content.size() <= kLongestTableHead) {
        const std::string text = lower(content);
        if (text == "tt" || text == "stt" || text == "số tt") table_ = true;
    }
    if (!table_) return false;
    const bool sentence = block.marker == Marker::none && content.size() > kShortestSentence &&
                          (content.back() == '.' || block.ends_with_colon);
    const bool part = block.marker == Marker::roman || block.marker == Marker::article ||
                      block.marker == Marker::part;
    table_ = !sentence && !part;
    return table_;
}

TokenRange TaskCollector::tokens_of(std::size_t index) const {
    return {blocks_[index].first_token, blocks_[index].last_token};
}

TaskCollector::Part& TaskCollector::around(std::size_t index) {
    const bool own = open_.back().block == static_cast<std::int32_t>(index);
    return open_[open_.size() - (own ? 2 : 1)].part;
}

std::string TaskCollector::sign_of(const Block& block) const {
    return std::string(reading_.flow.at({block.span.begin, block.content.begin}));
}

// "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành:" before the first item.
void TaskCollector::read_preamble(std::size_t index) {
    if (!blocks_[index].ends_with_colon || kind_.rules) return;
    const RoleReading roles = read_roles(reading_, last_sentence(tokens_of(index)));
    if (!roles.ordered) return;
    whole().bodies = roles.bodies;
    address(whole());
}

// Parents of blocks nest, so what is around a block is on top.
void TaskCollector::close_parts(std::size_t index) {
    while (open_.size() > 1 && open_.back().block != blocks_[index].parent) open_.pop_back();
}

void TaskCollector::inherit_part(std::size_t index) {
    Part part = around(index);
    part.group = tasks_.size();
    part.heading = -1;
    part.labelled = part.schedule = part.listed = false;
    open_.push_back({static_cast<std::int32_t>(index), std::move(part)});
    bullet_ = {};
}

void TaskCollector::read_block(std::size_t index) {
    if (in_table(index)) return;
    const Block& block = blocks_[index];
    if (block.marker == Marker::none && !block.ends_with_colon) bullet_ = {};
    Part& part = around(index);
    if (block.marker == Marker::none) part.listed = false;
    if (part.schedule) {
        read_schedule_item(index, part);
        return;
    }
    if (read_schedule_bullet(index)) return;
    if (read_body_bullet(index) || read_label(index) || read_statement(index)) return;
    if (read_schedule(index)) return;
    if (block.marker == Marker::bullet && block.ends_with_colon) {
        read_bullet_introduction(index);
        return;
    }
    if (opens_part(index)) {
        open_part(index);
        return;
    }
    read_item(index);
}

}  // namespace tracuu::analyzers
