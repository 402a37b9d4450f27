#pragma once

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "indexer/citation_graph.hpp"
#include "indexer/resolver.hpp"

namespace tracuu::tests {

/// A graph of a few documents with random links, circles among them, held in maps.
class RandomGraph final : public indexer::CitationGraph {
  public:
    RandomGraph(std::mt19937& random, unsigned nodes, unsigned edges) {
        for (unsigned i = 0; i < nodes; ++i) add_node(random);
        for (unsigned i = 0; i < edges; ++i) add_edge(random);  // some fall together
    }

    std::optional<indexer::DocumentMeta> node(std::string_view id) const override {
        const auto found = nodes_.find(std::string(id));
        return found == nodes_.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<indexer::GraphEdge> cites(std::string_view id) const override {
        return edges_if([&](const indexer::GraphEdge& edge) { return edge.from == id; });
    }
    std::vector<indexer::GraphEdge> cited_by(std::string_view id) const override {
        return edges_if([&](const indexer::GraphEdge& edge) { return edge.to == id; });
    }
    std::vector<indexer::DocumentMeta> with_number(std::string_view) const override { return {}; }
    void each_node(const std::function<bool(const indexer::DocumentMeta&)>& visit) const override {
        for (const auto& [id, node] : nodes_) {
            if (!visit(node)) return;
        }
    }

    [[nodiscard]] indexer::ResolvedGraph resolved() const {
        indexer::ResolvedGraph graph;
        for (const auto& [id, node] : nodes_) graph.nodes.push_back(node);
        std::reverse(graph.nodes.begin(), graph.nodes.end());  // their order must not count
        for (const auto& [ends, edge] : edges_) graph.edges.push_back(edge);
        return graph;
    }
    [[nodiscard]] std::vector<std::string> ids() const {
        std::vector<std::string> all;
        for (const auto& [id, node] : nodes_) all.push_back(id);
        return all;
    }

  private:
    void add_node(std::mt19937& random) {
        static const char* const kPlaces[] = {"", "Kon Tum", "An Giang"};
        indexer::DocumentMeta meta;
        meta.id = std::to_string(random() % 1000) + (random() % 2 == 0 ? "-kh" : "-qd");
        meta.present = random() % 3 != 0;
        meta.type = random() % 2 == 0 ? "Kế hoạch" : "";
        meta.jurisdiction = kPlaces[random() % 3];
        if (random() % 4 != 0) {
            meta.date = indexer::Date::of(2015 + int(random() % 4), 1 + int(random() % 12),
                                          1 + int(random() % 28));
        }
        nodes_[meta.id] = meta;
    }
    void add_edge(std::mt19937& random) {
        const auto all = ids();
        const std::string from = all[random() % all.size()];
        const std::string to = all[random() % all.size()];
        if (from == to) return;
        const auto relation = static_cast<indexer::Relation>(random() % 7);
        edges_[{from, to}] = {from, to, relation, {{from, {0, 1}, "quote"}}};
    }
    template <typename Test>
    std::vector<indexer::GraphEdge> edges_if(Test&& test) const {
        std::vector<indexer::GraphEdge> list;
        for (const auto& [ends, edge] : edges_) {
            if (test(edge)) list.push_back(edge);
        }
        return list;
    }

    std::map<std::string, indexer::DocumentMeta> nodes_;
    std::map<std::pair<std::string, std::string>, indexer::GraphEdge> edges_;
};

}  // namespace tracuu::tests
