#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

int TokenReader::number(std::uint32_t at) const noexcept {
    if (!is_number(at) || word(at).size() > 4) return -1;
    int value = 0;
    for (const char digit : word(at)) value = value * 10 + (digit - '0');
    return value;
}

ByteRange TokenReader::bytes(std::uint32_t first, std::uint32_t last) const noexcept {
    if (last <= first || last > reading_->tokens.size()) return {};
    return {token(first).begin, token(last - 1).end};
}

}  // namespace tracuu::analyzers
