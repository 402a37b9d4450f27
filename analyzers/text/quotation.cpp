#include "analyzers/text/quotation.hpp"

#include <algorithm>

namespace tracuu::analyzers {
namespace {

constexpr std::string_view kOpen = "“";
constexpr std::string_view kClose = "”";
constexpr std::size_t kLongest = 200;  // blocks of one quotation

struct Quotes {
    int depth = 0;            // after the block
    bool closes_end = false;  // the last sign of the block closes a quotation
    bool closed_inside = false;
};

Quotes count(std::string_view text, int depth) {
    Quotes quotes{depth, false, false};
    for (std::size_t at = 0; at + kOpen.size() <= text.size(); ++at) {
        const std::string_view sign = text.substr(at, kOpen.size());
        if (sign == kOpen) ++quotes.depth;
        if (sign != kClose || quotes.depth == 0) continue;
        --quotes.depth;
        const bool last = text.find_first_not_of(" .;,/*_", at + kClose.size()) == text.npos;
        quotes.closes_end = last;
        quotes.closed_inside = quotes.closed_inside || (quotes.depth == 0 && !last);
    }
    return quotes;
}

// The block after the quotation that begins with block `first`; `first` when it quotes words only.
std::size_t end_of_quotation(const std::vector<Block>& blocks, std::string_view text,
                             std::size_t first) {
    int depth = 0;
    const std::size_t limit = std::min(blocks.size(), first + kLongest);
    for (std::size_t i = first; i < limit; ++i) {
        const Quotes quotes = count(support::slice(text, blocks[i].span), depth);
        if (quotes.closed_inside) return first;
        depth = quotes.depth;
        if (depth == 0) return quotes.closes_end ? i + 1 : first;
    }
    return first;
}

}  // namespace

void mark_quotations(std::vector<Block>& blocks, std::string_view text) {
    for (std::size_t i = 0; i < blocks.size();) {
        const std::string_view line = support::slice(text, blocks[i].span);
        const bool opens = line.substr(0, kOpen.size()) == kOpen;
        const std::size_t end = opens ? end_of_quotation(blocks, text, i) : i;
        for (std::size_t j = i; j < end; ++j) blocks[j].quoted = true;
        i = std::max(end, i + 1);
    }
}

}  // namespace tracuu::analyzers
