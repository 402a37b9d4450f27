#include "analyzers/task/heading_chain.hpp"

#include <algorithm>
#include <string_view>

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kDeepest = 16;

// Bullets of one sign, with the block that announces them.
struct OpenList {
    std::string_view sign;
    std::int32_t introduction = -1;
};

}  // namespace

HeadingChain::HeadingChain(const Reading& reading) {
    const std::vector<Block>& blocks = reading.structure.blocks();
    next_.reserve(blocks.size());
    std::vector<OpenList> lists;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Block& block = blocks[i];
        if (block.marker != Marker::bullet) {
            lists.clear();
            next_.push_back(block.parent);
            continue;
        }
        const std::string_view sign = reading.flow.at({block.span.begin, block.content.begin});
        const auto same = std::find_if(lists.begin(), lists.end(),
                                       [&](const OpenList& list) { return list.sign == sign; });
        if (same != lists.end()) {
            lists.erase(same + 1, lists.end());
        } else {
            const bool announced = i > 0 && blocks[i - 1].ends_with_colon;
            const std::int32_t outer = lists.empty() ? -1 : lists.back().introduction;
            const std::int32_t own = announced ? static_cast<std::int32_t>(i) - 1 : outer;
            if (lists.size() < kDeepest) lists.push_back({sign, own});
        }
        const std::int32_t introduction = lists.back().introduction;
        next_.push_back(introduction >= 0 ? introduction : block.parent);
    }
}

std::vector<std::size_t> HeadingChain::above(std::size_t index) const {
    std::vector<std::size_t> chain;
    for (std::int32_t at = next_[index]; at >= 0 && chain.size() < kDeepest;) {
        chain.push_back(static_cast<std::size_t>(at));
        at = next_[chain.back()];
    }
    return chain;
}

}  // namespace tracuu::analyzers
