#include "support/data_table.hpp"

#include <algorithm>

#include "support/error.hpp"

namespace tracuu::support {
namespace {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t at = text.find(separator);
        parts.push_back(text.substr(0, at));
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && (text.front() == ' ')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ')) text.remove_suffix(1);
    return text;
}

}  // namespace

DataTable::DataTable(std::string_view name, std::string_view text) : name_(name) {
    std::size_t line_number = 0;
    for (const std::string_view line : split(text, "\n")) {
        ++line_number;
        if (line.empty() || line.front() == '#') continue;
        if (columns_.empty()) {
            columns_ = split(line, "\t");
            continue;
        }
        rows_.push_back(split(line, "\t"));
        if (rows_.back().size() != columns_.size()) {
            throw Error(ErrorCode::unsupported_input,
                        std::to_string(rows_.back().size()) + " cells, the header has " +
                            std::to_string(columns_.size()),
                        name_ + " line " + std::to_string(line_number));
        }
    }
}

std::string_view DataTable::cell(std::size_t row, std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end()) {
        throw Error(ErrorCode::internal, "no column " + std::string(column), name_);
    }
    return trim(rows_.at(row)[static_cast<std::size_t>(found - columns_.begin())]);
}

std::vector<std::string_view> DataTable::list(std::size_t row, std::string_view column) const {
    std::vector<std::string_view> parts;
    for (const std::string_view part : split(cell(row, column), ";")) {
        if (!trim(part).empty()) parts.push_back(trim(part));
    }
    return parts;
}

}  // namespace tracuu::support
