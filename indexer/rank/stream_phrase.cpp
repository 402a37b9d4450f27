#include "indexer/rank/stream_phrase.hpp"

#include <algorithm>

namespace tracuu::indexer {

StreamPhrase::StreamPhrase(const std::vector<QueryWord>& words) {
    for (const QueryWord& word : words) {
        words_.push_back(folded_bits(stream_token(word.folded, word.accented, false)));
    }
}

bool StreamPhrase::stands_in(const TokenStream& stream) const {
    const auto tokens = stream.tokens;
    if (tokens.size() < words_.size()) return false;
    const std::size_t last = tokens.size() - words_.size();
    for (std::size_t i = 0; i <= last; ++i) {
        if (folded_bits(tokens[i]) == words_.front() && goes_on(tokens.subspan(i))) return true;
    }
    return false;
}

bool StreamPhrase::goes_on(std::span<const StreamToken> tokens) const {
    for (std::size_t i = 1; i < words_.size(); ++i) {
        if (breaks_before(tokens[i]) || folded_bits(tokens[i]) != words_[i]) return false;
    }
    return true;
}

}  // namespace tracuu::indexer
