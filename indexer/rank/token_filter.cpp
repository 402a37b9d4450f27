#include "indexer/rank/token_filter.hpp"

namespace tracuu::indexer {

// Which token may be a word cannot be foreseen, so there is no branch; four in a row take a bit
// more than half of the time that they take one by one.
std::size_t TokenFilter::find(std::span<const StreamToken> tokens,
                              std::vector<std::uint32_t>& places) const {
    if (places.size() < tokens.size()) places.resize(tokens.size());
    const StreamToken* const from = tokens.data();
    const auto size = static_cast<std::uint32_t>(tokens.size());
    std::uint32_t* const to = places.data();
    std::size_t count = 0;
    const auto look = [&, this](std::uint32_t i) {
        to[count] = i;
        count += may_be_[low_bits(from[i])];
    };
    std::uint32_t i = 0;
    for (; i + 4 <= size; i += 4) {
        look(i);
        look(i + 1);
        look(i + 2);
        look(i + 3);
    }
    for (; i < size; ++i) look(i);
    return count;
}

}  // namespace tracuu::indexer
