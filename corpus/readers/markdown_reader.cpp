#include "corpus/readers/markdown_reader.hpp"

#include <algorithm>
#include <utility>

#include "corpus/readers/text_check.hpp"

namespace tracuu::corpus {
namespace {

constexpr std::size_t kFrontMatterLimit = std::size_t{64} << 10U;

std::string_view trim(std::string_view text) noexcept {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// Takes the first line off `rest`; its end is not part of it.
std::string_view take_line(std::string_view& rest) noexcept {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

bool is_key(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
}

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string_view unquoted(std::string_view value) noexcept {
    if (value.size() < 2 || value.front() != value.back()) return value;
    if (value.front() != '"' && value.front() != '\'') return value;
    return value.substr(1, value.size() - 2);
}

void add_field(std::string_view line, std::map<std::string, std::string>& fields) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || !is_key(line.substr(0, colon))) return;
    const std::string_view value = unquoted(trim(line.substr(colon + 1)));
    if (!value.empty()) fields.emplace(lower_ascii(line.substr(0, colon)), value);
}

}  // namespace

std::map<std::string, std::string> front_matter(std::string_view text) {
    std::string_view rest = without_mark(text).substr(0, kFrontMatterLimit);
    if (trim(take_line(rest)) != "---") return {};
    std::map<std::string, std::string> fields;
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (trim(line) == "---" || trim(line) == "...") return fields;
        add_field(line, fields);
    }
    return {};
}

void MarkdownReader::read(const std::filesystem::path& file, const ReadSink& sink) const {
    auto bytes = load(file, limits_.document_bytes, sink);
    if (!bytes) return;
    if (auto problem = text_problem(*bytes)) {
        sink.rejection({file.string(), std::move(*problem)});
        return;
    }
    Document document;
    document.source = file.string();
    document.format = Format::markdown;
    document.metadata = front_matter(*bytes);
    if (auto title = document.metadata.extract("title")) document.title = std::move(title.mapped());
    document.text = std::move(*bytes);
    sink.document(std::move(document));
}

}  // namespace tracuu::corpus
