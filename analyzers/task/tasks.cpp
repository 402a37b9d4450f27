#include "analyzers/task/tasks.hpp"

#include "analyzers/task/task_collector.hpp"

namespace tracuu::analyzers {
namespace {

// Both are in text order; a citation lies in at most one task.
void attach_citations(std::vector<Task>& tasks, std::span<const Citation> citations) {
    std::size_t next = 0;
    for (Task& task : tasks) {
        while (next < citations.size() && citations[next].span.begin < task.span.begin) ++next;
        for (std::size_t i = next; i < citations.size(); ++i) {
            if (!task.span.contains(citations[i].span)) break;
            task.citations.push_back(static_cast<std::uint32_t>(i));
        }
    }
}

}  // namespace

std::vector<Task> read_tasks(const Reading& reading, const Header& header,
                             std::span<const Citation> citations) {
    std::vector<Task> tasks = TaskCollector(reading, header).run();
    attach_citations(tasks, citations);
    return tasks;
}

}  // namespace tracuu::analyzers
