#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::corpus {

/// Lays out the words of a page as plain text: white space collapsed, a blank line between
/// blocks, `\n` for forced breaks, one line for each row of a table with ` | ` between cells.
/// Rows that only lay out a page are given as blocks, cell after cell: one cell, cells of a nested
/// table, two cells with several paragraphs or lines each, and the two columns of a letterhead or
/// a signature.
class HtmlFlow {
  public:
    void text(std::string_view decoded);
    void line_break();
    /// Ends the paragraph; repeated calls make one end.
    void block_break();
    void begin_table();
    void begin_row();
    void begin_cell();
    void end_cell();
    void end_row();
    void end_table();
    /// Inside `pre` the line breaks of the source are kept.
    void keep_lines(bool keep) noexcept { keep_lines_ = keep; }

    /// The text of all; ends with `\n` when it is not empty. Call once, at the end.
    [[nodiscard]] std::string finish();

  private:
    struct Block {
        std::string text;
        bool tight = false;  // one `\n` before it, not a blank line
    };
    using Blocks = std::vector<Block>;
    struct Cell {
        Blocks blocks;
        bool has_table = false;
    };
    struct Table {
        Blocks done;            // finished rows
        std::vector<Cell> row;  // cells of the row at hand
        bool in_cell = false;
        bool letterhead = false;  // holds the motto: all its rows lay out
    };

    [[nodiscard]] Blocks& target();
    void end_block();
    void put_row(Table& table);
    [[nodiscard]] static bool is_layout(Table& table, const std::vector<Cell>& row);
    [[nodiscard]] static std::string joined(const Cell& cell);

    static constexpr std::size_t kDeepestTable = 24;  // deeper tables are read as plain blocks

    Blocks page_;
    std::vector<Table> tables_;
    std::size_t ignored_tables_ = 0;
    std::string current_;
    bool space_ = false;
    bool keep_lines_ = false;
};

}  // namespace tracuu::corpus
