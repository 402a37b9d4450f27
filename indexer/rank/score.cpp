#include "indexer/rank/score.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "indexer/rank/data_file.hpp"
#include "support/data_table.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::DataTable;

constexpr double kShortTitle = 2;  // what a title with all words adds, in leaves of the trees

[[noreturn]] void refuse(const std::string& what) {
    throw support::Error(support::ErrorCode::internal, what, "rank_trees.tsv");
}

template <typename Number>
Number read(std::string_view cell) {
    Number value{};
    const auto result = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (result.ec != std::errc() || result.ptr != cell.data() + cell.size()) {
        refuse("no number: " + std::string(cell));
    }
    return value;
}

std::uint16_t feature_of(std::string_view name) {
    const bool distance = name.starts_with('-');
    if (distance) name.remove_prefix(1);
    const auto found = std::find(kFeatureNames.begin(), kFeatureNames.end(), name);
    if (found == kFeatureNames.end()) refuse("no feature: " + std::string(name));
    const auto index = static_cast<std::size_t>(found - kFeatureNames.begin());
    return static_cast<std::uint16_t>(index + (distance ? kFeatureCount : 0));
}

}  // namespace

RankTrees::RankTrees(std::string_view table) {
    const DataTable rows("rank_trees.tsv", table);
    std::size_t root = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (nodes_.size() > UINT16_MAX) refuse("too many nodes");
        if (rows.cell(row, "node") == "0") {
            root = nodes_.size();
            roots_.push_back(static_cast<std::uint16_t>(root));
        }
        Node node;
        const std::string_view feature = rows.cell(row, "feature");
        node.value = read<float>(rows.cell(row, feature.empty() ? "value" : "threshold"));
        if (!feature.empty()) {
            node.feature = feature_of(feature);
            node.left =
                static_cast<std::uint16_t>(root + read<std::uint16_t>(rows.cell(row, "left")));
            node.right =
                static_cast<std::uint16_t>(root + read<std::uint16_t>(rows.cell(row, "right")));
            // Children stand behind their parent, so every way ends in a leaf.
            if (node.left <= nodes_.size() || node.right <= nodes_.size()) refuse("no tree");
        }
        nodes_.push_back(node);
    }
    const auto out = [this](const Node& node) {
        return node.left >= nodes_.size() || node.right >= nodes_.size();
    };
    if (roots_.empty() || std::any_of(nodes_.begin(), nodes_.end(), out)) refuse("no forest");
}

const RankTrees& RankTrees::builtin() {
    static const RankTrees trees(tracuu_indexer::file("rank_trees.tsv"));
    return trees;
}

double RankTrees::score(const Features& features, const Features& highest, bool short_query) const {
    std::array<float, 2 * kFeatureCount> values{};
    for (std::size_t i = 0; i < kFeatureCount; ++i) {
        values[i] = static_cast<float>(features[i]);
        values[kFeatureCount + i] = static_cast<float>(features[i] - highest[i]);
    }
    double sum = 0;
    for (const std::uint16_t root : roots_) {
        const Node* node = &nodes_[root];
        while (node->left != 0) {
            node = &nodes_[values[node->feature] <= node->value ? node->left : node->right];
        }
        sum += node->value;
    }
    if (short_query) {
        sum += kShortTitle * (features[static_cast<std::size_t>(Feature::title_words)] +
                              features[static_cast<std::size_t>(Feature::title_pairs)]);
    }
    const double share = 1 / (1 + std::exp(-sum / 2));
    return kUnread + (1 - kUnread) * share;
}

}  // namespace tracuu::indexer
