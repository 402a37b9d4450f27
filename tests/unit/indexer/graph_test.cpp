#include <map>

#include "indexer/citation_graph.hpp"
#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

// A graph of one-letter documents: "ab" is an edge from a to b.
class LetterGraph final : public CitationGraph {
  public:
    explicit LetterGraph(const std::vector<std::string>& edges,
                         Relation relation = Relation::mentions) {
        for (const std::string& pair : edges) {
            GraphEdge edge;
            edge.from = pair.substr(0, 1);
            edge.to = pair.substr(1, 1);
            edge.relation = pair.size() > 2 ? Relation::implements : relation;
            edge.evidence = {{edge.from, {0, 1}, "quote"}};
            nodes_[edge.from].id = edge.from;
            nodes_[edge.to].id = edge.to;
            edges_.push_back(edge);
        }
    }
    std::optional<DocumentMeta> node(std::string_view id) const override {
        const auto found = nodes_.find(std::string(id));
        return found == nodes_.end() ? std::nullopt : std::optional(found->second);
    }
    std::vector<GraphEdge> cites(std::string_view id) const override {
        std::vector<GraphEdge> list;
        for (const GraphEdge& edge : edges_) {
            if (edge.from == id) list.push_back(edge);
        }
        return list;
    }
    std::vector<GraphEdge> cited_by(std::string_view id) const override {
        std::vector<GraphEdge> list;
        for (const GraphEdge& edge : edges_) {
            if (edge.to == id) list.push_back(edge);
        }
        return list;
    }
    std::vector<DocumentMeta> with_number(std::string_view) const override { return {}; }
    void each_node(const std::function<bool(const DocumentMeta&)>&) const override {}

  private:
    std::map<std::string, DocumentMeta> nodes_;
    std::vector<GraphEdge> edges_;
};

std::string reached(const LetterGraph& graph, const ClosureRequest& request) {
    std::string text;
    for (const Reached& one : closure(graph, request).items) {
        text += (text.empty() ? "" : " ") + one.meta.id + std::to_string(one.depth);
    }
    return text;
}

}  // namespace

TEST_CASE("A closure goes by depth, then id, and every document comes once") {
    const LetterGraph graph({"ab", "ac", "bd", "cd", "de", "ea"});
    CHECK(reached(graph, {"a", Direction::cites, 1, {}, 100}) == "b1 c1");
    CHECK(reached(graph, {"a", Direction::cites, 3, {}, 100}) == "b1 c1 d2 e3");
    CHECK(reached(graph, {"d", Direction::cited_by, 2, {}, 100}) == "b1 c1 a2");
    CHECK(reached(graph, {"a", Direction::cites, 10, {}, 100}) == "b1 c1 d2 e3");
}

TEST_CASE("A closure shows the shortest way with the smallest ids") {
    const LetterGraph graph({"ac", "ab", "cd", "bd"});
    const Closure all = closure(graph, {"a", Direction::cites, 2, {}, 100});
    REQUIRE(all.items.size() == 3);
    CHECK(all.items[2].meta.id == "d");
    CHECK(all.items[2].path.size() == 3);
    CHECK(all.items[2].edge.to == "d");
}

TEST_CASE("A closure follows only the relations asked for") {
    const LetterGraph graph({"ab!", "ac", "bd!", "bc"});
    CHECK(reached(graph, {"a", Direction::cites, 5, {Relation::implements}, 100}) == "b1 d2");
}

TEST_CASE("A closure that is too large says so") {
    const LetterGraph graph({"ab", "ac", "ad", "ae"});
    const Closure part = closure(graph, {"a", Direction::cites, 1, {}, 2});
    CHECK(part.items.size() == 2);
    CHECK(part.truncated);
    CHECK_FALSE(closure(graph, {"a", Direction::cites, 1, {}, 4}).truncated);
}

TEST_CASE("Depths outside 1 to 10 and unknown starts are errors") {
    const LetterGraph graph({"ab"});
    CHECK_THROWS_AS(closure(graph, {"a", Direction::cites, 0, {}, 10}), support::Error);
    CHECK_THROWS_AS(closure(graph, {"a", Direction::cites, 11, {}, 10}), support::Error);
    CHECK_THROWS_AS(closure(graph, {"z", Direction::cites, 1, {}, 10}), support::Error);
    CHECK_THROWS_AS(shortest_paths(graph, "a", "z", 3, 10), support::Error);
    CHECK_THROWS_AS(shortest_paths(graph, "a", "b", 11, 10), support::Error);
}

TEST_CASE("All shortest paths are found, up to the limit") {
    const LetterGraph graph({"ab", "ac", "bd", "cd", "de", "ax", "xy", "yd"});
    const auto found = shortest_paths(graph, "a", "d", 5, 10);
    CHECK_FALSE(found.truncated);
    const auto& paths = found.paths;
    REQUIRE(paths.size() == 2);
    CHECK(paths[0].size() == 2);
    CHECK(paths[0][0].to == "b");
    CHECK(paths[1][0].to == "c");
    const auto one = shortest_paths(graph, "a", "d", 5, 1);
    CHECK(one.paths.size() == 1);
    CHECK(one.truncated);
    CHECK(shortest_paths(graph, "d", "a", 5, 10).paths.empty());
    CHECK(shortest_paths(graph, "a", "e", 2, 10).paths.empty());
    CHECK(shortest_paths(graph, "a", "a", 2, 10).paths.empty());
}
