#include "indexer/rank/hit.hpp"

#include <algorithm>

#include "analyzers/letter.hpp"
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

std::string most_frequent(const std::unordered_map<std::string, std::uint32_t>& forms) {
    std::string best;
    std::uint32_t most = 0;
    for (const auto& [form, times] : forms) {
        if (times > most || (times == most && form < best)) {
            best = form;
            most = times;
        }
    }
    return best;
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

void AccentRestorer::add(std::string_view text) {
    if (query_.accented || query_.runs.empty()) return;
    SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    const auto spelled = [&](std::size_t i) {
        return analyzers::lower(support::slice(text, tokens.tokens[i].source));
    };
    std::unordered_map<std::string_view, char> wanted;
    for (const auto& run : query_.runs) {
        for (const QueryWord& word : run) wanted.emplace(word.folded, '\0');
    }
    std::string before;  // spelling of the token before, when it is wanted too
    for (std::size_t i = 0; i < tokens.tokens.size(); ++i) {
        const std::string_view folded = tokens.folded(tokens.tokens[i]);
        if (wanted.find(folded) == wanted.end()) {
            before.clear();
            continue;
        }
        std::string form = spelled(i);
        ++words_[std::string(folded)][form];
        if (!before.empty() && !tokens.tokens[i].breaks) {
            std::string key(tokens.folded(tokens.tokens[i - 1]));
            key.append(" ").append(folded);
            ++pairs_[key][before + " " + form];
        }
        before = std::move(form);
    }
}

std::string AccentRestorer::suggestion(std::string_view typed) const {
    if (query_.accented || query_.runs.empty()) return {};
    if (typed.find_first_of("\"():-/|") != std::string_view::npos) return {};
    const std::vector<QueryWord>& run = query_.runs.back();  // what was typed
    if (query_words(typed) != run) return {};
    std::vector<std::string> restored;
    for (std::size_t i = 0; i < run.size(); ++i) {
        std::string form;
        // A pair decides better than a word alone: "ban hanh" against "ban to chuc".
        const auto pair_form = [&](std::size_t first, bool take_second) {
            const auto pair = pairs_.find(run[first].folded + " " + run[first + 1].folded);
            if (!form.empty() || pair == pairs_.end()) return;
            const std::string both = most_frequent(pair->second);
            const std::size_t space = both.find(' ');
            form = take_second ? both.substr(space + 1) : both.substr(0, space);
        };
        if (i > 0) pair_form(i - 1, true);
        if (i + 1 < run.size()) pair_form(i, false);
        const auto alone = words_.find(run[i].folded);
        if (form.empty() && alone != words_.end()) form = most_frequent(alone->second);
        restored.push_back(form.empty() ? run[i].folded : form);
    }
    std::string text;
    bool changed = false;
    for (std::size_t i = 0; i < restored.size(); ++i) {
        if (i > 0) text += ' ';
        text += restored[i];
        changed = changed || analyzers::fold(restored[i]) != restored[i];
    }
    return changed ? text : std::string();
}

}  // namespace tracuu::indexer
