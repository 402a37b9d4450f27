#include "analyzers/task/clause.hpp"

#include <algorithm>
#include <array>

#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestTopic = 120;  // tokens

// A full stop ends a sentence when a capital or nothing follows; "TP. Hà Nội", "1.2" do not.
bool ends_sentence(const TokenReader& text, std::uint32_t at) {
    if (!text.is_one_of(at, ".!?")) return false;
    if (at + 1 >= text.last()) return true;
    if (!text.token(at + 1).space_before || !text.is_capital(at + 1)) return false;
    const bool abbreviation = text.is_word(at - 1) && text.word(at - 1).size() <= 2 &&
                              text.token(at - 1).letter_case == LetterCase::upper;
    return !abbreviation;
}

void end_sentence(std::vector<Clause>& clauses, std::uint32_t last) {
    for (std::size_t i = clauses.size(); i-- > 0;) {
        clauses[i].sentence_last = last;
        if (clauses[i].opens_sentence) return;
    }
}

// "gồm:", "như sau:", "tại địa chỉ:" end no topic.
bool announces_list(const TokenReader& text, std::uint32_t colon) {
    static const std::array<std::uint64_t, 6> words{token_key("gồm"), token_key("sau"),
                                                    token_key("đây"), token_key("chỉ"),
                                                    token_key("như"), token_key("là")};
    return std::any_of(words.begin(), words.end(),
                       [&](std::uint64_t key) { return text.has_key(colon - 1, key); });
}

}  // namespace

std::vector<Clause> split_clauses(const TokenReader& text) {
    std::vector<Clause> clauses;
    std::uint32_t begin = text.first();
    bool opens = true;
    int depth = 0;
    for (std::uint32_t at = text.first(); at < text.last(); ++at) {
        if (text.is_mark(at, "(")) ++depth;
        if (text.is_mark(at, ")") && depth > 0) --depth;
        const bool sentence = depth <= 1 && ends_sentence(text, at);
        const bool clause = depth == 0 && text.is_mark(at, ";");
        if (!sentence && !clause) continue;
        clauses.push_back({{begin, at}, at, opens});
        if (sentence) end_sentence(clauses, at);
        begin = at + 1;
        opens = sentence;
        if (sentence) depth = 0;
    }
    if (begin < text.last()) {
        clauses.push_back({{begin, text.last()}, text.last(), opens});
        end_sentence(clauses, text.last());
    }
    return clauses;
}

TokenRange after_topic(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    if (!CueTable::builtin().starts(Cue::topic, text, range.first)) return range;
    const std::uint32_t limit = std::min(text.last(), range.first + kLongestTopic);
    static const std::uint64_t about = token_key("về");
    int depth = 0;
    bool listed = false;  // "Về kiến nghị A; B: Ủy ban ..."
    for (std::uint32_t at = range.first; at + 1 < limit; ++at) {
        if (text.is_mark(at, "(")) ++depth;
        if (text.is_mark(at, ")")) --depth;
        if (depth != 0) continue;
        const bool part = text.is_mark(at, ";") && text.has_key(range.first, about);
        listed = listed || part;
        if (!part && text.is_one_of(at, ".;") && text.token(at + 1).space_before) return range;
        if (!text.is_mark(at, ":")) continue;
        const bool other = announces_list(text, at) || (listed && !text.is_capital(at + 1));
        return other ? range : TokenRange{at + 1, range.last};
    }
    return range;
}

}  // namespace tracuu::analyzers
