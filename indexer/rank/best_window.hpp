#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/rank/stream_hits.hpp"

namespace tracuu::indexer {

/// What a word or pair of a query is worth in a window: the grade of its best occurrence counts.
struct WindowWeight {
    double weight = 0;
    std::array<float, 2> grades{1, 1};  ///< below 1 that it may have, ascending; 1 for no other
};

/// Finds the windows of a stream that hold most of a query.
class BestWindow {
  public:
    static constexpr std::array<std::int32_t, 3> kWidths{20, 40, 120};  ///< tokens
    using Best = std::array<double, kWidths.size()>;

    /// The weights of all words and pairs should add up to 1.
    BestWindow(const std::vector<WindowWeight>& words, const std::vector<WindowWeight>& pairs);

    /// Weight of the distinct words and pairs in the best window of each width. `pairs` are those
    /// that each of `hits` forms with the next one. Linear.
    [[nodiscard]] Best find(std::span<const StreamHit> hits, std::span<const StreamPair> pairs);

  private:
    /// One number for each width, and one more: four are added at once. Whole numbers, so what
    /// enters a window and what leaves it cancel out exactly.
    using Lanes = std::array<std::int32_t, 4>;
    /// Occurrences of at least some grade.
    struct Kind {
        float grade = 0;
        std::int32_t weight = 0;      ///< what this grade is worth more than the one below
        std::int32_t token = kNever;  ///< where the last one stands
        std::uint32_t leave = 0;      ///< the hit that it leaves a window with
    };
    using Item = std::array<Kind, 3>;  ///< a word or pair
    static constexpr std::int32_t kNever = -(1 << 30);

    [[nodiscard]] static std::vector<Item> items(const std::vector<WindowWeight>& weights);
    void see(Kind& kind, std::int32_t token, const Lanes& widths, Lanes& enter,
             std::uint32_t leave);
    void see(Item& item, float grade, std::int32_t token, const Lanes& widths, Lanes& enter,
             std::uint32_t leave);
    void see_all(std::span<const StreamHit> hits, std::span<const StreamPair> pairs);
    [[nodiscard]] double best(std::span<const StreamHit> hits, std::size_t lane) const;

    std::vector<Item> words_;
    std::vector<Item> pairs_;
    std::vector<Lanes> enters_;  ///< by hit: what it adds to the window that it is the last of
    std::vector<Lanes> leaves_;  ///< by hit: what is lost with it
};

}  // namespace tracuu::indexer
