#include "indexer/xapian/term_counter.hpp"

#include <algorithm>
#include <bit>

#include "indexer/record.hpp"

namespace tracuu::indexer {
namespace {

// Powers of two, like every size of the tables. A short text is not worth clearing a large table,
// and a very long one has few different words.
constexpr std::size_t kLeastSize = 64;
constexpr std::size_t kFirstSize = 8192;

std::size_t mix(std::uint64_t key) noexcept {
    key *= 0x9E3779B97F4A7C15U;
    return key ^ (key >> 29U);
}

}  // namespace

void TermCounter::count(const analyzers::SearchTokens& tokens) {
    words_.clear();
    pairs_ = 0;
    const std::size_t size =
        std::clamp(std::bit_ceil(tokens.tokens.size()), kLeastSize, kFirstSize);
    word_table_.assign(size, 0);
    pair_table_.assign(2 * size, Pair{});
    std::uint32_t before = 0;
    bool first = true;
    for (const analyzers::SearchToken& token : tokens.tokens) {
        const std::uint32_t word = word_index(tokens.folded(token));
        if (!first && !token.breaks) add_pair(before, word);
        before = word;
        first = false;
    }
}

std::uint32_t TermCounter::word_index(std::string_view folded) {
    if (words_.size() * 2 >= word_table_.size()) grow_words();
    const std::size_t mask = word_table_.size() - 1;
    std::size_t at = mix(fingerprint(folded)) & mask;
    while (word_table_[at] != 0) {
        const std::uint32_t index = word_table_[at] - 1;
        if (words_[index] == folded) return index;
        at = (at + 1) & mask;
    }
    words_.push_back(folded);
    word_table_[at] = static_cast<std::uint32_t>(words_.size());
    return static_cast<std::uint32_t>(words_.size() - 1);
}

void TermCounter::add_pair(std::uint32_t first, std::uint32_t second) {
    if (pairs_ * 2 >= pair_table_.size()) grow_pairs();
    const std::uint64_t key = ((std::uint64_t{first} << 32U) | second) + 1;
    const std::size_t mask = pair_table_.size() - 1;
    std::size_t at = mix(key) & mask;
    while (pair_table_[at].key != 0 && pair_table_[at].key != key) at = (at + 1) & mask;
    if (pair_table_[at].key == 0) {
        pair_table_[at].key = key;
        ++pairs_;
    }
    ++pair_table_[at].count;
}

void TermCounter::grow_words() {
    word_table_.assign(word_table_.size() * 2, 0);
    const std::size_t mask = word_table_.size() - 1;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        std::size_t at = mix(fingerprint(words_[i])) & mask;
        while (word_table_[at] != 0) at = (at + 1) & mask;
        word_table_[at] = static_cast<std::uint32_t>(i + 1);
    }
}

void TermCounter::grow_pairs() {
    std::vector<Pair> old(pair_table_.size() * 2);
    old.swap(pair_table_);
    const std::size_t mask = pair_table_.size() - 1;
    for (const Pair& pair : old) {
        if (pair.key == 0) continue;
        std::size_t at = mix(pair.key) & mask;
        while (pair_table_[at].key != 0) at = (at + 1) & mask;
        pair_table_[at] = pair;
    }
}

}  // namespace tracuu::indexer
