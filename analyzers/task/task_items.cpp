// Items that order work.
#include "analyzers/citation/date_reader.hpp"
#include "analyzers/task/clause.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/product.hpp"
#include "analyzers/task/task_collector.hpp"

namespace tracuu::analyzers {

ItemPlace TaskCollector::place_of(std::size_t index) {
    const Part& part = around(index);
    const bool last = closing_from_ > 0 && index >= closing_from_;
    const bool silent = kind_.body == PartKind::none;
    const Block& block = blocks_[index];
    const bool bullet = block.marker == Marker::bullet;
    const bool inner = bullet_.open && bullet && sign_of(block) != bullet_.sign;
    ItemPlace place;
    place.kind = part.kind;
    place.closing_article = part.closing;
    place.last_articles = last;
    place.rules = kind_.rules;
    place.silent = silent;
    place.addressed = !part.bodies.empty();
    place.bound = part.bound;
    place.listed = inner ? bullet_.listed : part.listed && block.marker != Marker::none;
    return place;
}

// "Ngày 30/6/2025, Chính phủ ban hành Nghị định ..." in a document of a later day.
bool TaskCollector::tells_past_day(std::size_t index) const {
    static const std::uint64_t day = token_key("ngày");
    const TokenReader text(reading_, tokens_of(index));
    if (!text.has_key(text.first(), day) || !time_.document_date) return false;
    const TokenText source{reading_.flow.text(), reading_.tokens};
    const auto date = read_date(source, text.first());
    return date && date->date < *time_.document_date &&
           text.is_mark(static_cast<std::uint32_t>(date->last), ",");
}

void TaskCollector::read_item(std::size_t index) {
    const Block& block = blocks_[index];
    if (tokens_of(index).size() < kShortestOrder || tells_past_day(index)) return;
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
    const bool under_bullet =
        bullet_.open && block.marker == Marker::bullet && sign_of(block) != bullet_.sign;
    if (block.marker == Marker::bullet && !under_bullet) bullet_ = {};
    Task task;
    task.section = reading_.structure.path(index);
    task.span = block.content;
    if (is_numbered(block.marker) && glued_order(roles)) {
        task.span.begin = reading_.tokens[roles.subject_last].begin;
    }
    task.bodies = roles.bodies;
    const bool leads = !part.bodies.empty() && starts_with_leading(index, task.bodies);
    // "Đây là nhiệm vụ quan trọng. Thủ tướng yêu cầu X ...": X alone; but what a verb opens is
    // the work of who stands above.
    const bool named = roles.names_lead() || (roles.ordered_later && !roles.verb_first);
    if (inherits && (leads || !named)) {
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

// "4. Công an tỉnh | Chỉ đạo ...": the bodies were a heading without a colon.
bool TaskCollector::glued_order(const RoleReading& roles) const {
    const TokenReader text(reading_, {roles.subject_last, roles.subject_last + 4});
    const std::uint32_t before = roles.subject_last > 0 ? roles.subject_last - 1 : 0;
    const bool colon = TokenReader(reading_, {before, before + 1}).is_mark(before, ":");
    return roles.subject && !colon && text.is_capital(roles.subject_last) &&
           CueTable::builtin().starts(Cue::verb, text, roles.subject_last);
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

}  // namespace tracuu::analyzers
