#include "corpus/readers/html_reader.hpp"

#include <utility>

#include "corpus/readers/html_text.hpp"
#include "corpus/readers/text_check.hpp"

namespace tracuu::corpus {
namespace {

// What a page may call UTF-8 or a part of it.
bool is_utf8_name(std::string_view charset) noexcept {
    return charset == "utf-8" || charset == "utf8" || charset == "us-ascii" || charset == "ascii";
}

// A charset is a short name of printable ASCII; what else stands there is not repeated.
std::string printable(std::string_view charset) {
    std::string name;
    for (const char c : charset.substr(0, 40)) name += c > ' ' && c <= '~' ? c : '?';
    return name;
}

std::optional<std::string> page_problem(std::string_view html) {
    if (wide_encoding(html)) return text_problem(html);
    const auto charset = declared_charset(html);
    if (charset && !is_utf8_name(*charset)) {
        return "declared charset " + printable(*charset) + "; convert it to UTF-8";
    }
    return text_problem(html);
}

}  // namespace

void HtmlReader::read(const std::filesystem::path& file, const ReadSink& sink) const {
    const auto html = load(file, limits_.document_bytes, sink);
    if (!html) return;
    auto problem = page_problem(*html);
    HtmlPage page;
    if (!problem) {
        page = read_html(without_mark(*html));
        problem = page.complete ? text_problem(page.text) : "elements nest too deep";
    }
    if (problem) {
        sink.rejection({file.string(), std::move(*problem)});
        return;
    }
    Document document;
    document.source = file.string();
    const auto subject = page.properties.find("title");
    document.title =
        subject == page.properties.end() ? std::move(page.title) : std::move(subject->second);
    document.metadata = std::move(page.properties);
    document.text = std::move(page.text);
    document.format = Format::html;
    sink.document(std::move(document));
}

}  // namespace tracuu::corpus
