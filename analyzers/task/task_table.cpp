#include "analyzers/task/task_table.hpp"

#include <algorithm>

#include "analyzers/task/label_line.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kFewestCells = 3;

// Cells between the bars; the outer bars of Markdown make no cells.
std::vector<TokenRange> split_cells(const TokenReader& text) {
    std::vector<TokenRange> cells;
    std::uint32_t begin = text.first();
    if (text.is_mark(begin, "|")) ++begin;
    for (std::uint32_t at = begin; at < text.last(); ++at) {
        if (!text.is_mark(at, "|")) continue;
        cells.push_back({begin, at});
        begin = at + 1;
    }
    const bool closed = begin > text.first() && begin >= text.last();
    if (!closed) cells.push_back({begin, text.last()});
    return cells;
}

// "|---:|:---|" under the head of a Markdown table.
bool is_ruler(const TokenReader& text) {
    for (std::uint32_t at = text.first(); at < text.last(); ++at) {
        if (!text.is_one_of(at, "|:") && !text.is_dash(at)) return false;
    }
    return true;
}

}  // namespace

TaskTable::Column TaskTable::column_of(const TokenReader& cell) {
    const auto label = read_column_head(cell.reading(), cell.range());
    if (!label) return Column::other;
    switch (label->label) {
        case Label::content:
            return Column::work;
        case Label::lead:
            return Column::lead;
        case Label::support:
            return Column::support;
        case Label::schedule:
            return label->completion ? Column::completion : Column::schedule;
        case Label::product:
            return Column::product;
        default:
            return Column::other;
    }
}

bool TaskTable::read(const Reading& reading, TokenRange line, std::optional<TaskRow>& row) {
    const TokenReader text(reading, line);
    const std::vector<TokenRange> cells = split_cells(text);
    if (cells.size() < 2) {
        head_.clear();
        return false;
    }
    if (is_ruler(text)) return !head_.empty();
    std::vector<Column> columns;
    for (const TokenRange& cell : cells) columns.push_back(column_of(TokenReader(reading, cell)));
    if (!head_.empty() && read_second_head(columns)) return true;
    const bool work = std::count(columns.begin(), columns.end(), Column::work) == 1;
    const bool lead = std::count(columns.begin(), columns.end(), Column::lead) == 1;
    if (work && lead && cells.size() >= kFewestCells) {
        head_ = std::move(columns);
        return true;
    }
    if (head_.empty()) return false;
    row = row_of(cells);
    return true;
}

// "Chủ trì | Phối hợp" under "Cơ quan thực hiện": they stand for that one column.
bool TaskTable::read_second_head(const std::vector<Column>& columns) {
    const bool bodies = std::all_of(columns.begin(), columns.end(), [](Column column) {
        return column == Column::lead || column == Column::support;
    });
    const auto whole = std::find(head_.begin(), head_.end(), Column::lead);
    if (!bodies || whole == head_.end()) return false;
    const auto at = head_.erase(whole);
    head_.insert(at, columns.begin(), columns.end());
    return true;
}

std::optional<TaskRow> TaskTable::row_of(const std::vector<TokenRange>& cells) const {
    if (cells.size() != head_.size()) return std::nullopt;  // a title of rows
    TaskRow row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row.completion = row.completion || head_[i] == Column::completion;
        TokenRange* const part = head_[i] == Column::work      ? &row.work
                                 : head_[i] == Column::lead    ? &row.lead
                                 : head_[i] == Column::support ? &row.support
                                 : head_[i] == Column::product ? &row.product
                                 : head_[i] == Column::other   ? nullptr
                                                               : &row.schedule;
        if (part != nullptr) *part = cells[i];
    }
    return row.work.size() > 1 ? std::optional(row) : std::nullopt;
}

}  // namespace tracuu::analyzers
