#include "indexer/completion.hpp"

#include "indexer/query/parser.hpp"

namespace tracuu::indexer {

std::string squeeze(std::string_view text) {
    std::string squeezed;
    for (const QueryWord& word : query_words(text)) squeezed += word.folded;
    return squeezed;
}

Typed read_typed(std::string_view typed) {
    Typed read;
    if (typed.size() > kLongestTyped) return read;
    read.squeezed = squeeze(typed);
    read.words = query_words(typed);
    const bool word_is_open = !typed.empty() && typed.back() != ' ';
    if (word_is_open && !read.words.empty()) {
        read.last = read.words.back().folded;
        read.words.pop_back();
    }
    return read;
}

}  // namespace tracuu::indexer
