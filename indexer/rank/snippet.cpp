#include <algorithm>

#include "indexer/rank/text_match.hpp"
#include "support/utf8.hpp"

namespace tracuu::indexer {
namespace {

using analyzers::SearchToken;
using analyzers::SearchTokens;

constexpr std::size_t kSnippet = 240;  // code points

bool starts_code_point(char c) noexcept {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}
bool is_space(char c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// Byte at most `count` code points before `at`, after a space when there is one on the way.
std::size_t step_back(std::string_view text, std::size_t at, std::size_t count) {
    std::size_t word_start = at;
    std::size_t pos = at;
    while (pos > 0 && count > 0) {
        --pos;
        while (pos > 0 && !starts_code_point(text[pos])) --pos;
        --count;
        if (pos == 0 || is_space(text[pos - 1])) word_start = pos;
        // A line start is a good place to begin once some context is there.
        if (pos > 0 && text[pos - 1] == '\n' && at - pos > 40) return pos;
    }
    return word_start;
}

// Byte at most `count` code points after `at`, before a space when there is one on the way.
std::size_t step_forward(std::string_view text, std::size_t at, std::size_t count) {
    std::size_t word_end = at;
    std::size_t pos = at;
    while (pos < text.size() && count > 0) {
        ++pos;
        while (pos < text.size() && !starts_code_point(text[pos])) ++pos;
        --count;
        if (pos >= text.size() || is_space(text[pos])) word_end = pos;
    }
    // One word longer than the whole snippet is cut.
    return word_end == at ? pos : word_end;
}

// The bytes of the best window; its first part when it is longer than a snippet.
support::ByteRange window_bytes(std::string_view text, const SearchTokens& tokens,
                                const TextMatch& match) {
    if (match.window_last <= match.window_first) return {0, 0};
    const std::uint32_t begin = tokens.tokens[match.hits[match.window_first].token].source.begin;
    std::uint32_t end = tokens.tokens[match.hits[match.window_last - 1].token].source.end;
    const std::string_view window = text.substr(begin, end - begin);
    if (support::count_code_points(window) > kSnippet) {
        end = begin + support::offset(step_forward(window, 0, kSnippet));
    }
    return {begin, end};
}

void mark_hits(std::string_view text, const SearchTokens& tokens, const TextMatch& match,
               SnippetPlace& place) {
    std::size_t at = place.bytes.begin;
    std::uint32_t index = 0;
    const auto count_to = [&](std::size_t byte) {
        index += static_cast<std::uint32_t>(support::count_code_points(text.substr(at, byte - at)));
        at = byte;
        return index;
    };
    for (const WordHit& hit : match.hits) {
        const support::ByteRange source = tokens.tokens[hit.token].source;
        if (source.begin < place.bytes.begin) continue;
        if (source.end > place.bytes.end) break;
        const std::uint32_t begin = count_to(source.begin);
        const std::uint32_t end = count_to(source.end);
        auto& marks = place.snippet.highlights;
        // A word cut in two by the length limit has marks that touch.
        if (!marks.empty() && marks.back().end == begin) {
            marks.back().end = end;
        } else {
            marks.push_back({begin, end});
        }
    }
}

}  // namespace

SnippetPlace make_snippet(std::string_view text, const SearchTokens& tokens,
                          const TextMatch& match) {
    SnippetPlace place;
    const support::ByteRange window = window_bytes(text, tokens, match);
    const std::size_t used = support::count_code_points(text.substr(window.begin, window.size()));
    const std::size_t spare = kSnippet - std::min(kSnippet, used);
    const std::size_t begin = step_back(text, window.begin, spare / 3);
    const std::size_t before = support::count_code_points(text.substr(begin, window.begin - begin));
    const std::size_t end = step_forward(text, window.end, spare - before);
    place.bytes = {support::offset(begin), support::offset(end)};
    place.snippet.text = text.substr(begin, end - begin);
    mark_hits(text, tokens, match, place);
    return place;
}

}  // namespace tracuu::indexer
