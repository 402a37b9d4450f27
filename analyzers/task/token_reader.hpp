#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// A half-open run of tokens of one reading.
struct TokenRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    [[nodiscard]] bool empty() const noexcept { return last <= first; }
    [[nodiscard]] std::uint32_t size() const noexcept { return empty() ? 0 : last - first; }
};

/// Safe look at the tokens of a range: beyond its ends there is nothing.
class TokenReader {
  public:
    TokenReader(const Reading& reading, TokenRange range) noexcept
        : reading_(&reading), range_(range) {
        const auto size = static_cast<std::uint32_t>(reading.tokens.size());
        if (range_.last > size) range_.last = size;
    }

    [[nodiscard]] const Reading& reading() const noexcept { return *reading_; }
    [[nodiscard]] TokenRange range() const noexcept { return range_; }
    [[nodiscard]] std::uint32_t first() const noexcept { return range_.first; }
    [[nodiscard]] std::uint32_t last() const noexcept { return range_.last; }
    /// All tokens up to the end of the range: what phrase tables search in.
    [[nodiscard]] std::span<const Token> tokens() const noexcept {
        return std::span(reading_->tokens).first(range_.last);
    }
    [[nodiscard]] bool inside(std::uint32_t at) const noexcept {
        return at >= range_.first && at < range_.last;
    }
    [[nodiscard]] const Token& token(std::uint32_t at) const noexcept {
        return reading_->tokens[at];
    }
    [[nodiscard]] std::string_view word(std::uint32_t at) const noexcept {
        return inside(at) ? reading_->word(at) : std::string_view();
    }
    [[nodiscard]] bool is_word(std::uint32_t at) const noexcept {
        return inside(at) && token(at).kind == TokenKind::word;
    }
    [[nodiscard]] bool is_number(std::uint32_t at) const noexcept {
        return inside(at) && token(at).kind == TokenKind::number;
    }
    [[nodiscard]] bool is_mark(std::uint32_t at, std::string_view mark) const noexcept {
        return inside(at) && token(at).kind == TokenKind::mark && word(at) == mark;
    }
    /// One of these one-byte marks stands at `at`.
    [[nodiscard]] bool is_one_of(std::uint32_t at, std::string_view marks) const noexcept {
        return inside(at) && token(at).kind == TokenKind::mark && word(at).size() == 1 &&
               marks.find(word(at)[0]) != std::string_view::npos;
    }
    [[nodiscard]] bool is_dash(std::uint32_t at) const noexcept {
        return is_mark(at, "-") || is_mark(at, "–") || is_mark(at, "—") || is_mark(at, "÷");
    }
    /// A word that starts with a capital letter, or is all capitals.
    [[nodiscard]] bool is_capital(std::uint32_t at) const noexcept {
        return is_word(at) && (token(at).letter_case == LetterCase::capitalised ||
                               token(at).letter_case == LetterCase::upper);
    }
    /// The word at `at` has this key (`token_key`), whatever its case.
    [[nodiscard]] bool has_key(std::uint32_t at, std::uint64_t key) const noexcept {
        return inside(at) && token(at).key == key;
    }
    /// Value of the digits at `at`; -1 when it is no number of at most 4 digits.
    [[nodiscard]] int number(std::uint32_t at) const noexcept;
    /// Bytes of the tokens [first, last) of the flow text.
    [[nodiscard]] ByteRange bytes(std::uint32_t first, std::uint32_t last) const noexcept;

  private:
    const Reading* reading_;
    TokenRange range_;
};

}  // namespace tracuu::analyzers
