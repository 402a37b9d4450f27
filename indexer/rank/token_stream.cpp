#include "indexer/rank/token_stream.hpp"

#include "indexer/rank/document_view.hpp"
#include "support/range.hpp"

namespace tracuu::indexer {
namespace {

std::uint64_t hash(std::string_view text) noexcept {
    std::uint64_t value = 0xCBF29CE484222325U;  // FNV-1a
    for (const char c : text) {
        value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
    return value ^ (value >> 32U);
}

}  // namespace

StreamToken stream_token(std::string_view folded, std::string_view accented, bool breaks) noexcept {
    const auto fold = static_cast<StreamToken>(hash(folded) & 0x3FFFFFU);
    const auto accent = static_cast<StreamToken>(hash(accented) & 0x1FFU);
    return (fold << 10U) | (accent << 1U) | (breaks ? 1U : 0U);
}

void DocumentTokens::read(const DocumentMeta& meta, std::string_view text) {
    headers_ = header_texts(meta);
    text_ = text;
    tokens_.resize(size());
    for (std::size_t i = 0; i < size(); ++i) analyzers::search_tokens(part(i).text, tokens_[i]);
}

DocumentTokens::Part DocumentTokens::part(std::size_t i) const {
    return {i < headers_.size() ? std::string_view(headers_[i]) : text_, tokens_[i]};
}

TokenStream StreamMaker::make(const DocumentTokens& document) {
    tokens_.clear();
    TokenStream stream;
    for (std::size_t i = 0; i < document.size(); ++i) {
        const analyzers::SearchTokens& part = document.part(i).tokens;
        stream.text_begin = support::offset(tokens_.size());
        bool first = true;
        for (const analyzers::SearchToken& token : part.tokens) {
            tokens_.push_back(
                stream_token(part.folded(token), part.accented(token), first || token.breaks));
            first = false;
        }
        if (i == 0) stream.title_end = support::offset(tokens_.size());
    }
    stream.tokens = tokens_;
    return stream;
}

TokenStream StreamMaker::make(const DocumentMeta& meta, std::string_view text) {
    document_.read(meta, text);
    return make(document_);
}

void count_words_of(const DocumentTokens& document, WordCounter& counter) {
    for (std::size_t i = 0; i < document.size(); ++i) {
        counter.add(document.part(i).text, document.part(i).tokens);
    }
}

}  // namespace tracuu::indexer
