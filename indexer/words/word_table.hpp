#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace tracuu::indexer {

/// The words of a corpus as they are spelled, how often, and which word follows which: what
/// completions and missing diacritics are found with. A view of bytes that WordCounter made.
///
/// Layout, in the byte order of the machine: Head; the words, by folded form, then spelling, and
/// one more that ends the last; the pairs, by first word, then second; the letters.
class WordTable {
  public:
    /// Words [first, last).
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t last = 0;
    };
    struct Pair {
        std::uint32_t second;
        std::uint32_t count;
    };

    /// nullopt when the bytes are none of ours.
    [[nodiscard]] static std::optional<WordTable> of(std::span<const std::byte> bytes);

    [[nodiscard]] std::uint32_t size() const noexcept {
        return static_cast<std::uint32_t>(words_.size() - 1);
    }
    /// In lower case, NFC.
    [[nodiscard]] std::string_view text(std::uint32_t word) const noexcept;
    [[nodiscard]] std::string_view folded(std::uint32_t word) const noexcept;
    [[nodiscard]] std::uint32_t count(std::uint32_t word) const noexcept {
        return words_[word].count;
    }
    /// Words of the corpus, each as often as it stands there.
    [[nodiscard]] std::uint64_t total() const noexcept { return total_; }

    /// Words whose folded form begins with `prefix`.
    [[nodiscard]] Range with_prefix(std::string_view prefix) const;
    /// Words whose folded form is `folded`.
    [[nodiscard]] Range spellings(std::string_view folded) const;
    /// The words that follow `word`, ascending.
    [[nodiscard]] std::span<const Pair> followers(std::uint32_t word) const noexcept;

    static constexpr std::uint64_t kMagic = 0x3130445257435254;  ///< also tells the byte order
    struct Head {
        std::uint64_t magic;
        std::uint64_t total;
        std::uint64_t words;
        std::uint64_t pairs;
        std::uint64_t bytes;
    };
    struct Word {
        std::uint32_t count;
        std::uint32_t letters;  ///< begin of its folded form, which its spelling follows
        std::uint32_t pairs;    ///< begin of its pairs
        std::uint16_t folded_size;
        std::uint16_t text_size;
    };

  private:
    WordTable() = default;
    [[nodiscard]] bool is_sound() const noexcept;
    std::uint64_t total_ = 0;
    std::span<const Word> words_;
    std::span<const Pair> pairs_;
    std::string_view letters_;
};

}  // namespace tracuu::indexer
