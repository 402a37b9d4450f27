#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/search_terms.hpp"
#include "indexer/model.hpp"
#include "indexer/words/word_counter.hpp"

namespace tracuu::indexer {

/// One token of a document as the second stage compares it: 22 bits of the hash of its folded
/// form, 9 bits of that of its accented form, and whether a phrase ends before it.
using StreamToken = std::uint32_t;

[[nodiscard]] StreamToken stream_token(std::string_view folded, std::string_view accented,
                                       bool breaks) noexcept;
[[nodiscard]] constexpr StreamToken folded_bits(StreamToken token) noexcept {
    return token >> 10U;
}
[[nodiscard]] constexpr StreamToken accent_bits(StreamToken token) noexcept {
    return (token >> 1U) & 0x1FFU;
}
/// Folded and accented form together.
[[nodiscard]] constexpr std::uint32_t form_bits(StreamToken token) noexcept {
    return token >> 1U;
}
[[nodiscard]] constexpr bool breaks_before(StreamToken token) noexcept {
    return (token & 1U) != 0;
}

/// All texts of a document in a row: title, then number, issuer and type, then the text itself.
struct TokenStream {
    std::span<const StreamToken> tokens;
    std::uint32_t title_end = 0;  ///< tokens of the title: [0, title_end)
    std::uint32_t text_begin = 0;

    [[nodiscard]] std::span<const StreamToken> title() const { return tokens.first(title_end); }
    [[nodiscard]] std::span<const StreamToken> text() const { return tokens.subspan(text_begin); }
};

/// All texts of a document taken apart once, for whatever is made of them; reuses its memory.
class DocumentTokens {
  public:
    /// `text` must live as long as the tokens are read.
    void read(const DocumentMeta& meta, std::string_view text);

    struct Part {
        std::string_view text;
        const analyzers::SearchTokens& tokens;
    };
    /// How many parts there are: those of header_texts, of which the title is the first, and
    /// last the text itself.
    [[nodiscard]] std::size_t size() const noexcept { return headers_.size() + 1; }
    [[nodiscard]] Part part(std::size_t i) const;
    [[nodiscard]] Part title() const { return part(0); }
    [[nodiscard]] Part text() const { return part(headers_.size()); }

  private:
    std::vector<std::string> headers_;
    std::string_view text_;
    std::vector<analyzers::SearchTokens> tokens_;
};

/// Makes streams; reuses its memory, so a stream lives until the next one is made.
class StreamMaker {
  public:
    [[nodiscard]] TokenStream make(const DocumentTokens& document);
    [[nodiscard]] TokenStream make(const DocumentMeta& meta, std::string_view text);

  private:
    DocumentTokens document_;
    std::vector<StreamToken> tokens_;
};

/// Counts the words of a document.
void count_words_of(const DocumentTokens& document, WordCounter& counter);

}  // namespace tracuu::indexer
