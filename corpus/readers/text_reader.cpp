#include "corpus/readers/text_reader.hpp"

#include <utility>

#include "corpus/readers/text_check.hpp"

namespace tracuu::corpus {

void TextReader::read(const std::filesystem::path& file, const ReadSink& sink) const {
    auto bytes = load(file, limits_.document_bytes, sink);
    if (!bytes) return;
    if (auto problem = text_problem(*bytes)) {
        sink.rejection({file.string(), std::move(*problem)});
        return;
    }
    Document document;
    document.source = file.string();
    document.text = std::move(*bytes);
    sink.document(std::move(document));
}

}  // namespace tracuu::corpus
