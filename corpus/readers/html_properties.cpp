#include "corpus/readers/html_properties.hpp"

#include <charconv>
#include <optional>
#include <utility>

#include "corpus/readers/page_words.hpp"
#include "support/date.hpp"

namespace tracuu::corpus {
namespace {

constexpr std::size_t kLongestCell = 600;  // bytes; longer values are no properties

std::string_view trimmed(std::string_view text) noexcept {
    const auto from = text.find_first_not_of(' ');
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(' ') + 1 - from);
}

// "10/12/2019", "10-12-2019", "10.12.2019" -> "2019-12-10"; anything else is no date.
std::optional<std::string> iso_date(std::string_view text) {
    int parts[3] = {};
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int i = 0; i < 3; ++i) {
        const auto read = std::from_chars(at, end, parts[i]);
        if (read.ec != std::errc()) return std::nullopt;
        at = read.ptr;
        if (i == 2) break;
        if (at == end || (*at != '/' && *at != '-' && *at != '.')) return std::nullopt;
        ++at;
    }
    const auto date = support::Date::of(parts[2], parts[1], parts[0]);
    if (!date || at != end) return std::nullopt;
    return date->iso();
}

}  // namespace

void HtmlProperties::begin_table() {
    tables_.emplace_back();
}

void HtmlProperties::begin_row() {
    if (tables_.empty()) return;
    end_cell();
    tables_.back().has_label = false;
}

void HtmlProperties::begin_cell() {
    if (tables_.empty()) return;
    end_cell();
    tables_.back().in_cell = true;
}

void HtmlProperties::text(std::string_view shown) {
    if (tables_.empty() || !tables_.back().in_cell) return;
    std::string& cell = tables_.back().cell;
    for (const char c : shown) {
        if (cell.size() > kLongestCell) return;
        bool space = c == ' ' || (c >= '\t' && c <= '\r');
        if (c == '\xA0' && !cell.empty() && cell.back() == '\xC2') {  // U+00A0
            cell.pop_back();
            space = true;
        }
        if (!space) {
            cell += c;
        } else if (!cell.empty() && cell.back() != ' ') {
            cell += ' ';
        }
    }
}

void HtmlProperties::end_cell() {
    if (tables_.empty() || !tables_.back().in_cell) return;
    Table& table = tables_.back();
    put_cell(table);
    table.cell.clear();
    table.in_cell = false;
}

void HtmlProperties::put_cell(Table& table) {
    const std::string_view cell = trimmed(table.cell);
    if (const auto field = property_field(cell)) {
        table.field = *field;
        table.has_label = true;
        return;
    }
    if (!std::exchange(table.has_label, false)) {
        if (!cell.empty()) ++table.other_cells;
        return;
    }
    ++table.pairs;
    if (table.field.empty() || cell.empty() || cell.size() > kLongestCell) return;
    std::optional<std::string> value(cell);
    if (table.field == "date") value = iso_date(cell);
    if (value) table.values.emplace(table.field, std::move(*value));
}

void HtmlProperties::mark() {
    for (Table& table : tables_) table.marked = true;
}

// A form of a document has labels too, but no values; a table of data has other cells.
bool HtmlProperties::is_property_table(const Table& table) noexcept {
    return !table.marked && table.pairs >= 3 && table.values.size() >= 2 &&
           table.other_cells <= table.pairs;
}

bool HtmlProperties::end_table() {
    if (tables_.empty()) return false;
    end_cell();
    const Table table = std::move(tables_.back());
    tables_.pop_back();
    if (!is_property_table(table)) return false;
    values_.insert(table.values.begin(), table.values.end());  // the first table counts
    return true;
}

}  // namespace tracuu::corpus
