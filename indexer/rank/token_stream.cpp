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

void StreamMaker::append(std::string_view text) {
    analyzers::search_tokens(text, scratch_);
    if (words_ != nullptr) words_->add(text, scratch_);
    bool first = true;
    for (const analyzers::SearchToken& token : scratch_.tokens) {
        tokens_.push_back(
            stream_token(scratch_.folded(token), scratch_.accented(token), first || token.breaks));
        first = false;
    }
}

TokenStream StreamMaker::make(const DocumentMeta& meta, std::string_view text) {
    tokens_.clear();
    TokenStream stream;
    const std::vector<std::string> fields = header_texts(meta);
    for (std::size_t i = 0; i < fields.size(); ++i) {
        append(fields[i]);
        if (i == 0) stream.title_end = support::offset(tokens_.size());
    }
    stream.text_begin = support::offset(tokens_.size());
    append(text);
    stream.tokens = tokens_;
    return stream;
}

}  // namespace tracuu::indexer
