#pragma once

#include <optional>
#include <vector>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// A row of a table of tasks; cells that the table lacks are empty.
struct TaskRow {
    TokenRange work;
    TokenRange lead;
    TokenRange support;
    TokenRange schedule;
    TokenRange product;
    bool completion = false;  ///< the column of times is one of ends ("Thời hạn hoàn thành")
};

/// Reads the lines of real tables, cells separated by "|" as in Markdown and in what the HTML
/// reader gives. Only a table with a column of work and one of who leads is one of tasks.
class TaskTable {
  public:
    /// Takes the next paragraph. True when it is a line of a table of tasks; `row` is set when it
    /// is one with a task.
    bool read(const Reading& reading, TokenRange line, std::optional<TaskRow>& row);

  private:
    enum class Column : std::uint8_t { other, work, lead, support, schedule, completion, product };
    [[nodiscard]] static Column column_of(const TokenReader& cell);
    [[nodiscard]] static Column column_by_words(const TokenReader& cell);
    static void keep_one(std::vector<Column>& columns, Column column, bool first);
    bool read_second_head(const std::vector<Column>& columns, const std::vector<TokenRange>& cells);
    bool read_second_head_in_place(const std::vector<Column>& columns,
                                   const std::vector<TokenRange>& cells);
    [[nodiscard]] bool fits(const TokenReader& text, const std::vector<TokenRange>& cells,
                            std::size_t skip) const;
    [[nodiscard]] std::vector<TokenRange> aligned(const TokenReader& text,
                                                  std::vector<TokenRange> cells) const;
    [[nodiscard]] std::optional<TaskRow> row_of(const TokenReader& text,
                                                const std::vector<TokenRange>& cells);

    std::vector<Column> head_;  // empty: outside of tables of tasks
    TokenRange last_lead_;      // of the row before
};

}  // namespace tracuu::analyzers
