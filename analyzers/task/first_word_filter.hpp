#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/text/token.hpp"

namespace tracuu::analyzers {

/// Tells which of up to 64 phrase tables can have a phrase that starts with a word. Most words
/// start none: asking here first spares the look-ups. May say yes when the answer is no.
class FirstWordFilter {
  public:
    /// A phrase of table number `table` (0 to 63).
    void add(std::string_view phrase, std::size_t table) {
        const std::vector<Token> tokens = tokenize(phrase);
        if (!tokens.empty()) tables_[slot(tokens.front().key)] |= std::uint64_t{1} << table;
    }

    [[nodiscard]] bool may_start(std::uint64_t key, std::size_t table) const noexcept {
        return ((tables_[slot(key)] >> table) & 1U) != 0;
    }

  private:
    static constexpr std::size_t kSlots = 2048;
    static std::size_t slot(std::uint64_t key) noexcept { return (key ^ (key >> 29U)) % kSlots; }
    std::array<std::uint64_t, kSlots> tables_{};
};

}  // namespace tracuu::analyzers
