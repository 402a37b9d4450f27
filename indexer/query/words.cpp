#include "indexer/query/words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "analyzers/document_number.hpp"
#include "analyzers/gazetteer.hpp"
#include "analyzers/search_terms.hpp"
#include "indexer/query/parser.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kLongestNumber = 6;     // typed words of one document number
constexpr std::size_t kLongestExpansion = 9;  // syllables of an expanded abbreviation
constexpr std::size_t kMostForms = 8;         // of one phrase

bool has_digit(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The folded word could be a Vietnamese syllable. Such abbreviations (TU, HĐ as "hd" is none,
// CT none, TTr none) are not expanded: "tu" is mostly a word.
bool is_syllable(std::string_view folded) {
    static constexpr std::array<std::string_view, 26> kInitials{
        "",  "b",  "c",   "ch", "d", "g",  "gh", "gi", "h", "k", "kh", "l",  "m",
        "n", "ng", "ngh", "nh", "p", "ph", "q",  "r",  "s", "t", "th", "tr", "v"};
    static constexpr std::array<std::string_view, 9> kFinals{"",   "c",  "ch", "m", "n",
                                                             "ng", "nh", "p",  "t"};
    const auto vowel = folded.find_first_of("aeiouy");
    if (vowel == std::string_view::npos) return false;
    const auto after = folded.find_first_not_of("aeiouy", vowel);
    const std::string_view initial = folded.substr(0, vowel);
    const std::string_view final =
        after == std::string_view::npos ? std::string_view() : folded.substr(after);
    const bool initial_fits =
        initial == "x" || std::find(kInitials.begin(), kInitials.end(), initial) != kInitials.end();
    return initial_fits && std::find(kFinals.begin(), kFinals.end(), final) != kFinals.end();
}

std::string join_folded(std::span<const QueryWord> words) {
    std::string text;
    for (const QueryWord& word : words) {
        if (!text.empty()) text += ' ';
        text += word.folded;
    }
    return text;
}

using Words = std::vector<QueryWord>;

// Folded expansion -> its abbreviations as words; only those that are more than syllables.
using Contractions = std::unordered_map<std::string, std::vector<Words>>;

const Contractions& contractions() {
    static const Contractions table = [] {
        Contractions made;
        for (const analyzers::Abbreviation& row : analyzers::abbreviations()) {
            const auto abbreviation = query_words(row.abbreviation);
            const auto expansion = query_words(row.expansion);
            const bool is_plain =
                std::all_of(abbreviation.begin(), abbreviation.end(),
                            [](const QueryWord& word) { return is_syllable(word.folded); });
            if (is_plain || expansion.size() < 2 || expansion.size() > kLongestExpansion) continue;
            auto& known = made[join_folded(expansion)];
            if (std::find(known.begin(), known.end(), abbreviation) == known.end()) {
                known.push_back(abbreviation);
            }
        }
        return made;
    }();
    return table;
}

// Folded abbreviation -> words of what it stands for, in the order of the table.
const std::multimap<std::string, std::vector<QueryWord>>& expansions() {
    static const std::multimap<std::string, std::vector<QueryWord>> table = [] {
        std::multimap<std::string, std::vector<QueryWord>> made;
        for (const analyzers::Abbreviation& row : analyzers::abbreviations()) {
            const auto abbreviation = query_words(row.abbreviation);
            auto expansion = query_words(row.expansion);
            if (abbreviation.size() == 1 && expansion.size() > 1) {
                made.emplace(abbreviation[0].folded, std::move(expansion));
            }
        }
        return made;
    }();
    return table;
}

QueryNode number_node(std::string canonical) {
    QueryNode node;
    node.kind = NodeKind::number;
    node.words = query_words(canonical);
    node.value = std::move(canonical);
    return node;
}

// The document number that starts with the first of `words`: how many words it takes.
std::optional<std::pair<std::size_t, std::string>> number_at(
    std::span<const std::string_view> words) {
    for (std::size_t length = std::min(words.size(), kLongestNumber); length > 0; --length) {
        std::string text;
        for (const std::string_view word : words.first(length)) {
            if (!text.empty()) text += ' ';
            text += word;
        }
        if (text.size() > 120 || !has_digit(text)) continue;
        if (const auto number = analyzers::parse_document_number(text)) {
            return std::pair{length, number->canonical()};
        }
    }
    return std::nullopt;
}

// One typed word: usually one syllable; several when it holds punctuation ("và/hoặc").
QueryNode typed_word(const std::vector<QueryWord>& words) {
    QueryNode node = sequence_node(NodeKind::chain, words);
    if (words.size() != 1 || is_syllable(words[0].folded)) return node;
    std::vector<QueryNode> alternatives{node};
    const auto [first, last] = expansions().equal_range(words[0].folded);
    for (auto at = first; at != last; ++at) {
        alternatives.push_back(sequence_node(NodeKind::chain, at->second));
    }
    return combine(NodeKind::disjunction, std::move(alternatives));
}

class WordRow {
  public:
    explicit WordRow(std::span<const std::string_view> words) : words_(words) {
        for (const std::string_view word : words) tokens_.push_back(query_words(word));
    }

    std::vector<QueryNode> read() {
        std::size_t at = 0;
        while (at < words_.size()) {
            if (const auto number = number_at(words_.subspan(at))) {
                nodes_.push_back(number_node(number->second));
                at += number->first;
                continue;
            }
            if (const std::size_t taken = contraction_at(at)) {
                at += taken;
                continue;
            }
            if (!tokens_[at].empty()) nodes_.push_back(typed_word(tokens_[at]));
            ++at;
        }
        return std::move(nodes_);
    }

  private:
    // The longest row of single words from `at` that has an abbreviation; how many it takes.
    std::size_t contraction_at(std::size_t at) {
        std::vector<QueryWord> row;
        for (std::size_t i = at; i < tokens_.size() && row.size() < kLongestExpansion; ++i) {
            if (tokens_[i].size() != 1) break;
            row.push_back(tokens_[i][0]);
        }
        for (; row.size() > 1; row.pop_back()) {
            const auto found = contractions().find(join_folded(row));
            if (found == contractions().end()) continue;
            std::vector<QueryNode> all;
            for (const QueryWord& word : row) all.push_back(word_node(word));
            std::vector<QueryNode> alternatives{combine(NodeKind::conjunction, std::move(all))};
            for (const Words& abbreviation : found->second) {
                alternatives.push_back(sequence_node(NodeKind::phrase, abbreviation));
            }
            nodes_.push_back(combine(NodeKind::disjunction, std::move(alternatives)));
            nodes_.back().weight = row.size();
            return row.size();
        }
        return 0;
    }

    std::span<const std::string_view> words_;
    std::vector<std::vector<QueryWord>> tokens_;
    std::vector<QueryNode> nodes_;
};

// The ways to write a phrase: each abbreviation in it written out, each name that has one
// abbreviated, and as it stands first.
class PhraseForms {
  public:
    explicit PhraseForms(const Words& words) : words_(words) {}

    QueryNode read() {
        for (std::size_t at = 0; at < words_.size();) at += part_at(at);
        std::vector<QueryNode> alternatives;
        for (Words& form : forms_) {
            alternatives.push_back(sequence_node(NodeKind::phrase, std::move(form)));
        }
        return combine(NodeKind::disjunction, std::move(alternatives));
    }

  private:
    // Continues every form with each way to write what stands at `at`; how many words it takes.
    std::size_t part_at(std::size_t at) {
        const auto rest = std::span(words_).subspan(at);
        for (std::size_t size = std::min(rest.size(), kLongestExpansion); size > 1; --size) {
            const auto found = contractions().find(join_folded(rest.first(size)));
            if (found == contractions().end()) continue;
            std::vector<Words> ways{
                Words(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(size))};
            ways.insert(ways.end(), found->second.begin(), found->second.end());
            append(ways);
            return size;
        }
        std::vector<Words> ways{Words{rest.front()}};
        if (!is_syllable(rest.front().folded)) {
            const auto [first, last] = expansions().equal_range(rest.front().folded);
            for (auto way = first; way != last; ++way) ways.push_back(way->second);
        }
        append(ways);
        return 1;
    }

    void append(const std::vector<Words>& ways) {
        std::vector<Words> longer;
        for (const Words& form : forms_) {
            for (const Words& way : ways) {
                if (longer.size() >= kMostForms) break;
                longer.push_back(form);
                longer.back().insert(longer.back().end(), way.begin(), way.end());
            }
        }
        forms_ = std::move(longer);
    }

    const Words& words_;
    std::vector<Words> forms_{Words{}};
};

}  // namespace

std::vector<QueryWord> query_words(std::string_view text) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    std::vector<QueryWord> words;
    for (const analyzers::SearchToken& token : tokens.tokens) {
        words.push_back({std::string(tokens.folded(token)), std::string(tokens.accented(token))});
    }
    return words;
}

std::vector<QueryNode> read_words(std::span<const std::string_view> words) {
    return WordRow(words).read();
}

QueryNode read_phrase(std::string_view text) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    std::vector<QueryNode> parts;
    std::vector<QueryWord> words;
    for (const analyzers::SearchToken& token : tokens.tokens) {
        if (token.breaks && !words.empty()) {
            parts.push_back(PhraseForms(words).read());
            words.clear();
        }
        words.push_back({std::string(tokens.folded(token)), std::string(tokens.accented(token))});
    }
    if (!words.empty()) parts.push_back(PhraseForms(words).read());
    return combine(NodeKind::conjunction, std::move(parts));
}

}  // namespace tracuu::indexer
