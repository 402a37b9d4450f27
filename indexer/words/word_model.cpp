#include "indexer/words/word_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "analyzers/letter.hpp"
#include "analyzers/search_terms.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint32_t kUnknown = UINT32_MAX;
constexpr double kUnseen = 0.05;          // of a word's own share, after a word it never follows
constexpr double kClearly = 20;           // times more likely: what "did you mean" asks for
constexpr double kSure = 0.4;             // share of all next words that goes on by itself
constexpr double kRarely = 0.01;          // of the best completion's likelihood
constexpr std::size_t kContinued = 3;     // words
constexpr std::size_t kLongestRead = 32;  // words
constexpr std::size_t kWidest = 24;       // readings kept of each word
constexpr std::size_t kMostForms = 100;   // words that are looked at for one place

// Letters of `text` that fit `beginning`: the same, or typed without marks.
bool fits(std::string_view text, std::string_view beginning) {
    while (!beginning.empty()) {
        const auto size = [](std::string_view s) {
            std::size_t bytes = 1;
            while (bytes < s.size() && (static_cast<unsigned char>(s[bytes]) & 0xC0U) == 0x80U) {
                ++bytes;
            }
            return bytes;
        };
        if (text.empty()) return false;
        const std::string_view typed = beginning.substr(0, size(beginning));
        const std::string_view letter = text.substr(0, size(text));
        if (typed != letter && (typed.size() > 1 || analyzers::fold(letter) != typed)) return false;
        beginning.remove_prefix(typed.size());
        text.remove_prefix(letter.size());
    }
    return true;
}

}  // namespace

std::vector<TypedWord> typed_words(std::string_view typed) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(typed, tokens);
    std::vector<TypedWord> words;
    for (const analyzers::SearchToken& token : tokens.tokens) {
        words.push_back({analyzers::lower(support::slice(typed, token.source)),
                         std::string(tokens.folded(token))});
    }
    return words;
}

std::uint64_t WordModel::total() const {
    std::uint64_t sum = 0;
    for (const WordTable* const table : tables_) sum += table->total();
    return std::max<std::uint64_t>(sum, 1);
}

std::uint64_t WordModel::count(const TypedWord& word) const {
    std::uint64_t sum = 0;
    for (const Form& form : spellings(word)) sum += form.text == word.text ? form.count : 0;
    return sum;
}

// Words of the tables, those with the same spelling as one.
class WordModel::Collector {
  public:
    explicit Collector(const std::vector<const WordTable*>& tables) : tables_(tables) {}

    /// A word of table `t` that is worth `weight`, when it fits what was typed.
    void offer(std::size_t t, std::uint32_t word, std::uint32_t weight, const TypedWord& typed) {
        if (tables_[t]->folded(word).starts_with(typed.folded) &&
            fits(tables_[t]->text(word), typed.text)) {
            offered_.push_back({t, word, weight});
        }
    }
    /// The weightiest; all of a few.
    std::vector<Form> finish() {
        const auto end =
            offered_.begin() + static_cast<std::ptrdiff_t>(std::min(offered_.size(), kMostForms));
        std::partial_sort(offered_.begin(), end, offered_.end(),
                          [](const Offer& a, const Offer& b) { return a.weight > b.weight; });
        std::map<std::string_view, Form> forms;
        for (auto at = offered_.begin(); at != end; ++at) {
            const std::string_view text = tables_[at->table]->text(at->word);
            Form& form = forms[text];
            form.text = text;
            form.count += tables_[at->table]->count(at->word);
            form.numbers.resize(tables_.size(), kUnknown);
            form.numbers[at->table] = at->word;
        }
        std::vector<Form> list;
        for (auto& [text, form] : forms) list.push_back(std::move(form));
        return list;
    }

  private:
    struct Offer {
        std::size_t table;
        std::uint32_t word;
        std::uint32_t weight;
    };
    const std::vector<const WordTable*>& tables_;
    std::vector<Offer> offered_;
};

// Ways to spell a word; those that keep the typed marks, when there are any.
std::vector<WordModel::Form> WordModel::spellings(const TypedWord& word) const {
    Collector found(tables_);
    for (std::size_t t = 0; t < tables_.size(); ++t) {
        const WordTable::Range range = tables_[t]->spellings(word.folded);
        for (std::uint32_t at = range.first; at < range.last; ++at) {
            found.offer(t, at, tables_[t]->count(at), word);
        }
    }
    return found.finish();
}

std::vector<WordModel::Form> WordModel::beginning_with(const TypedWord& beginning) const {
    Collector found(tables_);
    for (std::size_t t = 0; t < tables_.size(); ++t) {
        const WordTable::Range range = tables_[t]->with_prefix(beginning.folded);
        for (std::uint32_t at = range.first; at < range.last; ++at) {
            found.offer(t, at, tables_[t]->count(at), beginning);
        }
    }
    return found.finish();
}

// The words that follow `before` and begin so.
std::vector<WordModel::Form> WordModel::followers(const Form& before,
                                                  const TypedWord& beginning) const {
    Collector found(tables_);
    for (std::size_t t = 0; t < before.numbers.size(); ++t) {
        if (before.numbers[t] == kUnknown) continue;
        for (const WordTable::Pair pair : tables_[t]->followers(before.numbers[t])) {
            found.offer(t, pair.second, pair.count, beginning);
        }
    }
    return found.finish();
}

double WordModel::alone(const Form& form) const {
    return std::log((static_cast<double>(form.count) + 0.1) / static_cast<double>(total()));
}

// Logarithm of how likely `next` follows `before`.
double WordModel::step(const Form& before, const Form& next) const {
    std::uint64_t together = 0;
    for (std::size_t t = 0; t < tables_.size(); ++t) {
        if (before.numbers.empty() || next.numbers.empty()) break;
        if (before.numbers[t] == kUnknown || next.numbers[t] == kUnknown) continue;
        const auto pairs = tables_[t]->followers(before.numbers[t]);
        const auto at = std::lower_bound(
            pairs.begin(), pairs.end(), next.numbers[t],
            [](const WordTable::Pair& pair, std::uint32_t wanted) { return pair.second < wanted; });
        if (at != pairs.end() && at->second == next.numbers[t]) together += at->count;
    }
    if (together == 0) return std::log(kUnseen) + alone(next);
    return std::log(static_cast<double>(together) / static_cast<double>(before.count));
}

void WordModel::order(States& states) {
    std::sort(states.begin(), states.end(), [](const State& a, const State& b) {
        return a.score != b.score ? a.score > b.score : a.text < b.text;
    });
}

WordModel::States WordModel::next(const States& states, const std::vector<Form>& forms) const {
    States made;
    for (const Form& form : forms) {
        State best{form, states.empty() ? alone(form) : -HUGE_VAL, std::string(form.text)};
        for (const State& state : states) {
            const double score = state.score + step(state.form, form);
            if (score <= best.score) continue;
            best.score = score;
            best.text = state.text + " " + std::string(form.text);
        }
        made.push_back(std::move(best));
    }
    order(made);
    return made;
}

// All likely readings of whole words, best first.
WordModel::States WordModel::read(const std::vector<TypedWord>& words) const {
    States states;
    for (const TypedWord& word : words) {
        std::vector<Form> forms = spellings(word);
        if (forms.empty()) forms.push_back({word.text, 0, {}});
        states = next(states, forms);
        if (states.size() > kWidest) states.resize(kWidest);
    }
    return states;
}

std::string WordModel::restored(const std::vector<TypedWord>& typed) const {
    if (typed.empty() || typed.size() > kLongestRead) return {};
    const States states = read(typed);
    std::string as_typed;
    for (const TypedWord& word : typed) as_typed += (as_typed.empty() ? "" : " ") + word.text;
    if (states.front().text == as_typed) return {};
    // The reading as typed may be too unlikely to be among those kept.
    const auto same = std::find_if(states.begin(), states.end(),
                                   [&](const State& state) { return state.text == as_typed; });
    const bool clear =
        same == states.end() || states.front().score > same->score + std::log(kClearly);
    const bool open = std::none_of(typed.begin(), typed.end(),
                                   [](const TypedWord& word) { return word.is_marked(); });
    return open || clear ? states.front().text : std::string();
}

// `state` with the words that nearly always come next.
std::string WordModel::continued(const State& state) const {
    State at = state;
    for (std::size_t i = 0; i < kContinued; ++i) {
        const States found = next({at}, followers(at.form, {}));
        if (found.empty() || found.front().score < at.score + std::log(kSure)) break;
        at = found.front();
    }
    return at.text;
}

std::vector<std::string> WordModel::completions(const std::vector<TypedWord>& words,
                                                const TypedWord& beginning,
                                                std::size_t limit) const {
    if (tables_.empty() || words.size() > kLongestRead) return {};
    States states = read(words);
    if (states.size() > kWidest / 4) states.resize(kWidest / 4);
    States found;
    for (const State& state : states) {
        const States here = next({state}, followers(state.form, beginning));
        found.insert(found.end(), here.begin(), here.end());
    }
    if (found.empty() && !beginning.folded.empty()) found = next(states, beginning_with(beginning));
    order(found);
    std::vector<std::string> list;
    const auto add = [&](std::string text) {
        const bool known = std::find(list.begin(), list.end(), text) != list.end();
        if (!known && list.size() < limit) list.push_back(std::move(text));
    };
    for (const State& state : found) {
        if (list.size() >= limit || state.score < found.front().score + std::log(kRarely)) break;
        add(state.text);
        add(continued(state));
    }
    return list;
}

}  // namespace tracuu::indexer
