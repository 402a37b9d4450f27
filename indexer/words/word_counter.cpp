#include "indexer/words/word_counter.hpp"

#include <algorithm>
#include <functional>

#include "analyzers/letter.hpp"
#include "indexer/words/word_table.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;
constexpr std::size_t kLongest = 24;                       // bytes; longer ones are no syllables
constexpr std::size_t kUncounted = std::size_t{4} << 20U;  // neighbours kept before counting
constexpr std::size_t kFirstSlots = std::size_t{1} << 14U;

bool is_word(std::string_view folded) {
    return folded.size() <= kLongest &&
           std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

template <typename T>
void put(std::string& bytes, const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

WordCounter::WordCounter() : slots_(kFirstSlots, 0) {}

void WordCounter::add(std::string_view text, const analyzers::SearchTokens& tokens) {
    std::uint32_t before = kNone;
    for (const analyzers::SearchToken& token : tokens.tokens) {
        if (!is_word(tokens.folded(token))) {
            before = kNone;
            continue;
        }
        const std::uint32_t word = number_of(text, tokens, token);
        ++words_[word].count;
        ++total_;
        if (before != kNone && !token.breaks) {
            neighbours_.push_back((std::uint64_t{before} << 32U) | word);
        }
        before = word;
    }
    if (neighbours_.size() >= kUncounted) count_neighbours();
}

std::uint32_t WordCounter::number_of(std::string_view text, const analyzers::SearchTokens& tokens,
                                     const analyzers::SearchToken& token) {
    const std::string_view accented = tokens.accented(token);
    std::uint32_t* slot = slot_of(accented);
    if (*slot != 0) return *slot - 1;
    words_.push_back({std::string(accented), std::string(tokens.folded(token)),
                      analyzers::lower(support::slice(text, token.source)), 0});
    *slot = static_cast<std::uint32_t>(words_.size());
    if (words_.size() * 2 > slots_.size()) grow();
    return static_cast<std::uint32_t>(words_.size() - 1);
}

// Where the word stands or would stand.
std::uint32_t* WordCounter::slot_of(std::string_view accented) {
    std::size_t at = std::hash<std::string_view>()(accented) & (slots_.size() - 1);
    while (slots_[at] != 0 && words_[slots_[at] - 1].accented != accented) {
        at = (at + 1) & (slots_.size() - 1);
    }
    return &slots_[at];
}

void WordCounter::grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i < words_.size(); ++i) *slot_of(words_[i].accented) = i + 1;
}

void WordCounter::count_neighbours() {
    std::sort(neighbours_.begin(), neighbours_.end());
    std::vector<Pair> sum;
    auto old = pairs_.begin();
    for (auto at = neighbours_.begin(); at != neighbours_.end();) {
        const auto next = std::upper_bound(at, neighbours_.end(), *at);
        while (old != pairs_.end() && old->words < *at) sum.push_back(*old++);
        Pair pair{*at, static_cast<std::uint32_t>(next - at)};
        if (old != pairs_.end() && old->words == *at) pair.count += (old++)->count;
        sum.push_back(pair);
        at = next;
    }
    sum.insert(sum.end(), old, pairs_.end());
    pairs_ = std::move(sum);
    neighbours_.clear();
}

void WordCounter::add(WordCounter&& other) {
    count_neighbours();
    other.count_neighbours();
    std::vector<std::uint32_t> here;  // numbers of the other's words
    for (Word& word : other.words_) {
        std::uint32_t* const slot = slot_of(word.accented);
        if (*slot != 0) {
            words_[*slot - 1].count += word.count;
            here.push_back(*slot - 1);
            continue;
        }
        here.push_back(static_cast<std::uint32_t>(words_.size()));
        words_.push_back(std::move(word));
        *slot = static_cast<std::uint32_t>(words_.size());
        if (words_.size() * 2 > slots_.size()) grow();
    }
    for (Pair& pair : other.pairs_) {
        pair.words =
            (std::uint64_t{here[pair.words >> 32U]} << 32U) | here[pair.words & 0xFFFF'FFFFU];
        pairs_.push_back(pair);
    }
    const auto by_words = [](const Pair& a, const Pair& b) { return a.words < b.words; };
    std::sort(pairs_.begin(), pairs_.end(), by_words);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        if (kept > 0 && pairs_[kept - 1].words == pairs_[i].words) {
            pairs_[kept - 1].count += pairs_[i].count;
        } else {
            pairs_[kept++] = pairs_[i];
        }
    }
    pairs_.resize(kept);
    total_ += other.total_;
}

std::string WordCounter::table() {
    count_neighbours();
    const std::uint64_t least = 1 + total_ / kOften;
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        if (words_[i].count >= least) order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
        const Word& one = words_[a];
        const Word& two = words_[b];
        return one.folded != two.folded ? one.folded < two.folded : one.text < two.text;
    });
    std::vector<std::uint32_t> place(words_.size(), kNone);
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<Pair> pairs;
    for (const Pair& pair : pairs_) {
        const std::uint64_t first = place[pair.words >> 32U];
        const std::uint64_t second = place[pair.words & 0xFFFF'FFFFU];
        if (pair.count < least || first == kNone || second == kNone) continue;
        pairs.push_back({(first << 32U) | second, pair.count});
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.words < b.words; });

    std::string letters;
    std::string bytes;
    std::size_t pair = 0;
    for (std::uint32_t i = 0; i <= order.size(); ++i) {
        while (pair < pairs.size() && (pairs[pair].words >> 32U) < i) ++pair;
        WordTable::Word row{0, static_cast<std::uint32_t>(letters.size()),
                            static_cast<std::uint32_t>(pair), 0, 0};
        if (i < order.size()) {
            const Word& word = words_[order[i]];
            row.count = word.count;
            row.folded_size = static_cast<std::uint16_t>(word.folded.size());
            row.text_size = static_cast<std::uint16_t>(word.text.size());
            letters += word.folded + word.text;
        }
        put(bytes, row);
    }
    for (const Pair& one : pairs) {
        put(bytes, WordTable::Pair{static_cast<std::uint32_t>(one.words), one.count});
    }
    std::string head;
    put(head,
        WordTable::Head{WordTable::kMagic, total_, order.size(), pairs.size(), letters.size()});
    return head + bytes + letters;
}

}  // namespace tracuu::indexer
