#include "analyzers/task/task_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/label_line.hpp"
#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kFewestCells = 3;
constexpr std::uint32_t kLongestHead = 12;  // tokens of the head of a column

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

// "TT", "STT", "Số TT" above the numbers of the rows.
bool heads_numbers(const TokenReader& cell) {
    static const PhraseTable heads = PhraseTable::of({"tt", "stt", "số tt", "số thứ tự", "thứ tự"});
    std::uint32_t first = cell.first();
    while (cell.is_one_of(first, "*_")) ++first;
    return heads.starts(cell.tokens(), first);
}

// "Như trên", "-nt-" in a cell.
bool says_as_above(const TokenReader& cell) {
    static const PhraseTable above = PhraseTable::of({"như trên", "nt", "như mục trên"});
    std::uint32_t first = cell.first();
    while (cell.is_dash(first)) ++first;
    return above.starts(cell.tokens(), first);
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

// "Cơ quan chủ trì, tham mưu trình", "Sản phẩm/Kết quả": heads of columns have many forms, but
// the words that tell them apart are few.
TaskTable::Column TaskTable::column_by_words(const TokenReader& cell) {
    if (cell.range().size() > kLongestHead) return Column::other;
    using Words = std::pair<PhraseTable, Column>;
    static const std::array<Words, 5> columns{{
        {PhraseTable::of({"hoàn thành", "kết thúc", "thời hạn trình"}), Column::completion},
        {PhraseTable::of({"thời gian", "thời hạn", "tiến độ", "lộ trình", "thời điểm"}),
         Column::schedule},
        {PhraseTable::of({"phối hợp"}), Column::support},
        {PhraseTable::of({"chủ trì", "đầu mối", "soạn thảo", "chịu trách nhiệm", "phụ trách",
                          "phân công", "đơn vị thực hiện", "cơ quan thực hiện",
                          "trách nhiệm thực hiện"}),
         Column::lead},
        {PhraseTable::of({"sản phẩm", "kết quả", "đầu ra"}), Column::product},
    }};
    static const PhraseTable work = PhraseTable::of(
        {"nhiệm vụ", "nội dung", "công việc", "hoạt động", "giải pháp", "tên", "các nhiệm vụ"});
    std::uint32_t first = cell.first();
    while (cell.is_one_of(first, "*_")) ++first;
    if (work.starts(cell.tokens(), first)) return Column::work;
    for (const auto& [words, column] : columns) {
        for (std::uint32_t at = cell.first(); at < cell.last(); ++at) {
            if (words.starts(cell.tokens(), at)) return column;
        }
    }
    return Column::other;
}

bool TaskTable::read(const Reading& reading, TokenRange line, std::optional<TaskRow>& row) {
    const TokenReader text(reading, line);
    const std::vector<TokenRange> cells = split_cells(text);
    if (cells.size() < 2) {
        head_.clear();
        return false;
    }
    if (is_ruler(text)) return !head_.empty();
    const bool numbering = heads_numbers(TokenReader(reading, cells.front()));
    const bool by_words = numbering || (head_.empty() && !text.is_number(cells.front().first));
    std::vector<Column> columns;
    for (const TokenRange& cell : cells) {
        const TokenReader reader(reading, cell);
        Column column = column_of(reader);
        if (column == Column::other && by_words) column = column_by_words(reader);
        columns.push_back(column);
    }
    if (!head_.empty() && !numbering && read_second_head(columns, cells)) return true;
    keep_one(columns, Column::work, false);
    keep_one(columns, Column::lead, true);
    const auto has = [&](Column column) {
        return std::find(columns.begin(), columns.end(), column) != columns.end();
    };
    if (has(Column::work) && has(Column::lead) && cells.size() >= kFewestCells) {
        head_ = std::move(columns);
        last_lead_ = {};
        return true;
    }
    if (numbering) head_.clear();  // a table of other things follows
    if (head_.empty()) return false;
    row = row_of(text, cells);
    return true;
}

// Of several columns of work the last is the most exact, of several leads the first acts.
void TaskTable::keep_one(std::vector<Column>& columns, Column column, bool first) {
    const auto count = std::count(columns.begin(), columns.end(), column);
    std::ptrdiff_t seen = 0;
    for (Column& one : columns) {
        if (one != column) continue;
        ++seen;
        if (seen != (first ? 1 : count)) one = Column::other;
    }
}

// "Chủ trì | Phối hợp" under "Cơ quan thực hiện": they stand for that one column.
bool TaskTable::read_second_head(const std::vector<Column>& columns,
                                 const std::vector<TokenRange>& cells) {
    if (read_second_head_in_place(columns, cells)) return true;
    const bool bodies = std::all_of(columns.begin(), columns.end(), [](Column column) {
        return column == Column::lead || column == Column::support;
    });
    const auto whole = std::find(head_.begin(), head_.end(), Column::lead);
    if (!bodies || whole == head_.end()) return false;
    const auto at = head_.erase(whole);
    head_.insert(at, columns.begin(), columns.end());
    return true;
}

// "| | | Chủ trì | Phối hợp | |" in Markdown: the other cells are empty.
bool TaskTable::read_second_head_in_place(const std::vector<Column>& columns,
                                          const std::vector<TokenRange>& cells) {
    if (cells.size() != head_.size()) return false;
    bool found = false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool body = columns[i] == Column::lead || columns[i] == Column::support;
        if (!body && !cells[i].empty()) return false;
        found = found || body;
    }
    for (std::size_t i = 0; found && i < cells.size(); ++i) {
        if (!cells[i].empty()) head_[i] = columns[i];
    }
    return found;
}

// True when the cells fit the head once the columns [skip, skip + missing) are left out.
bool TaskTable::fits(const TokenReader& text, const std::vector<TokenRange>& cells,
                     std::size_t skip) const {
    const std::size_t missing = head_.size() - cells.size();
    for (std::size_t i = 0; i < head_.size(); ++i) {
        if (i >= skip && i < skip + missing) {
            if (head_[i] == Column::work) return false;
            continue;
        }
        const TokenRange cell = cells[i < skip ? i : i - missing];
        const bool bodies = !read_body_list(TokenReader(text.reading(), cell), cell.first).empty();
        const bool for_bodies = head_[i] == Column::lead || head_[i] == Column::support;
        if (for_bodies ? !bodies && !cell.empty() : bodies && head_[i] != Column::product) {
            return false;
        }
    }
    return true;
}

// A counted row that is shorter than the head: empty cells at its end, or a cell that an upper
// row spans. The cells as the head has them; empty when they do not fit.
std::vector<TokenRange> TaskTable::aligned(const TokenReader& text,
                                           std::vector<TokenRange> cells) const {
    if (cells.size() == head_.size()) return cells;
    if (cells.size() > head_.size() || cells.size() < 2) return {};
    if (!text.is_number(cells.front().first)) return {};  // a title of rows
    const std::size_t missing = head_.size() - cells.size();
    const TokenRange nothing{text.last(), text.last()};
    if (fits(text, cells, cells.size())) {
        cells.insert(cells.end(), missing, nothing);
        return cells;
    }
    for (std::size_t skip = 1; missing == 1 && skip < cells.size(); ++skip) {
        if (!fits(text, cells, skip)) continue;
        const bool spanned = head_[skip] == Column::lead;
        cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(skip),
                     spanned ? last_lead_ : nothing);
        return cells;
    }
    return {};
}

std::optional<TaskRow> TaskTable::row_of(const TokenReader& text,
                                         const std::vector<TokenRange>& line) {
    const std::vector<TokenRange> cells = aligned(text, line);
    if (cells.empty()) return std::nullopt;
    TaskRow row;
    bool more = false;  // something beside the work is said
    for (std::size_t i = 0; i < cells.size(); ++i) {
        row.completion = row.completion || head_[i] == Column::completion;
        TokenRange* const part = head_[i] == Column::work      ? &row.work
                                 : head_[i] == Column::lead    ? &row.lead
                                 : head_[i] == Column::support ? &row.support
                                 : head_[i] == Column::product ? &row.product
                                 : head_[i] == Column::other   ? nullptr
                                                               : &row.schedule;
        if (part == nullptr) continue;
        more = more || (part != &row.work && !cells[i].empty());
        *part = cells[i];
    }
    if (row.work.size() <= 1) return std::nullopt;
    const bool counted = text.is_number(cells.front().first);
    if (!more && !counted) return std::nullopt;  // "II | NHÓM NHIỆM VỤ | | |"
    if (says_as_above(TokenReader(text.reading(), row.lead))) row.lead = last_lead_;
    last_lead_ = row.lead;
    return row;
}

}  // namespace tracuu::analyzers
