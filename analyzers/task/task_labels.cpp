// Lines that say something of the items above them: who, until when, what.
#include <algorithm>

#include "analyzers/letter.hpp"
#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/body_line.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/product.hpp"
#include "analyzers/task/task_collector.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestCue = 8;        // tokens
constexpr std::uint32_t kLongestSchedule = 30;  // tokens of a schedule without a colon

bool is_lead_of(const Task& task, const BodyMention& body) {
    const std::string name = fold(body.name);
    return std::any_of(task.bodies.begin(), task.bodies.end(), [&](const TaskBody& other) {
        return other.role == Role::lead && fold(other.name) == name;
    });
}

}  // namespace

bool TaskCollector::read_label(std::size_t index) {
    const auto line = read_label_line(reading_, tokens_of(index));
    if (!line) return false;
    const Block& block = blocks_[index];
    Part& part = around(index);
    if (part.kind == PartKind::none) return true;
    if (line->value.empty()) {
        const bool bodies = line->label == Label::lead || line->label == Label::support;
        if (bodies && block.marker == Marker::bullet) {
            bullet_ = {};
            bullet_.sign = sign_of(block);
            bullet_.role = line->label == Label::lead ? Role::lead : Role::support;
            return true;
        }
        if (line->label != Label::schedule) return false;
        if (block.marker == Marker::bullet) {
            bullet_ = {};
            bullet_.sign = sign_of(block);
            bullet_.schedule = true;
            return true;
        }
        if (!is_numbered(block.marker)) return false;
        open_.back().part = part;
        open_.back().part.schedule = true;
        open_.back().part.completion = line->completion;
        return true;
    }
    if (line->label == Label::content || has_parts(index)) return false;
    apply_label(index, *line, part);
    return true;
}

// "+ Sở Nội vụ chủ trì." under "- Cơ quan thực hiện:".
bool TaskCollector::read_body_bullet(std::size_t index) {
    const Block& block = blocks_[index];
    if (!bullet_.role) return false;
    if (block.marker != Marker::bullet || sign_of(block) == bullet_.sign) {
        bullet_.role.reset();
        return false;
    }
    Part& part = around(index);
    if (!give_bodies(tokens_of(index), part, *bullet_.role)) return false;
    part.labelled = true;
    return true;
}

// "+ Bộ Công an hoàn thành trước ngày 15/12/2025." under "- Thời gian thực hiện:".
bool TaskCollector::read_schedule_bullet(std::size_t index) {
    const Block& block = blocks_[index];
    if (!bullet_.schedule) return false;
    const Part& part = around(index);
    if (block.marker != Marker::bullet || sign_of(block) == bullet_.sign) {
        bullet_.schedule = false;
        return false;
    }
    return tasks_.size() > part.group && read_schedule_item(index, part);
}

// Adds the bodies of a line that says nothing but who to the tasks above it.
bool TaskCollector::give_bodies(TokenRange range, Part& part, Role role) {
    const auto bodies = read_body_line(reading_, range, role);
    if (!bodies) return false;
    add_heading_task(part);
    for (std::size_t i = part.group; i < tasks_.size(); ++i) {
        for (const TaskBody& body : *bodies) add_body(tasks_[i].bodies, body);
        sort_by_role(tasks_[i].bodies);
    }
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
                tasks_[i].product = product_of_cell(reading_, line.value);
            }
            break;
        default:
            return;
    }
    part.labelled = true;
}

void TaskCollector::apply_bodies(std::size_t index, const LabelLine& line, Part& part, Role role) {
    if (give_bodies(line.value, part, role)) return;
    add_heading_task(part);
    const BodyList list =
        read_body_list(TokenReader(reading_, line.value), line.value.first, {false, true});
    const RoleReading roles = read_roles(reading_, line.value);
    // "Cơ quan thực hiện: Sở Nội vụ rà soát ...": the line is an order of its own too.
    const bool orders = roles.names_lead() && (list.empty() || acts_at(list.last));
    std::vector<TaskBody> bodies;
    for (const BodyMention& body : list.bodies) {
        if (!orders) add_body(bodies, {body.name, role, body.span});
    }
    for (const TaskBody& body : roles.bodies) {
        if (orders && body.role == Role::lead) add_body(bodies, {body.name, role, body.span});
    }
    for (std::size_t i = part.group; i < tasks_.size(); ++i) {
        for (const TaskBody& body : bodies) add_body(tasks_[i].bodies, body);
        sort_by_role(tasks_[i].bodies);
    }
    if (!orders || role != Role::lead) return;
    const std::size_t group = part.group;
    add_task(index, roles, true);
    part.group = group;
}

// What a body has to do starts at `at`.
bool TaskCollector::acts_at(std::uint32_t at) const {
    const CueTable& cues = CueTable::builtin();
    const TokenReader text(reading_, {at, at + kLongestCue});
    return cues.starts(Cue::verb, text, at) || cues.starts(Cue::adverb, text, at) ||
           cues.starts(Cue::modal, text, at);
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
bool TaskCollector::read_schedule_item(std::size_t index, const Part& part) {
    const TokenRange range = tokens_of(index);
    DeadlineContext context = time_;
    context.completion = part.completion;
    const auto deadline = read_deadline(reading_, range, context);
    if (!deadline) return false;
    const BodyList list = read_body_list(TokenReader(reading_, range), range.first);
    for (std::size_t i = part.group; i < tasks_.size(); ++i) {
        const bool meant = list.empty() || std::any_of(list.bodies.begin(), list.bodies.end(),
                                                       [&](const BodyMention& b) {
                                                           return is_lead_of(tasks_[i], b);
                                                       });
        if (meant) set_deadline(tasks_[i], *deadline);
    }
    return true;
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

// "Thời hạn hoàn thành trong quý II/2026." under a task.
bool TaskCollector::read_schedule(std::size_t index) {
    const TokenRange range = tokens_of(index);
    Part& part = around(index);
    const Marker marker = blocks_[index].marker;
    const bool below = marker == Marker::none || marker == Marker::bullet;
    if (!below || range.size() > kLongestSchedule || part.kind == PartKind::none) return false;
    if (tasks_.size() <= part.group && part.heading < 0) return false;
    const auto line = read_schedule_sentence(reading_, range);
    if (!line) return false;
    DeadlineContext context = time_;
    context.value = true;
    context.completion = line->completion;
    const auto deadline = read_deadline(reading_, line->value, context);
    const TokenReader value(reading_, line->value);
    if (!deadline || deadline->span.begin != value.bytes(value.first(), value.last()).begin) {
        return false;
    }
    apply_schedule(index, *line, part);
    part.labelled = true;
    return true;
}

}  // namespace tracuu::analyzers
