#include "analyzers/task/tasks.hpp"

#include <algorithm>
#include <optional>

#include "analyzers/task/deadline.hpp"
#include "analyzers/task/heading_chain.hpp"
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

// What is said to be implemented; and the document that a heading is about ("II. VỀ NGHỊ QUYẾT SỐ
// 18-NQ/TW"): other mentions tell where rules and forms stand.
bool gives_work(const Block& block, const Citation& citation) {
    constexpr std::uint32_t kNearStart = 48;  // bytes: "Tình hình triển khai Nghị quyết số "
    if (citation.relation == Relation::implements) return true;
    return block.heading && citation.relation == Relation::mentions &&
           citation.span.begin <= block.content.begin + kNearStart;
}

// What each block gives to the tasks below it, looked up once for a block.
class GivenWork {
  public:
    GivenWork(const Reading& reading, std::span<const Citation> citations)
        : blocks_(reading.structure.blocks()), citations_(citations), given_(blocks_.size()) {}

    /// Indices of the citations in block `index` that give work: at most kMostCitations.
    const std::vector<std::uint32_t>& of(std::size_t index) {
        auto& given = given_[index];
        if (!given) given = read(blocks_[index]);
        return *given;
    }

    // A list of a thousand numbers is no heading; without a bound it would cost tasks * numbers.
    static constexpr std::size_t kMostCitations = 8;

  private:
    [[nodiscard]] std::vector<std::uint32_t> read(const Block& block) const {
        std::vector<std::uint32_t> given;
        auto at = std::lower_bound(
            citations_.begin(), citations_.end(), block.span.begin,
            [](const Citation& one, std::uint32_t begin) { return one.span.begin < begin; });
        for (; at != citations_.end() && at->span.begin < block.span.end; ++at) {
            if (given.size() == kMostCitations) break;
            if (!gives_work(block, *at)) continue;
            given.push_back(static_cast<std::uint32_t>(at - citations_.begin()));
        }
        return given;
    }

    const std::vector<Block>& blocks_;
    std::span<const Citation> citations_;
    std::vector<std::optional<std::vector<std::uint32_t>>> given_;
};

// The citations of every heading and introduction above each task.
void attach_headings(const Reading& reading, std::vector<Task>& tasks,
                     std::span<const Citation> citations) {
    const HeadingChain chain(reading);
    GivenWork given(reading, citations);
    for (Task& task : tasks) {
        std::vector<std::uint32_t>& found = task.heading_citations;
        for (const std::size_t above : chain.above(reading.structure.block_at(task.span.begin))) {
            for (const std::uint32_t index : given.of(above)) {
                if (found.size() == GivenWork::kMostCitations) break;  // the nearest are kept
                if (!task.span.contains(citations[index].span)) found.push_back(index);
            }
        }
        std::sort(found.begin(), found.end());
    }
}

TokenRange tokens_in(const Reading& reading, ByteRange span) {
    const auto at = [&](std::uint32_t byte) {
        const auto token = std::lower_bound(
            reading.tokens.begin(), reading.tokens.end(), byte,
            [](const Token& one, std::uint32_t begin) { return one.begin < begin; });
        return static_cast<std::uint32_t>(token - reading.tokens.begin());
    };
    return {at(span.begin), at(span.end)};
}

void add_conditions(const Reading& reading, std::vector<Task>& tasks) {
    for (Task& task : tasks) {
        task.condition = task.deadline ? task.deadline->condition
                                       : read_condition(reading, tokens_in(reading, task.span));
    }
}

}  // namespace

std::vector<Task> read_tasks(const Reading& reading, const Header& header,
                             std::span<const Citation> citations) {
    std::vector<Task> tasks = TaskCollector(reading, header).run();
    attach_citations(tasks, citations);
    attach_headings(reading, tasks, citations);
    add_conditions(reading, tasks);
    return tasks;
}

}  // namespace tracuu::analyzers
