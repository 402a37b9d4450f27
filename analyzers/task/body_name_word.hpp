#pragma once

#include "analyzers/task/body_words.hpp"

namespace tracuu::analyzers {

/// What is known of a name when its next word is looked at.
struct NameState {
    BodyWord kind = BodyWord::unit;
    bool titled = false;         ///< an office-holder stands before it
    std::uint32_t head_end = 0;  ///< token after its head
};

/// True when the capital word at `at` opens something else than a part of the name: another body,
/// a thing, the name of an office-holder, an order glued to the name.
[[nodiscard]] bool capital_ends_name(const TokenReader& text, std::uint32_t at,
                                     const NameState& state);

/// True when the capital word at `at`, after "và", still belongs to the name: "Giáo dục và Đào
/// tạo", but not "Sở Tài chính và Sở Tư pháp".
[[nodiscard]] bool joins_name(const TokenReader& text, std::uint32_t at);

/// True when the small word at `at` can be part of a name in a sentence: no verb, no stop word.
[[nodiscard]] bool is_name_word(const TokenReader& text, std::uint32_t at);

/// The same in a heading, where verbs are parts of names.
[[nodiscard]] bool is_heading_word(const TokenReader& text, std::uint32_t at);

}  // namespace tracuu::analyzers
