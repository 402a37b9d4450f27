#pragma once

#include <string_view>
#include <vector>

#include "indexer/rank/stream_match.hpp"

namespace tracuu::indexer {

/// The weights of the second stage: boosted regression trees over the features of a document and
/// their distances from the best of all documents read. Source: indexer/data/rank_trees.tsv.
class RankTrees {
  public:
    /// Errors: internal when the table is no forest.
    explicit RankTrees(std::string_view table);
    static const RankTrees& builtin();

    /// 0 to 1; `highest`: of each feature the highest value among the documents read. Documents
    /// that were not read stay below kUnread.
    /// The trees were learnt on questions: for a `short_query` (a few keywords) a title that says
    /// them counts on top.
    [[nodiscard]] double score(const Features& features, const Features& highest,
                               bool short_query) const;

  private:
    struct Node {
        std::uint16_t feature = 0;  ///< from kFeatureCount on: a distance
        std::uint16_t left = 0;     ///< index in nodes_; 0 for a leaf
        std::uint16_t right = 0;
        float value = 0;  ///< threshold, or what a leaf adds
    };
    std::vector<Node> nodes_{Node{}};  ///< the first is none
    std::vector<std::uint16_t> roots_;
};

inline constexpr double kUnread = 1e-3;

}  // namespace tracuu::indexer
