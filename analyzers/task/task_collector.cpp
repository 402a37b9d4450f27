#include "analyzers/task/task_collector.hpp"

#include <algorithm>

#include "analyzers/letter.hpp"
#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/clause.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/product.hpp"
#include "analyzers/text/section_path.hpp"

namespace tracuu::analyzers {
namespace {

bool is_numbered(Marker marker) noexcept {
    return marker != Marker::none && marker != Marker::bullet;
}

bool has_articles(const std::vector<Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
        return block.zone == Zone::body && block.marker == Marker::article;
    });
}

std::vector<TaskBody> as_leads(const std::vector<BodyMention>& mentions) {
    std::vector<TaskBody> bodies;
    for (const BodyMention& body : mentions) {
        add_body(bodies, {body.name, Role::lead, body.span});
    }
    return bodies;
}

constexpr std::size_t kShortestSentence = 80;  // bytes

bool names_annex(std::string_view heading) {
    const std::string low = lower(heading.substr(0, 40));
    for (const std::string_view start : {"phụ lục", "phụ biểu", "danh mục", "biểu", "mẫu"}) {
        if (low.substr(0, start.size()) == start) return true;
    }
    return false;
}

// Plans, programmes and the like; "QUY CHẾ", "PHỤ LỤC" give no orders.
DocumentKind attached_kind(std::string_view heading) {
    if (names_annex(heading)) return {PartKind::none, false};
    const DocumentKind kind = document_kind(heading.substr(heading.find_first_not_of("#* ") == heading.npos
                                                               ? 0
                                                               : heading.find_first_not_of("#* ")),
                                            {}, {});
    return kind.rules ? DocumentKind{PartKind::none, false} : kind;
}

bool is_lead_of(const Task& task, const BodyMention& body) {
    const std::string name = fold(body.name);
    return std::any_of(task.bodies.begin(), task.bodies.end(), [&](const TaskBody& other) {
        return other.role == Role::lead && fold(other.name) == name;
    });
}

}  // namespace

TaskCollector::TaskCollector(const Reading& reading, const Header& header)
    : reading_(reading),
      blocks_(reading.structure.blocks()),
      kind_(document_kind(header.type, header.number, header.title)),
      parts_(blocks_.size() + 1) {
    time_.document_date = header.date;
    if (kind_.body == PartKind::work && has_articles(blocks_)) kind_.body = PartKind::strict;
    parts_.front().kind = kind_.body;
    find_last_articles();
}

std::vector<Task> TaskCollector::run() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (blocks_[i].zone == Zone::preamble) read_preamble(i);
        if (blocks_[i].zone == Zone::annex) enter_annex(i);
        if (is_numbered(blocks_[i].marker)) inherit_part(i);
        if (in_scope(blocks_[i])) read_block(i);
    }
    return std::move(tasks_);
}

bool TaskCollector::in_scope(const Block& block) const noexcept {
    const bool zone = block.zone == Zone::body || (block.zone == Zone::annex && attached_);
    return zone && block.last_token > block.first_token;
}

// A plan issued with a decision is read like a plan of its own; lists, forms and rules are not.
void TaskCollector::enter_annex(std::size_t index) {
    const Block& block = blocks_[index];
    const bool first = index == 0 || blocks_[index - 1].zone != Zone::annex;
    if (!first && (!block.upper_case || block.marker != Marker::none)) return;
    const DocumentKind kind = attached_kind(reading_.flow.at(block.content));
    if (kind.body != PartKind::work && !first && !names_annex(reading_.flow.at(block.content))) return;
    attached_ = kind.body == PartKind::work;
    table_ = false;
    if (!attached_) return;
    kind_ = kind;
    parts_.front() = {};
    parts_.front().kind = kind.body;
    parts_.front().group = tasks_.size();
}

// Cells of a flattened table follow its head ("STT") up to the next part or a full sentence.
bool TaskCollector::in_table(std::size_t index) {
    const Block& block = blocks_[index];
    const std::string text = lower(reading_.flow.at(block.content).substr(0, 16));
    if (text == "tt" || text == "stt" || text == "số tt") table_ = true;
    if (!table_) return false;
    const std::string_view content = reading_.flow.at(block.content);
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
    return parts_[static_cast<std::size_t>(blocks_[index].parent + 1)];
}

std::string TaskCollector::sign_of(const Block& block) const {
    return std::string(reading_.flow.at({block.span.begin, block.content.begin}));
}

// "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành:" before the first item.
void TaskCollector::read_preamble(std::size_t index) {
    if (!blocks_[index].ends_with_colon || kind_.rules) return;
    const RoleReading roles = read_roles(reading_, last_sentence(tokens_of(index)));
    if (!roles.ordered) return;
    parts_.front().bodies = roles.bodies;
    address(parts_.front());
}

void TaskCollector::inherit_part(std::size_t index) {
    Part part = around(index);
    part.group = tasks_.size();
    part.heading = -1;
    part.labelled = part.schedule = false;
    parts_[index + 1] = std::move(part);
    bullet_ = {};
}

void TaskCollector::read_block(std::size_t index) {
    if (in_table(index)) return;
    const Block& block = blocks_[index];
    if (block.marker == Marker::none && !block.ends_with_colon) bullet_ = {};
    Part& part = around(index);
    if (part.schedule) {
        read_schedule_item(index, part);
        return;
    }
    if (read_label(index) || read_statement(index)) return;
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

// --- parts ----------------------------------------------------------------------------------

bool TaskCollector::has_parts(std::size_t index) const {
    if (index + 1 >= blocks_.size()) return false;
    const Block& next = blocks_[index + 1];
    return in_scope(next) && is_numbered(next.marker) &&
           marker_rank(next.marker) > marker_rank(blocks_[index].marker);
}

bool TaskCollector::opens_part(std::size_t index) const {
    const Block& block = blocks_[index];
    if (block.ends_with_colon || block.marker == Marker::part) return true;
    if (is_numbered(block.marker) && has_parts(index)) return true;
    if (!block.heading) return false;
    if (block.upper_case || block.marker == Marker::none) return true;
    if (!bodies_of_heading(reading_, tokens_of(index)).empty()) return true;
    // A numbered order without its full stop looks like a heading.
    return !read_roles(reading_, tokens_of(index)).names_lead();
}

void TaskCollector::open_part(std::size_t index) {
    const Block& block = blocks_[index];
    Part& part = is_numbered(block.marker) ? parts_[index + 1] : around(index);
    const Part outer = around(index);
    open_from_heading(index, part, outer);
    if (block.ends_with_colon) open_from_introduction(index, part);
}

void TaskCollector::open_from_heading(std::size_t index, Part& part, const Part& outer) {
    const Block& block = blocks_[index];
    if (closes_articles(index)) part.closing = true;
    const std::vector<BodyMention> bodies = bodies_of_heading(reading_, tokens_of(index));
    if (!bodies.empty()) {
        part.bodies = as_leads(bodies);
        address(part);
        return;
    }
    const bool numbered = is_numbered(block.marker);
    if (!numbered && !block.heading) return;  // an introduction changes nothing
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
    const bool leads = named_only || roles.names_lead() || roles.ordered_later;
    if (leads && bodies_of_heading(reading_, range).empty()) part.bodies = roles.bodies;
    if (roles.ordered || roles.bound || roles.ordered_later) address(part);
    if (auto deadline = read_deadline(reading_, range, time_); deadline && is_dated(*deadline)) {
        part.deadline = std::move(deadline);
    }
}

// The sentence that ends with the colon.
TokenRange TaskCollector::last_sentence(TokenRange range) const {
    const std::vector<Clause> clauses = split_clauses(TokenReader(reading_, range));
    for (std::size_t i = clauses.size(); i-- > 0;) {
        if (clauses[i].opens_sentence) return {clauses[i].range.first, range.last};
    }
    return range;
}

void TaskCollector::read_bullet_introduction(std::size_t index) {
    const RoleReading roles = read_roles(reading_, tokens_of(index));
    bullet_ = {};
    bullet_.open = true;
    bullet_.sign = sign_of(blocks_[index]);
    if (roles.names_lead()) bullet_.bodies = roles.bodies;
    bullet_.deadline = read_deadline(reading_, tokens_of(index), time_);
}

// "Tổ chức thực hiện" among the last articles, or as the last chapter: earlier ones state rules.
bool TaskCollector::closes_articles(std::size_t index) const {
    const Block& block = blocks_[index];
    if (!is_closing_heading(reading_, block)) return false;
    if (block.marker == Marker::part) return index >= last_part_;
    return block.marker != Marker::article || index >= closing_from_;
}

void TaskCollector::find_last_articles() {
    constexpr int kClosing = 3;  // articles: effect, transition, carrying out
    int articles = 0;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
        if (blocks_[i].zone != Zone::body) continue;
        if (blocks_[i].marker == Marker::part && last_part_ == 0) last_part_ = i;
        if (blocks_[i].marker != Marker::article || ++articles > kClosing) continue;
        closing_from_ = i;
    }
}

// --- items ----------------------------------------------------------------------------------

ItemPlace TaskCollector::place_of(std::size_t index) {
    const Part& part = around(index);
    const bool last = closing_from_ > 0 && index >= closing_from_;
    return {part.kind, part.closing, last, kind_.rules, !part.bodies.empty()};
}

void TaskCollector::read_item(std::size_t index) {
    const Block& block = blocks_[index];
    const RoleReading roles = read_roles(reading_, tokens_of(index));
    ItemPlace place = place_of(index);
    if (closes_articles(index)) place.closing_article = true;
    if (!is_task(reading_, block, roles, place)) return;
    const TokenReader text(reading_, tokens_of(index));
    add_task(index, roles, !CueTable::builtin().starts(Cue::closing, text, text.first()));
}

void TaskCollector::add_task(std::size_t index, const RoleReading& roles, bool inherits) {
    const Block& block = blocks_[index];
    Part& part = around(index);
    const bool under_bullet = bullet_.open && block.marker == Marker::bullet &&
                              sign_of(block) != bullet_.sign;
    if (block.marker == Marker::bullet && !under_bullet) bullet_ = {};
    Task task;
    task.section = block.path;
    task.span = block.content;
    task.bodies = roles.bodies;
    const bool leads = !part.bodies.empty() && starts_with_leading(index, task.bodies);
    if (inherits && (leads || !roles.names_lead())) {
        const bool own = under_bullet && !bullet_.bodies.empty();
        for (const TaskBody& body : own ? bullet_.bodies : part.bodies) add_body(task.bodies, body);
    }
    sort_by_role(task.bodies);
    task.deadline = read_deadline(reading_, after_topic(reading_, tokens_of(index)), time_);
    if (!task.deadline && under_bullet) task.deadline = bullet_.deadline;
    if (inherits && part.deadline) set_deadline(task, *part.deadline);
    task.product = read_product(reading_, tokens_of(index));
    if (part.labelled) part.group = tasks_.size();
    part.labelled = false;
    tasks_.push_back(std::move(task));
}

// Under a body, "Lãnh đạo Chính phủ ban hành ..." is what it does, not the leaders of another
// one: drops those it seemed to name.
bool TaskCollector::starts_with_leading(std::size_t index, std::vector<TaskBody>& bodies) const {
    static const std::uint64_t lead = token_key("lãnh");
    const std::uint32_t first = blocks_[index].first_token;
    const TokenReader text(reading_, tokens_of(index));
    if (!text.has_key(first, lead)) return false;
    const std::uint32_t begin = text.token(first).begin;
    return std::erase_if(bodies, [&](const TaskBody& body) {
               return body.role == Role::lead && body.span.begin == begin;
           }) > 0;
}

// "4. Tổ chức kiểm tra ..." with nothing but "Cơ quan thực hiện: ..." under it.
void TaskCollector::add_heading_task(Part& part) {
    if (part.heading < 0 || tasks_.size() > part.group) return;
    const auto index = static_cast<std::size_t>(part.heading);
    const RoleReading roles = read_roles(reading_, tokens_of(index));
    const std::size_t group = part.group;
    add_task(index, roles, true);
    part.group = group;
}

// --- lines about the items above ------------------------------------------------------------

bool TaskCollector::read_label(std::size_t index) {
    const auto line = read_label_line(reading_, tokens_of(index));
    if (!line) return false;
    const Block& block = blocks_[index];
    Part& part = around(index);
    if (part.kind == PartKind::none) return true;
    if (line->value.empty()) {
        if (line->label != Label::schedule || !is_numbered(block.marker)) return false;
        parts_[index + 1] = part;
        parts_[index + 1].schedule = true;
        parts_[index + 1].completion = line->completion;
        return true;
    }
    if (line->label == Label::content || has_parts(index)) return false;
    apply_label(index, *line, part);
    return true;
}

void TaskCollector::apply_label(std::size_t index, const LabelLine& line, Part& part) {
    switch (line.label) {
        case Label::lead:
            apply_bodies(index, line, part, Role::lead);
            break;
        case Label::support:
            apply_bodies(index, line, part, Role::support);
            break;
        case Label::schedule:
            apply_schedule(index, line, part);
            break;
        case Label::product:
            for (std::size_t i = part.group; i < tasks_.size(); ++i) {
                const TokenReader value(reading_, line.value);
                tasks_[i].product = lower(reading_.flow.at(value.bytes(value.first(), value.last())));
            }
            break;
        default:
            return;
    }
    part.labelled = true;
}

void TaskCollector::apply_bodies(std::size_t index, const LabelLine& line, Part& part, Role role) {
    add_heading_task(part);
    const TokenReader value(reading_, line.value);
    const BodyList list = read_body_list(value, line.value.first, {false, true});
    std::uint32_t end = list.last;
    while (value.is_one_of(end, ".;")) ++end;
    const bool whole = end >= value.last();
    const RoleReading roles = read_roles(reading_, line.value);
    std::vector<TaskBody> bodies;
    if (whole || !roles.names_lead()) {
        for (const BodyMention& body : list.bodies) add_body(bodies, {body.name, role, body.span});
    } else {
        for (const TaskBody& body : roles.bodies) {
            if (body.role == Role::lead) add_body(bodies, {body.name, role, body.span});
        }
    }
    for (std::size_t i = part.group; i < tasks_.size(); ++i) {
        for (const TaskBody& body : bodies) add_body(tasks_[i].bodies, body);
        sort_by_role(tasks_[i].bodies);
    }
    if (whole || !roles.names_lead() || role != Role::lead) return;
    const std::size_t group = part.group;
    add_task(index, roles, true);
    part.group = group;
}

void TaskCollector::set_deadline(Task& task, const Deadline& deadline) const {
    const bool better = !task.deadline || (is_dated(deadline) && !is_dated(*task.deadline));
    if (better) task.deadline = deadline;
}

void TaskCollector::apply_schedule(std::size_t, const LabelLine& line, Part& part) {
    add_heading_task(part);
    DeadlineContext context = time_;
    context.value = true;
    context.completion = line.completion;
    const auto deadline = read_deadline(reading_, line.value, context);
    if (!deadline) return;
    for (std::size_t i = part.group; i < tasks_.size(); ++i) set_deadline(tasks_[i], *deadline);
}

// "- Giám đốc Sở Nội vụ hoàn thành ... trong quý IV/2018": the schedule of that body.
void TaskCollector::read_schedule_item(std::size_t index, const Part& part) {
    const TokenRange range = tokens_of(index);
    DeadlineContext context = time_;
    context.completion = part.completion;
    const auto deadline = read_deadline(reading_, range, context);
    if (!deadline) return;
    const BodyList list = read_body_list(TokenReader(reading_, range), range.first);
    for (std::size_t i = part.group; i < tasks_.size(); ++i) {
        const bool meant = list.empty() ||
                           std::any_of(list.bodies.begin(), list.bodies.end(),
                                       [&](const BodyMention& b) { return is_lead_of(tasks_[i], b); });
        if (meant) set_deadline(tasks_[i], *deadline);
    }
}

// "Các nội dung nêu trên được thực hiện hằng năm, bắt đầu từ năm 2018."
bool TaskCollector::read_statement(std::size_t index) {
    const TokenReader text(reading_, tokens_of(index));
    if (!CueTable::builtin().starts(Cue::statement, text, text.first())) return false;
    const auto deadline = read_deadline(reading_, tokens_of(index), time_);
    if (!deadline) return false;
    for (std::size_t i = around(index).group; i < tasks_.size(); ++i) {
        set_deadline(tasks_[i], *deadline);
    }
    return true;
}

}  // namespace tracuu::analyzers
