#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/range.hpp"

namespace tracuu::analyzers {

/// One syllable, word or number of a text as search sees it.
struct SearchToken {
    support::ByteRange source;   ///< bytes of the original text
    std::uint32_t accented = 0;  ///< offset of its accented form in `SearchTokens::forms`
    std::uint32_t folded = 0;    ///< offset of its folded form
    std::uint8_t accented_size = 0;
    std::uint8_t folded_size = 0;
    bool breaks = false;  ///< punctuation that ends a phrase, or a paragraph end, before it
};

/// The tokens of one text. The same analysis serves documents and queries.
struct SearchTokens {
    std::vector<SearchToken> tokens;
    std::string forms;  ///< storage of all forms

    [[nodiscard]] std::string_view accented(const SearchToken& token) const noexcept {
        return std::string_view(forms).substr(token.accented, token.accented_size);
    }
    [[nodiscard]] std::string_view folded(const SearchToken& token) const noexcept {
        return std::string_view(forms).substr(token.folded, token.folded_size);
    }
};

/// Tokens of `text` (valid UTF-8, any normal form, tone placement, case). Words longer than 60
/// bytes are cut there. Linear; reuses the memory of `out`.
void search_tokens(std::string_view text, SearchTokens& out);

}  // namespace tracuu::analyzers
