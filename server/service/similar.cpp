#include <algorithm>
#include <cmath>
#include <map>

#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using indexer::Direction;
using indexer::DocumentId;
using indexer::Index;
using indexer::Link;
using indexer::Links;
using indexer::Node;

/// Best candidates of each kind that are compared in full.
constexpr std::size_t kMaxCandidates = 200;

/// Shares of the score of `all`.
constexpr double kCouplingShare = 0.4;
constexpr double kCocitationShare = 0.3;
constexpr double kTextShare = 0.3;

/// A citation that few documents make weighs more.
double weight(std::uint32_t citing) {
    return 1.0 / std::log2(2.0 + citing);
}

std::vector<Link> copy(std::span<const Link> links) {
    return {links.begin(), links.end()};
}

/// Sums by document, in the order in which documents are met.
class Sums {
  public:
    void add(Node node, double value) {
        if (node >= sums_.size()) sums_.resize(std::size_t{node} + 1);
        if (sums_[node] == 0) met_.push_back(node);
        sums_[node] += static_cast<float>(value);
    }
    [[nodiscard]] double of(Node node) const { return node < sums_.size() ? sums_[node] : 0; }

    /// The documents with the greatest sums.
    [[nodiscard]] std::vector<Node> best(std::size_t count) const {
        std::vector<Node> nodes = met_;
        const auto kept = static_cast<std::ptrdiff_t>(std::min(count, nodes.size()));
        std::partial_sort(nodes.begin(), nodes.begin() + kept, nodes.end(), [this](Node a, Node b) {
            return sums_[a] != sums_[b] ? sums_[a] > sums_[b] : a < b;
        });
        nodes.resize(static_cast<std::size_t>(kept));
        return nodes;
    }
    [[nodiscard]] std::size_t size() const noexcept { return met_.size(); }

  private:
    std::vector<float> sums_;
    std::vector<Node> met_;
};

class Comparison {
  public:
    Comparison(const Index& index, Links& links, Node node)
        : index_(index),
          links_(links),
          node_(node),
          cited_(copy(links.of(node, Direction::cites))),
          citing_(copy(links.of(node, Direction::cited_by))) {}

    void couple() {
        for (const Link cited : cited_) {
            const auto others = copy(links_.of(cited.node(), Direction::cited_by));
            if (!may_visit(others.size())) return;
            const double value = weight(static_cast<std::uint32_t>(others.size()));
            own_ += value;
            for (const Link other : others) coupled_.add(other.node(), value);
        }
    }
    void cocite() {
        for (const Link citing : citing_) {
            const auto others = copy(links_.of(citing.node(), Direction::cites));
            if (!may_visit(others.size())) return;
            for (const Link other : others) together_.add(other.node(), 1);
        }
    }
    void compare_texts() {
        // One more than are compared tells whether there are more.
        for (const auto& [id, score] : index_.alike(links_.id(node_), kMaxCandidates + 1)) {
            if (const auto node = links_.find(id)) texts_.add(*node, score);
        }
    }

    /// Documents of the corpus with their scores, best first.
    std::vector<std::pair<Node, SimilarDocument>> compared(Similarity by) {
        std::vector<Node> nodes;
        for (const Sums* sums : {&coupled_, &together_, &texts_}) {
            // Itself is among those who cite what it cites, but not of the texts like it.
            const std::size_t compared = kMaxCandidates + (sums->of(node_) > 0 ? 1 : 0);
            for (const Node node : sums->best(compared)) nodes.push_back(node);
            truncated_ = truncated_ || sums->size() > compared;
        }
        std::sort(nodes.begin(), nodes.end());
        nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
        std::vector<std::pair<Node, SimilarDocument>> all;
        for (const Node node : nodes) {
            if (node == node_ || !links_.facts(node).present) continue;
            SimilarDocument similar = scored(node);
            similar.score = total(similar, by);
            if (similar.score > 0) all.emplace_back(node, std::move(similar));
        }
        std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
            return left.second.score > right.second.score;
        });
        return all;
    }

    /// What both cite, by id.
    [[nodiscard]] std::vector<DocumentId> shared(Node other) {
        std::vector<DocumentId> ids;
        for (const Link link : copy(links_.of(other, Direction::cites))) {
            const bool cited = std::any_of(cited_.begin(), cited_.end(),
                                           [&](Link own) { return own.node() == link.node(); });
            if (cited) ids.push_back(links_.id(link.node()));
        }
        return ids;
    }
    [[nodiscard]] bool truncated() const noexcept { return truncated_; }

  private:
    /// False when reading so many more links would take too long for this kind of source.
    bool may_visit(std::size_t more) {
        visited_ += more;
        if (visited_ > links_.budget()) truncated_ = true;
        return !truncated_;
    }

    SimilarDocument scored(Node node) {
        SimilarDocument similar;
        if (const double both = coupled_.of(node); both > 0 && own_ > 0) {
            double theirs = 0;
            for (const Link link : copy(links_.of(node, Direction::cites))) {
                theirs += weight(links_.count(link.node(), Direction::cited_by));
            }
            similar.coupling = std::min(1.0, both / std::sqrt(own_ * std::max(theirs, both)));
        }
        if (const double both = together_.of(node); both > 0) {
            const double theirs = links_.count(node, Direction::cited_by);
            const auto own = static_cast<double>(citing_.size());
            similar.cocitation = std::min(1.0, both / std::sqrt(own * theirs));
            similar.cited_together = static_cast<std::uint32_t>(both);
        }
        similar.text = texts_.of(node);
        return similar;
    }

    static double total(const SimilarDocument& similar, Similarity by) {
        if (by == Similarity::coupling) return similar.coupling;
        if (by == Similarity::cocitation) return similar.cocitation;
        if (by == Similarity::text) return similar.text;
        return kCouplingShare * similar.coupling + kCocitationShare * similar.cocitation +
               kTextShare * similar.text;
    }

    const Index& index_;
    Links& links_;
    Node node_;
    std::vector<Link> cited_;
    std::vector<Link> citing_;
    double own_ = 0;  ///< weight of all its own citations
    Sums coupled_;
    Sums together_;
    Sums texts_;
    std::uint64_t visited_ = 0;
    bool truncated_ = false;
};

}  // namespace

List<SimilarDocument> similar(const Index& index, std::string_view id, Similarity by, Page page) {
    const auto links = index.links();
    const auto node = links->find(id);
    if (!node) {
        throw support::Error(support::ErrorCode::not_found, "no such document", std::string(id));
    }
    Comparison comparison(index, *links, *node);
    const auto asked = [by](Similarity kind) { return by == Similarity::all || by == kind; };
    if (asked(Similarity::coupling)) comparison.couple();
    if (asked(Similarity::cocitation)) comparison.cocite();
    if (asked(Similarity::text)) comparison.compare_texts();
    auto all = comparison.compared(by);
    List<SimilarDocument> list{all.size(), page, {}, comparison.truncated()};
    for (std::size_t i = page.offset; i < all.size() && list.items.size() < page.limit; ++i) {
        auto meta = index.node(links->id(all[i].first));
        if (!meta) continue;
        all[i].second.meta = std::move(*meta);
        all[i].second.shared = comparison.shared(all[i].first);
        list.items.push_back(std::move(all[i].second));
    }
    return list;
}

}  // namespace tracuu::server
