#include <algorithm>
#include <map>
#include <set>

#include "analyzers/gazetteer.hpp"
#include "analyzers/letter.hpp"
#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using indexer::DocumentId;
using indexer::Index;
using indexer::Node;
using indexer::Reached;

constexpr std::uint32_t kMaxDepth = 10;
constexpr std::size_t kMaxDocuments = 5000;  ///< that the tree shows

/// What of the documents that implement one belongs to the answer. Nothing is read for it but
/// links, so that counts and places are those of all, however many the tree shows.
class Branches {
  public:
    Branches(indexer::Links& links, const indexer::Reach& reach, std::string_view jurisdiction)
        : links_(links), reach_(reach) {
        const auto& levels = reach.levels();
        for (auto depth = static_cast<std::uint32_t>(levels.size()); depth > 0; --depth) {
            for (const Node node : levels[depth - 1]) look_at(node, depth, jurisdiction);
        }
    }

    /// A document of the place, or one on the way to it.
    [[nodiscard]] bool holds(Node node) const { return node < kept_.size() && kept_[node]; }
    [[nodiscard]] std::uint32_t total() const noexcept { return total_; }
    /// Places of documents of the corpus: of all, and of those that are kept.
    [[nodiscard]] const std::set<std::string>& all_places() const noexcept { return all_; }
    [[nodiscard]] const std::set<std::string>& places() const noexcept { return places_; }

  private:
    void look_at(Node node, std::uint32_t depth, std::string_view jurisdiction) {
        const indexer::NodeFacts facts = links_.facts(node);
        const bool placed = facts.present && !facts.jurisdiction.empty();
        if (placed) all_.emplace(facts.jurisdiction);
        const bool wanted = jurisdiction.empty() || facts.jurisdiction == jurisdiction;
        if (!wanted && !holds(node)) return;
        if (placed) places_.emplace(facts.jurisdiction);
        keep(node);
        ++total_;
        if (jurisdiction.empty() || depth == 1) return;
        const auto way = reach_.path(node, depth);
        keep(way[way.size() - 2]);
    }
    void keep(Node node) {
        if (node >= kept_.size()) kept_.resize(std::size_t{node} + 1);
        kept_[node] = true;
    }

    indexer::Links& links_;
    const indexer::Reach& reach_;
    std::vector<bool> kept_;
    std::uint32_t total_ = 0;
    std::set<std::string> all_;
    std::set<std::string> places_;
};

/// Children of each document, by depth, then id.
using Children = std::map<DocumentId, std::vector<Reached>>;

void grow(ImplementationNode& node, Children& children) {
    const auto found = children.find(node.document.id);
    if (found == children.end()) return;
    for (Reached& item : found->second) {
        node.children.push_back({std::move(item.meta), std::move(item.edge.evidence), {}});
        grow(node.children.back(), children);  // depth is at most kMaxDepth
    }
}

std::vector<std::string> in_vietnamese_order(std::vector<std::string> names) {
    std::vector<std::pair<std::string, std::string>> keyed;
    for (std::string& name : names) keyed.emplace_back(analyzers::sort_key(name), std::move(name));
    std::sort(keyed.begin(), keyed.end());
    names.clear();
    for (auto& [key, name] : keyed) names.push_back(std::move(name));
    return names;
}

/// Provinces that existed on that day and have no document of the corpus in the tree.
std::vector<std::string> missing_places(const std::set<std::string>& places, indexer::Date day) {
    const std::string iso = day.iso();
    std::vector<std::string> missing;
    for (const analyzers::Province& province : analyzers::provinces()) {
        if (!province.valid_to.empty() && province.valid_to < iso) continue;
        if (province.valid_from > iso) continue;
        std::string name(province.name);
        if (!places.contains(name)) missing.push_back(std::move(name));
    }
    return in_vietnamese_order(std::move(missing));
}

}  // namespace

ImplementationAnswer implementation(const Index& index, std::string_view id,
                                    std::string_view jurisdiction, indexer::Date today) {
    auto root = index.node(id);
    if (!root) {
        throw support::Error(support::ErrorCode::not_found, "no such document", std::string(id));
    }
    const auto links = index.links();
    const indexer::ClosureRequest request{
        root->id, indexer::Direction::cited_by, kMaxDepth, {indexer::Relation::implements}};
    const indexer::Reach reach(*links, request);
    const Branches branches(*links, reach, jurisdiction);
    Children children;
    std::size_t shown = 0;
    std::uint32_t depth = 0;
    for (const auto& level : reach.levels()) {
        ++depth;
        for (const Node node : level) {
            if (shown == kMaxDocuments) break;
            if (!branches.holds(node)) continue;
            Reached item = indexer::describe(index, *links, reach, request, node, depth);
            children[item.path[item.path.size() - 2]].push_back(std::move(item));
            ++shown;
        }
    }
    ImplementationAnswer answer;
    answer.total = branches.total();
    // Documents of the last level may have others below them that nobody looked at.
    const bool deeper = depth == kMaxDepth && !reach.levels().back().empty();
    answer.truncated = reach.truncated() || shown < answer.total || deeper;
    answer.missing = missing_places(branches.all_places(), root->date.value_or(today));
    if (!jurisdiction.empty()) {
        std::erase_if(answer.missing, [&](const auto& name) { return name != jurisdiction; });
    }
    answer.places = in_vietnamese_order({branches.places().begin(), branches.places().end()});
    answer.tree.document = std::move(*root);
    grow(answer.tree, children);
    return answer;
}

}  // namespace tracuu::server
