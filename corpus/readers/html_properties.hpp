#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tracuu::corpus {

/// Finds the tables (and `dl` lists) of a page that give its properties as label and value.
class HtmlProperties {
  public:
    void begin_table();
    void begin_row();
    void begin_cell();
    void text(std::string_view shown);
    void end_cell();
    /// A line that only documents have stands in the open tables: they are none of properties.
    void mark();
    /// True when the table that ends is a property table; its values are then kept.
    [[nodiscard]] bool end_table();

    [[nodiscard]] std::map<std::string, std::string> take() { return std::move(values_); }

  private:
    struct Table {
        std::map<std::string, std::string> values;
        std::string cell;
        std::string field;       // of the label that waits for its value
        bool has_label = false;  // ... when there is one
        bool in_cell = false;
        bool marked = false;
        std::size_t pairs = 0;
        std::size_t other_cells = 0;  // neither label nor value of one
    };

    static void put_cell(Table& table);
    [[nodiscard]] static bool is_property_table(const Table& table) noexcept;

    std::vector<Table> tables_;
    std::map<std::string, std::string> values_;
};

}  // namespace tracuu::corpus
