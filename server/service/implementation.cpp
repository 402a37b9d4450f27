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
using indexer::DocumentMeta;
using indexer::Index;
using indexer::Reached;

constexpr std::uint32_t kMaxDepth = 6;
constexpr std::uint32_t kMaxDocuments = 5000;

/// Children of each document in the order of the closure: by depth, then id.
using Children = std::map<DocumentId, std::vector<const Reached*>>;

Children children_of(const indexer::Closure& closure) {
    Children children;
    for (const Reached& item : closure.items) {
        if (item.path.size() < 2) continue;
        children[item.path[item.path.size() - 2]].push_back(&item);
    }
    return children;
}

void grow(ImplementationNode& node, const Children& children) {
    const auto found = children.find(node.document.id);
    if (found == children.end()) return;
    for (const Reached* item : found->second) {
        node.children.push_back({item->meta, item->edge.evidence, {}});
        grow(node.children.back(), children);  // depth is at most kMaxDepth
    }
}

/// Cuts branches without a document of the place; true when something is left.
bool prune(ImplementationNode& node, std::string_view jurisdiction) {
    std::erase_if(node.children,
                  [&](ImplementationNode& child) { return !prune(child, jurisdiction); });
    return !node.children.empty() || node.document.jurisdiction == jurisdiction;
}

void collect(const ImplementationNode& node, ImplementationAnswer& answer,
             std::set<std::string>& places) {
    for (const ImplementationNode& child : node.children) {
        ++answer.total;
        if (!child.document.jurisdiction.empty()) places.insert(child.document.jurisdiction);
        collect(child, answer, places);
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

/// Provinces that existed on that day and have no document in the tree.
std::vector<std::string> missing_places(const std::set<std::string>& places, indexer::Date day) {
    const std::string iso = day.iso();
    std::vector<std::string> missing;
    for (const analyzers::Province& province : analyzers::provinces()) {
        if (!province.valid_to.empty() && province.valid_to < iso) continue;
        std::string name(province.name);
        if (!places.contains(name)) missing.push_back(std::move(name));
    }
    return in_vietnamese_order(std::move(missing));
}

}  // namespace

ImplementationAnswer implementation(const Index& index, std::string_view id,
                                    std::string_view jurisdiction, indexer::Date today) {
    const auto root = index.node(id);
    if (!root) {
        throw support::Error(support::ErrorCode::not_found, "no such document", std::string(id));
    }
    const indexer::Closure closure = indexer::closure(index, {root->id,
                                                              indexer::Direction::cited_by,
                                                              kMaxDepth,
                                                              {indexer::Relation::implements},
                                                              kMaxDocuments});
    ImplementationAnswer answer;
    answer.truncated = closure.truncated;
    answer.tree.document = *root;
    grow(answer.tree, children_of(closure));
    std::set<std::string> places;
    collect(answer.tree, answer, places);
    answer.missing = missing_places(places, root->date.value_or(today));
    if (!jurisdiction.empty()) {
        prune(answer.tree, jurisdiction);
        answer.total = 0;
        places.clear();
        collect(answer.tree, answer, places);
        std::erase_if(answer.missing, [&](const auto& name) { return name != jurisdiction; });
    }
    answer.places = in_vietnamese_order({places.begin(), places.end()});
    return answer;
}

}  // namespace tracuu::server
