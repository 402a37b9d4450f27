#include "indexer/words/word_table.hpp"

#include <algorithm>

namespace tracuu::indexer {
namespace {

// Every part has a size that keeps the next one aligned, and the file begins on a page.
template <typename T>
bool take(std::span<const std::byte>& rest, std::uint64_t count, std::span<const T>& part) {
    if (count > rest.size() / sizeof(T)) return false;
    part = {reinterpret_cast<const T*>(rest.data()), count};
    rest = rest.subspan(part.size_bytes());
    return true;
}

}  // namespace

std::optional<WordTable> WordTable::of(std::span<const std::byte> bytes) {
    std::span<const Head> head;
    if (!take(bytes, 1, head) || head.front().magic != kMagic) return std::nullopt;
    WordTable table;
    table.total_ = head.front().total;
    std::span<const char> letters;
    const bool whole = head.front().words < UINT32_MAX &&
                       take(bytes, head.front().words + 1, table.words_) &&
                       take(bytes, head.front().pairs, table.pairs_) &&
                       take(bytes, head.front().bytes, letters) && bytes.empty();
    table.letters_ = {letters.data(), letters.size()};
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
