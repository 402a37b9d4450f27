#include "indexer/resolve/node_table.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_set>

namespace tracuu::indexer {
namespace {

constexpr const char* kCentral = "Trung ương";

std::string unique_id(const std::string& wanted, std::unordered_set<std::string>& used) {
    if (used.insert(wanted).second) return wanted;
    for (unsigned i = 2;; ++i) {
        std::string candidate = wanted + "~" + std::to_string(i);
        if (used.insert(candidate).second) return candidate;
    }
}

IssuerPlace place_of(const DocumentMeta& meta, const NumberTraits& traits) {
    if (!traits.local) return {};
    return {meta.jurisdiction == kCentral ? "" : meta.jurisdiction, district_of(meta.issuer)};
}

}  // namespace

NodeTable::NodeTable(const std::vector<ResolvableDocument>& documents)
    : present_(static_cast<NodeIndex>(documents.size())) {
    nodes_.reserve(documents.size());
    for (const ResolvableDocument& document : documents) {
        ResolverNode node;
        node.meta = document.meta;
        node.traits = numbers_.of(document.meta.number);
        node.place = place_of(document.meta, node.traits);
        node.group = static_cast<NodeIndex>(nodes_.size());
        nodes_.push_back(std::move(node));
    }
    name_present(documents);
    group_present();
}

// Names are given in an order that does not depend on the order of the input.
void NodeTable::name_present(const std::vector<ResolvableDocument>& documents) {
    std::vector<NodeIndex> order(documents.size());
    std::iota(order.begin(), order.end(), NodeIndex{0});
    std::sort(order.begin(), order.end(), [&](NodeIndex a, NodeIndex b) {
        return std::tie(documents[a].source, documents[a].record_id) <
               std::tie(documents[b].source, documents[b].record_id);
    });
    std::unordered_set<std::string> used;
    for (const bool records : {true, false}) {  // ids of records are kept as they are
        for (const NodeIndex index : order) {
            const std::string& record_id = documents[index].record_id;
            if (record_id.empty() == records) continue;
            const std::string wanted =
                records ? record_id
                        : make_document_id(nodes_[index].meta, nodes_[index].place.district);
            nodes_[index].meta.id = unique_id(wanted, used);
        }
    }
}

// Several copies of one act stand for one candidate, the copy with the smallest id.
void NodeTable::group_present() {
    std::vector<NodeIndex> order(present_);
    std::iota(order.begin(), order.end(), NodeIndex{0});
    std::sort(order.begin(), order.end(),
              [this](NodeIndex a, NodeIndex b) { return nodes_[a].meta.id < nodes_[b].meta.id; });
    for (const NodeIndex index : order) {
        const ResolverNode& node = nodes_[index];
        if (node.meta.number.empty()) continue;
        auto& same_number = by_number_[node.meta.number];
        const auto twin =
            std::find_if(same_number.begin(), same_number.end(), [&](NodeIndex other) {
                return nodes_[other].place == node.place &&
                       nodes_[other].meta.date == node.meta.date &&
                       nodes_[other].meta.type == node.meta.type;
            });
        if (twin == same_number.end()) {
            same_number.push_back(index);
        } else {
            nodes_[index].group = *twin;
        }
    }
}

NodeIndex NodeTable::absent(const std::string& number, const IssuerPlace& place,
                            const std::optional<Date>& date) {
    const NumberTraits& traits = numbers_.of(number);
    std::string key = number + '\n' + place.jurisdiction + '\n' + place.district + '\n';
    if (date && traits.year == 0) key += date->iso();
    const auto [found, is_new] = absent_.emplace(key, size());
    if (!is_new) return found->second;
    ResolverNode node;
    node.meta.present = false;
    node.meta.number = number;
    node.meta.jurisdiction = place.jurisdiction;
    node.traits = traits;
    node.place = place;
    node.group = size();
    if (traits.year == 0) node.meta.date = date;
    nodes_.push_back(std::move(node));
    by_number_[number].push_back(found->second);
    return found->second;
}

const std::vector<NodeIndex>& NodeTable::with_number(const std::string& number) const {
    static const std::vector<NodeIndex> kNone;
    const auto found = by_number_.find(number);
    return found == by_number_.end() ? kNone : found->second;
}

void NodeTable::name_absent() {
    std::unordered_set<std::string> used;
    for (NodeIndex i = 0; i < present_; ++i) used.insert(nodes_[i].meta.id);
    std::vector<NodeIndex> order(size() - present_);
    std::iota(order.begin(), order.end(), present_);
    for (const NodeIndex index : order) {
        ResolverNode& node = nodes_[index];
        node.meta.type = node.votes.type.winner().value_or("");
        node.meta.issuer = node.votes.issuer.winner().value_or("");
        node.meta.title = node.votes.title.winner().value_or("");
        if (!node.meta.date) node.meta.date = node.votes.date.winner();
        if (!node.traits.local && node.meta.jurisdiction.empty()) node.meta.jurisdiction = kCentral;
    }
    std::sort(order.begin(), order.end(), [this](NodeIndex a, NodeIndex b) {
        const ResolverNode& x = nodes_[a];
        const ResolverNode& y = nodes_[b];
        return std::tie(x.meta.number, x.place.jurisdiction, x.place.district, x.meta.date) <
               std::tie(y.meta.number, y.place.jurisdiction, y.place.district, y.meta.date);
    });
    for (const NodeIndex index : order) {
        ResolverNode& node = nodes_[index];
        node.meta.id = unique_id(make_document_id(node.meta, node.place.district), used);
    }
}

}  // namespace tracuu::indexer
