#include "indexer/completion.hpp"

#include "analyzers/letter.hpp"
#include "analyzers/search_terms.hpp"
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

std::string spelling_in(std::string_view text, std::string_view folded) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    const std::size_t space = folded.find(' ');
    const std::string_view first = folded.substr(0, space);
    for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
        if (tokens.folded(tokens.tokens[i]) != first) continue;
        const std::string_view form = support::slice(text, tokens.tokens[i].source);
        if (space == std::string_view::npos) return analyzers::lower(form);
        if (i + 1 >= tokens.tokens.size() || tokens.tokens[i + 1].breaks) continue;
        if (tokens.folded(tokens.tokens[i + 1]) != folded.substr(space + 1)) continue;
        return analyzers::lower(form) + " " +
               analyzers::lower(support::slice(text, tokens.tokens[i + 1].source));
    }
    return {};
}

}  // namespace tracuu::indexer
