#include "indexer/graph/authority.hpp"

#include <algorithm>
#include <cmath>

namespace tracuu::indexer {
namespace {

constexpr double kDamping = 0.85;
constexpr int kMostPasses = 40;
constexpr double kSettled = 1e-6;  // sum of all changes of one pass; the ranks sum to 1
constexpr double kRankShare = 0.7;

std::uint64_t size(std::span<const std::uint64_t> begin, std::size_t node) {
    return begin[node + 1] - begin[node];
}

// What every link out of a node passes on; documents without links pass theirs to all.
double shares(const std::vector<double>& rank, std::span<const std::uint64_t> out_begin,
              std::vector<double>& share) {
    double idle = 0;
    for (std::size_t node = 0; node < rank.size(); ++node) {
        const std::uint64_t links = size(out_begin, node);
        share[node] = links == 0 ? 0 : rank[node] / static_cast<double>(links);
        if (links == 0) idle += rank[node];
    }
    return idle;
}

std::vector<double> page_rank(std::span<const std::uint64_t> out_begin,
                              std::span<const std::uint64_t> in_begin, std::span<const Link> in) {
    const std::size_t nodes = in_begin.size() - 1;
    const double all = static_cast<double>(nodes);
    std::vector<double> rank(nodes, 1 / all);
    std::vector<double> share(nodes);
    double change = 1;
    for (int pass = 0; pass < kMostPasses && change > kSettled; ++pass) {
        const double idle = shares(rank, out_begin, share);
        const double base = (1 - kDamping + kDamping * idle) / all;
        change = 0;
        for (std::size_t node = 0; node < nodes; ++node) {
            double sum = 0;
            for (std::uint64_t i = in_begin[node]; i < in_begin[node + 1]; ++i) {
                sum += share[in[i].node()];
            }
            const double next = base + kDamping * sum;
            change += std::abs(next - rank[node]);
            rank[node] = next;
        }
    }
    return rank;
}

}  // namespace

std::vector<float> authority(std::span<const std::uint64_t> out_begin,
                             std::span<const std::uint64_t> in_begin, std::span<const Link> in) {
    const std::size_t nodes = in_begin.size() - 1;
    std::vector<float> values(nodes, 0);
    if (nodes == 0 || in.empty()) return values;
    const std::vector<double> rank = page_rank(out_begin, in_begin, in);
    // A document that nobody cites has the least rank there is.
    const double least = *std::min_element(rank.begin(), rank.end());
    const double most = *std::max_element(rank.begin(), rank.end());
    std::uint64_t most_cited = 1;
    for (std::size_t node = 0; node < nodes; ++node) {
        most_cited = std::max(most_cited, size(in_begin, node));
    }
    const double rank_scale = most > least ? std::log(most / least) : 1;
    const double count_scale = std::log1p(static_cast<double>(most_cited));
    for (std::size_t node = 0; node < nodes; ++node) {
        const auto cited = static_cast<double>(size(in_begin, node));
        values[node] = static_cast<float>(kRankShare * std::log(rank[node] / least) / rank_scale +
                                          (1 - kRankShare) * std::log1p(cited) / count_scale);
    }
    return values;
}

}  // namespace tracuu::indexer
