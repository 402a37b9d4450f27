#include "indexer/rank/best_window.hpp"

#include <algorithm>

namespace tracuu::indexer {
namespace {

constexpr double kOne = 1 << 28U;  // the weight of the whole query

std::int32_t whole(double weight) noexcept {
    return static_cast<std::int32_t>(weight * kOne);
}

}  // namespace

BestWindow::BestWindow(const std::vector<WindowWeight>& words,
                       const std::vector<WindowWeight>& pairs)
    : words_(items(words)), pairs_(items(pairs)) {}

std::vector<BestWindow::Item> BestWindow::items(const std::vector<WindowWeight>& weights) {
    std::vector<Item> made(weights.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        const auto [low, middle] = weights[i].grades;
        const double weight = weights[i].weight;
        made[i][0] = {low, whole(weight * low)};
        made[i][1] = {middle, whole(weight * (middle - low))};
        made[i][2] = {1, whole(weight * (1 - middle))};
    }
    return made;
}

// An occurrence is no news in a window that still holds the one before it; then nothing is lost
// with that one either.
void BestWindow::see(Kind& kind, std::int32_t token, const Lanes& widths, Lanes& enter,
                     std::uint32_t leave) {
    Lanes& lost = leaves_[leave];
    Lanes& lost_before = leaves_[kind.leave];
    const std::int32_t gap = token - kind.token;
    Lanes known;
    for (std::size_t i = 0; i < known.size(); ++i) known[i] = gap < widths[i] ? kind.weight : 0;
    for (std::size_t i = 0; i < known.size(); ++i) enter[i] += kind.weight - known[i];
    for (std::size_t i = 0; i < known.size(); ++i) lost[i] += kind.weight;
    for (std::size_t i = 0; i < known.size(); ++i) lost_before[i] -= known[i];
    kind.token = token;
    kind.leave = leave;
}

void BestWindow::see(Item& item, float grade, std::int32_t token, const Lanes& widths, Lanes& enter,
                     std::uint32_t leave) {
    for (Kind& kind : item) {
        if (kind.weight != 0 && grade >= kind.grade) see(kind, token, widths, enter, leave);
    }
}

// A pair enters with its second word and leaves with its first, so it is one token less in a
// window than a word.
void BestWindow::see_all(std::span<const StreamHit> hits, std::span<const StreamPair> pairs) {
    constexpr Lanes kForWords{kWidths[0], kWidths[1], kWidths[2], 0};
    constexpr Lanes kForPairs{kWidths[0] - 1, kWidths[1] - 1, kWidths[2] - 1, 0};
    leaves_.assign(hits.size(), Lanes{});
    enters_.assign(hits.size(), Lanes{});
    for (std::uint32_t i = 0; i < hits.size(); ++i) {
        const auto token = static_cast<std::int32_t>(hits[i].token);
        see(words_[hits[i].word], hits[i].grade, token, kForWords, enters_[i], i);
        if (pairs[i].pair < pairs_.size()) {
            see(pairs_[pairs[i].pair], pairs[i].grade, token, kForPairs, enters_[i + 1], i);
        }
    }
}

double BestWindow::best(std::span<const StreamHit> hits, std::size_t lane) const {
    const auto width = static_cast<std::uint32_t>(kWidths[lane]);
    std::int32_t sum = 0;
    std::int32_t best = 0;
    std::size_t first = 0;
    for (std::size_t last = 0; last < hits.size(); ++last) {
        sum += enters_[last][lane];
        while (hits[last].token - hits[first].token >= width) sum -= leaves_[first++][lane];
        best = std::max(best, sum);
    }
    return best / kOne;
}

BestWindow::Best BestWindow::find(std::span<const StreamHit> hits,
                                  std::span<const StreamPair> pairs) {
    const auto forget = [](std::vector<Item>& items) {
        for (Item& item : items) {
            for (Kind& kind : item) {
                kind.token = kNever;
                kind.leave = 0;
            }
        }
    };
    forget(words_);
    forget(pairs_);
    see_all(hits, pairs);
    Best found{};
    for (std::size_t i = 0; i < found.size(); ++i) found[i] = best(hits, i);
    return found;
}

}  // namespace tracuu::indexer
