#include "corpus/reader.hpp"

#include <string>
#include <string_view>

#include "corpus/readers/html_reader.hpp"
#include "corpus/readers/jsonl_reader.hpp"
#include "corpus/readers/markdown_reader.hpp"
#include "corpus/readers/text_reader.hpp"

namespace tracuu::corpus {
namespace {

std::string lower_extension(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    for (char& c : extension) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return extension;
}

}  // namespace

const Reader* reader_for(const std::filesystem::path& file) {
    static const TextReader text;
    static const MarkdownReader markdown;
    static const HtmlReader html;
    static const JsonlReader jsonl;
    const std::string extension = lower_extension(file);
    if (extension == ".txt") return &text;
    if (extension == ".md" || extension == ".markdown") return &markdown;
    if (extension == ".html" || extension == ".htm") return &html;
    if (extension == ".jsonl" || extension == ".ndjson") return &jsonl;
    return nullptr;
}

}  // namespace tracuu::corpus
