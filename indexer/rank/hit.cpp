#include "indexer/rank/hit.hpp"

#include <algorithm>

#include "support/utf8.hpp"

namespace tracuu::indexer {
namespace {

using analyzers::SearchTokens;

// The passage that holds byte `at`; the last one otherwise.
const Passage* passage_at(const std::vector<Passage>& passages, std::uint32_t at) {
    const auto after = std::upper_bound(
        passages.begin(), passages.end(), at,
        [](std::uint32_t byte, const Passage& passage) { return byte < passage.bytes.begin; });
    return after == passages.begin() ? nullptr : &*(after - 1);
}

std::string section_at(const std::vector<SectionRecord>& sections, std::uint32_t code_point) {
    std::string path;
    for (const SectionRecord& section : sections) {
        if (section.span.begin > code_point) break;
        path = section.path;
    }
    return path;
}

std::uint32_t count(std::string_view text) {
    return static_cast<std::uint32_t>(support::count_code_points(text));
}

}  // namespace

Hit make_hit(const RankQuery& query, const DocumentOutline& outline, std::string_view text) {
    SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    const TextMatch match = match_text(query, tokens);
    SnippetPlace place = make_snippet(text, tokens, match);
    Hit hit;
    hit.meta = outline.meta;
    hit.snippet = std::move(place.snippet);
    std::uint32_t at = place.bytes.begin;
    if (match.window_last > match.window_first) {
        at = tokens.tokens[match.hits[match.window_first].token].source.begin;
    }
    const Passage* const passage = passage_at(outline.passages, at);
    if (passage == nullptr) return hit;
    const std::uint32_t code_point =
        passage->code_point + count(text.substr(passage->bytes.begin, at - passage->bytes.begin));
    const std::uint32_t length = count(support::slice(text, passage->bytes));
    hit.passage = {passage->code_point, passage->code_point + length};
    hit.section = section_at(outline.sections, code_point);
    return hit;
}

}  // namespace tracuu::indexer
