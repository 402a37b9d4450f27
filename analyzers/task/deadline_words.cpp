#include "analyzers/task/deadline_words.hpp"

#include <algorithm>
#include <array>

#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/task/first_word_filter.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/data_table.hpp"
#include "support/error.hpp"

namespace tracuu::analyzers {
namespace {

// In the order of TimeCue.
constexpr std::array<std::string_view, 13> kNames{
    "before",    "latest",     "until",   "in",         "from",      "done",  "act",
    "recurring", "continuous", "no_time", "not_adverb", "condition", "onward"};

struct Tables {
    FirstWordFilter filter;  // 0: phrases, 1: nouns
    PhraseTable phrases;
    PhraseTable nouns;

    Tables() {
        const support::DataTable rows("deadline_cues.tsv",
                                      tracuu_analyzers::file("deadline_cues.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const std::string_view name = rows.cell(row, "cue");
            const auto found = std::find(kNames.begin(), kNames.end(), name);
            if (found == kNames.end()) {
                throw support::Error(support::ErrorCode::internal, "unknown cue",
                                     std::string(name));
            }
            const auto cue = static_cast<std::int32_t>(found - kNames.begin());
            const bool noun = cue == static_cast<std::int32_t>(TimeCue::not_adverb);
            (noun ? nouns : phrases).add(rows.cell(row, "phrase"), cue);
            filter.add(rows.cell(row, "phrase"), noun ? 1 : 0);
        }
    }
};

const Tables& tables() {
    static const Tables all;
    return all;
}

}  // namespace

std::optional<TimePhrase> time_phrase(const TokenReader& text, std::uint32_t at) {
    if (!text.inside(at) || !tables().filter.may_start(text.token(at).key, 0)) return std::nullopt;
    const auto match = tables().phrases.longest(text.tokens(), at);
    if (!match) return std::nullopt;
    return TimePhrase{static_cast<TimeCue>(match->value), match->length};
}

std::uint32_t attributed_noun(const TokenReader& text, std::uint32_t at) {
    if (!text.inside(at) || !tables().filter.may_start(text.token(at).key, 1)) return 0;
    const auto match = tables().nouns.longest(text.tokens(), at);
    return match ? match->length : 0;
}

}  // namespace tracuu::analyzers
