#include "indexer/words/word_table.hpp"

#include <algorithm>

#include "support/take_values.hpp"

namespace tracuu::indexer {
// Every part has a size that keeps the next one aligned, and the file begins on a page.
using support::take_values;

std::optional<WordTable> WordTable::of(std::span<const std::byte> bytes) {
    const auto head = take_values<Head>(bytes, 1);
    if (head.empty() || head.front().magic != kMagic || head.front().words >= UINT32_MAX) {
        return std::nullopt;
    }
    WordTable table;
    table.total_ = head.front().total;
    table.words_ = take_values<Word>(bytes, head.front().words + 1);
    table.pairs_ = take_values<Pair>(bytes, head.front().pairs);
    const auto letters = take_values<char>(bytes, head.front().bytes);
    table.letters_ = {letters.data(), letters.size()};
    const bool whole = !table.words_.empty() && table.pairs_.size() == head.front().pairs &&
                       letters.size() == head.front().bytes && bytes.empty();
    if (!whole || !table.is_sound()) return std::nullopt;
    return table;
}

// So that no other function has to look.
bool WordTable::is_sound() const noexcept {
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const Word& word = words_[i];
        const std::uint64_t end = std::uint64_t{word.letters} + word.folded_size + word.text_size;
        if (end > letters_.size() || word.pairs > pairs_.size()) return false;
        if (i > 0 && word.pairs < words_[i - 1].pairs) return false;
    }
    const auto is_word = [this](const Pair& pair) { return pair.second < size(); };
    return std::all_of(pairs_.begin(), pairs_.end(), is_word);
}

std::string_view WordTable::folded(std::uint32_t word) const noexcept {
    return letters_.substr(words_[word].letters, words_[word].folded_size);
}

std::string_view WordTable::text(std::uint32_t word) const noexcept {
    const Word& found = words_[word];
    return letters_.substr(found.letters + found.folded_size, found.text_size);
}

WordTable::Range WordTable::with_prefix(std::string_view prefix) const {
    const auto beginning = [&](std::uint32_t word) {
        return folded(word).substr(0, prefix.size());
    };
    Range range{0, size()};
    for (std::uint32_t step = size(); step > 0;) {  // the first that is not less
        const std::uint32_t half = step / 2;
        if (beginning(range.first + half) < prefix) {
            range.first += half + 1;
            step -= half + 1;
        } else {
            step = half;
        }
    }
    range.last = range.first;
    for (std::uint32_t step = size() - range.first; step > 0;) {  // the first that is more
        const std::uint32_t half = step / 2;
        if (beginning(range.last + half) <= prefix) {
            range.last += half + 1;
            step -= half + 1;
        } else {
            step = half;
        }
    }
    return range;
}

WordTable::Range WordTable::spellings(std::string_view folded_form) const {
    Range range = with_prefix(folded_form);
    std::uint32_t last = range.first;  // the shortest forms come first
    while (last < range.last && folded(last).size() == folded_form.size()) ++last;
    return {range.first, last};
}

std::span<const WordTable::Pair> WordTable::followers(std::uint32_t word) const noexcept {
    return pairs_.subspan(words_[word].pairs, words_[word + 1].pairs - words_[word].pairs);
}

}  // namespace tracuu::indexer
