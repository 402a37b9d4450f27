#include "indexer/rank/best_window.hpp"

#include <algorithm>
#include <random>

#include "tests/catch.hpp"

using namespace tracuu::indexer;

namespace {

constexpr std::uint32_t kWords = 6;
constexpr std::uint32_t kPairs = kWords - 1;  // of each word and the next one

std::vector<WindowWeight> word_weights() {
    std::vector<WindowWeight> weights;
    for (std::uint32_t i = 0; i < kWords; ++i) {
        weights.push_back({0.02 * (i + 1), {i % 2 == 0 ? 0.1F : 0.6F, 1}});
    }
    return weights;
}

std::vector<WindowWeight> pair_weights() {
    return {kPairs, WindowWeight{0.1, {0.1F, 0.6F}}};
}

struct Hits {
    std::vector<StreamHit> words;
    std::vector<StreamPair> pairs;
};

Hits random_hits(std::mt19937& dice) {
    Hits hits;
    const std::vector<WindowWeight> weights = word_weights();
    const auto roll = [&dice](std::uint32_t sides) {
        return static_cast<std::uint32_t>(dice() % sides);
    };
    std::uint32_t token = 0;
    for (std::uint32_t i = roll(80); i > 0; --i) {
        token += 1 + (roll(3) == 0 ? roll(30) : 0);
        const std::uint32_t word = roll(kWords);
        hits.words.push_back({token, word, roll(2) == 0 ? 1 : weights[word].grades[0]});
    }
    for (std::size_t i = 0; i < hits.words.size(); ++i) {
        hits.pairs.push_back({kPairs, 0});
        if (i + 1 == hits.words.size()) break;
        const StreamHit& a = hits.words[i];
        const StreamHit& b = hits.words[i + 1];
        if (b.token != a.token + 1 || b.word != a.word + 1) continue;
        hits.pairs.back() = {a.word, std::min(a.grade, b.grade)};
    }
    return hits;
}

// What the definition says: the best occurrence of each word and pair among hits [first, last].
double worth(const Hits& hits, std::size_t first, std::size_t last) {
    std::vector<float> words(kWords);
    std::vector<float> pairs(kPairs + 1);
    for (std::size_t i = first; i <= last; ++i) {
        float& word = words[hits.words[i].word];
        word = std::max(word, hits.words[i].grade);
        if (i == last) break;
        float& pair = pairs[hits.pairs[i].pair];
        pair = std::max(pair, hits.pairs[i].grade);
    }
    double sum = 0;
    for (std::size_t i = 0; i < kWords; ++i) sum += words[i] * word_weights()[i].weight;
    for (std::size_t i = 0; i < kPairs; ++i) sum += pairs[i] * pair_weights()[i].weight;
    return sum;
}

double slow_best(const Hits& hits, std::int32_t width) {
    double best = 0;
    for (std::size_t first = 0; first < hits.words.size(); ++first) {
        for (std::size_t last = first; last < hits.words.size(); ++last) {
            const std::uint32_t gap = hits.words[last].token - hits.words[first].token;
            if (gap < static_cast<std::uint32_t>(width)) {
                best = std::max(best, worth(hits, first, last));
            }
        }
    }
    return best;
}

}  // namespace

TEST_CASE("The best window is that of trying all windows") {
    std::mt19937 dice(20180315);
    BestWindow windows(word_weights(), pair_weights());
    for (int round = 0; round < 200; ++round) {
        const Hits hits = random_hits(dice);
        const BestWindow::Best best = windows.find(hits.words, hits.pairs);
        CAPTURE(round);
        for (std::size_t i = 0; i < best.size(); ++i) {
            CHECK(best[i] == Approx(slow_best(hits, BestWindow::kWidths[i])).margin(1e-6));
        }
    }
}

TEST_CASE("A pair counts only where both of its words stand in the window") {
    BestWindow windows({{0.1}, {0.2}}, {{0.7}});
    const auto found = [&](std::uint32_t first) {
        const std::vector<StreamHit> hits{{first, 0, 1}, {first + 1, 1, 1}, {first + 20, 0, 1}};
        return windows.find(hits, std::vector<StreamPair>{{0, 1}, {1, 0}, {1, 0}})[0];
    };
    CHECK(found(0) == Approx(1));
    const std::vector<StreamHit> apart{{0, 0, 1}, {20, 1, 1}};
    const std::vector<StreamPair> none{{1, 0}, {1, 0}};
    CHECK(windows.find(apart, none)[0] == Approx(0.2));
    CHECK(windows.find(apart, none)[1] == Approx(0.3));
    CHECK(windows.find({}, {})[2] == 0);
}
