// Rows of real tables of tasks, also in annexes.
#include <algorithm>

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/body_line.hpp"
#include "analyzers/task/product.hpp"
#include "analyzers/task/task_collector.hpp"

namespace tracuu::analyzers {

bool TaskCollector::read_table_row(std::size_t index) {
    const Zone zone = blocks_[index].zone;
    if (zone != Zone::body && zone != Zone::annex) return false;
    std::optional<TaskRow> row;
    if (!rows_.read(reading_, tokens_of(index), row)) return false;
    if (!row || silent_) return true;
    const TokenReader text(reading_, row->work);
    Task task;
    task.table_row = true;
    task.section = reading_.structure.path(index);
    task.span = text.bytes(row->work.first, row->work.last);
    add_cell_bodies(task, row->lead, Role::lead);
    add_cell_bodies(task, row->support, Role::support);
    sort_by_role(task.bodies);
    DeadlineContext context = time_;
    context.value = true;
    context.completion = row->completion;
    task.deadline = read_deadline(reading_, row->schedule, context);
    task.product = product_of_cell(reading_, row->product);
    tasks_.push_back(std::move(task));
    return true;
}

void TaskCollector::add_cell_bodies(Task& task, TokenRange cell, Role role) const {
    if (const auto line = read_body_line(reading_, cell, role)) {
        for (const TaskBody& body : *line) add_body(task.bodies, body);
        return;
    }
    // "- Sở Xây dựng<br>- Sở Tài chính": one list for each line of the cell.
    static const std::uint64_t line_break = token_key("br");
    const TokenReader text(reading_, cell);
    std::uint32_t at = cell.first;
    while (at < cell.last) {
        const BodyList list = read_body_list(text, at, {false, true});
        for (const BodyMention& body : list.bodies) {
            add_body(task.bodies, {body.name, role, body.span});
        }
        at = std::max(at, list.last);
        const std::uint32_t signs = at;
        while (at < cell.last && (!text.is_word(at) || text.has_key(at, line_break))) ++at;
        if (list.empty() && at == signs) return;
    }
}

}  // namespace tracuu::analyzers
