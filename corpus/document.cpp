#include "corpus/document.hpp"

namespace tracuu::corpus {

const char* name(Format format) noexcept {
    switch (format) {
        case Format::text:
            return "text";
        case Format::markdown:
            return "markdown";
        case Format::html:
            return "html";
        case Format::jsonl:
            return "jsonl";
    }
    return "text";
}

}  // namespace tracuu::corpus
