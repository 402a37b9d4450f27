#include "corpus/readers/html_flow.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/readers/page_words.hpp"

namespace tracuu::corpus {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";  // U+00A0

// Bytes of white space that `text` begins with; 0 when it begins with something else.
std::size_t leading_space(std::string_view text) noexcept {
    const char c = text.front();
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return text.starts_with(kNoBreakSpace) ? 2 : 0;
}

std::string_view first_line(std::string_view text) noexcept {
    return text.substr(0, text.find('\n'));
}

bool may_be_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\xC2';
}

}  // namespace

void HtmlFlow::text(std::string_view decoded) {
    while (!decoded.empty()) {
        if (const std::size_t space = leading_space(decoded)) {
            if (keep_lines_ && decoded.front() == '\n') line_break();
            space_ = true;
            decoded.remove_prefix(space);
            continue;
        }
        const auto stop = std::find_if(decoded.begin() + 1, decoded.end(), may_be_space);
        const auto length = static_cast<std::size_t>(stop - decoded.begin());
        const bool line_start = current_.empty() || current_.back() == '\n';
        if (space_ && !line_start) current_ += ' ';
        space_ = false;
        current_ += decoded.substr(0, length);
        decoded.remove_prefix(length);
    }
}

void HtmlFlow::line_break() {
    if (!current_.empty()) current_ += '\n';
    space_ = false;
}

void HtmlFlow::block_break() {
    end_block();
}

HtmlFlow::Blocks& HtmlFlow::target() {
    if (tables_.empty()) return page_;
    Table& table = tables_.back();
    return table.in_cell ? table.row.back().blocks : table.done;
}

void HtmlFlow::end_block() {
    space_ = false;
    while (!current_.empty() && current_.back() == '\n') current_.pop_back();
    if (current_.empty()) return;
    target().push_back({std::move(current_), false});
    current_.clear();
}

void HtmlFlow::begin_table() {
    end_block();
    if (tables_.size() >= kDeepestTable) {
        ++ignored_tables_;
        return;
    }
    tables_.emplace_back();
}

void HtmlFlow::begin_row() {
    if (ignored_tables_ > 0) return end_block();
    end_row();
}

void HtmlFlow::begin_cell() {
    end_cell();
    if (tables_.empty() || ignored_tables_ > 0) return;
    tables_.back().row.emplace_back();
    tables_.back().in_cell = true;
}

void HtmlFlow::end_cell() {
    end_block();
    if (!tables_.empty() && ignored_tables_ == 0) tables_.back().in_cell = false;
}

void HtmlFlow::end_row() {
    end_cell();
    if (!tables_.empty() && ignored_tables_ == 0) put_row(tables_.back());
}

void HtmlFlow::end_table() {
    end_block();
    if (ignored_tables_ > 0) {
        --ignored_tables_;
        return;
    }
    if (tables_.empty()) return;
    end_row();
    Blocks rows = std::move(tables_.back().done);
    tables_.pop_back();
    if (rows.empty()) return;
    rows.front().tight = false;
    if (!tables_.empty() && tables_.back().in_cell) tables_.back().row.back().has_table = true;
    Blocks& outer = target();
    std::move(rows.begin(), rows.end(), std::back_inserter(outer));
}

bool HtmlFlow::is_layout(Table& table, const std::vector<Cell>& row) {
    if (std::any_of(row.begin(), row.end(), [](const Cell& cell) { return cell.has_table; })) {
        return true;
    }
    if (row.size() > 2) return false;
    const auto has_mark = [&row](PageMark mark) {
        return std::any_of(row.begin(), row.end(), [mark](const Cell& cell) {
            return !cell.blocks.empty() && page_mark(first_line(cell.blocks.front().text)) == mark;
        });
    };
    table.letterhead = table.letterhead || (row.size() == 2 && has_mark(PageMark::motto));
    if (row.size() == 1 || table.letterhead || has_mark(PageMark::begin)) return true;
    const auto paragraphs = [](const Cell& cell) { return cell.blocks.size() > 1; };
    const auto lines = [](const Cell& cell) {
        return cell.blocks.size() == 1 && cell.blocks.front().text.find('\n') != std::string::npos;
    };
    return std::any_of(row.begin(), row.end(), paragraphs) ||
           std::all_of(row.begin(), row.end(), lines);
}

std::string HtmlFlow::joined(const Cell& cell) {
    std::string line;
    for (const Block& block : cell.blocks) {
        if (!line.empty()) line += ' ';
        line += block.text;
    }
    std::replace(line.begin(), line.end(), '\n', ' ');
    return line;
}

void HtmlFlow::put_row(Table& table) {
    std::vector<Cell> row = std::exchange(table.row, {});
    while (!row.empty() && row.back().blocks.empty()) row.pop_back();
    if (row.empty()) return;
    if (is_layout(table, row)) {
        for (Cell& cell : row) {
            std::move(cell.blocks.begin(), cell.blocks.end(), std::back_inserter(table.done));
        }
        return;
    }
    std::string line = joined(row.front());
    for (std::size_t i = 1; i < row.size(); ++i) line += " | " + joined(row[i]);
    table.done.push_back({std::move(line), true});
}

std::string HtmlFlow::finish() {
    while (!tables_.empty()) end_table();
    end_block();
    std::string text;
    for (const Block& block : page_) {
        if (!text.empty()) text += block.tight ? "\n" : "\n\n";
        text += block.text;
    }
    if (!text.empty()) text += '\n';
    return text;
}

}  // namespace tracuu::corpus
