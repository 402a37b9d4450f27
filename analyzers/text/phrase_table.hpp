#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
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
    struct StepHash {
        std::size_t operator()(std::uint64_t key) const noexcept { return key; }
    };
    [[nodiscard]] static std::uint64_t step(std::uint32_t node, std::uint64_t key) noexcept;
    std::vector<Node> nodes_{Node{}};
    std::unordered_map<std::uint64_t, std::uint32_t, StepHash> next_;
};

}  // namespace tracuu::analyzers
