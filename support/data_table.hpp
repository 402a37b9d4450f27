#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tracuu::support {

/// A TSV table of knowledge: `#` comment lines, one header line, rows of tab-separated cells.
/// Cells are views into the text given to the constructor, which must outlive the table.
class DataTable {
  public:
    /// `name` is for messages. Errors: unsupported_input on a row with another number of cells
    /// than the header, naming the line.
    DataTable(std::string_view name, std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return rows_.size(); }
    /// The cell of `row` (0-based) in `column`. Errors: internal when the column does not exist.
    [[nodiscard]] std::string_view cell(std::size_t row, std::string_view column) const;
    /// The parts of a list cell, separated by `; `; empty cells give no parts.
    [[nodiscard]] std::vector<std::string_view> list(std::size_t row,
                                                     std::string_view column) const;

  private:
    std::string name_;
    std::vector<std::string_view> columns_;
    std::vector<std::vector<std::string_view>> rows_;
};

}  // namespace tracuu::support
