#pragma once

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/text/token.hpp"

namespace tracuu::analyzers {

/// A set of phrases (sequences of tokens, case-insensitive, accents count) with a value each.
/// Finds the longest phrase that starts at a token; the cost is bounded by the longest phrase.
class PhraseTable {
  public:
    /// A phrase found: how many tokens it took and the value it was added with.
    struct Match {
        std::uint32_t length = 0;
        std::int32_t value = 0;
    };

    /// A table of these phrases, each with the value 1.
    [[nodiscard]] static PhraseTable of(std::initializer_list<std::string_view> phrases);

    /// Adds `phrase` (NFC); a phrase added twice keeps its first value. Empty phrases are ignored.
    void add(std::string_view phrase, std::int32_t value);

    /// The longest phrase at `tokens[at]`; never crosses a paragraph end.
    [[nodiscard]] std::optional<Match> longest(std::span<const Token> tokens, std::size_t at) const;

    /// True when `tokens[at...]` starts with some phrase.
    [[nodiscard]] bool starts(std::span<const Token> tokens, std::size_t at) const {
        return longest(tokens, at).has_value();
    }

  private:
    struct Node {
        std::int32_t value = 0;
        bool terminal = false;
    };
    /// One step of the trie, from a node by a token. Node 0 is the root, so no step leads to it
    /// and `to == 0` marks a free slot.
    struct Step {
        std::uint64_t key = 0;
        std::uint32_t to = 0;
    };
    static constexpr std::size_t kFirstWords = 4096;

    [[nodiscard]] static std::uint64_t key_of(std::uint32_t node, std::uint64_t token) noexcept;
    [[nodiscard]] static std::size_t first_word_bit(std::uint64_t token) noexcept;
    /// Index of the slot that holds `key`, or of the free one where it belongs.
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const noexcept;
    std::uint32_t add_step(std::uint64_t key);
    void grow();

    std::vector<Node> nodes_{Node{}};
    std::vector<Step> steps_ = std::vector<Step>(16);  // open addressing, a power of two
    std::bitset<kFirstWords> first_words_;             // spares most look-ups: few words start one
};

}  // namespace tracuu::analyzers
