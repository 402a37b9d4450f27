// Walks through random graphs against their definitions, told by looking at every way there is;
// the file of a graph against its records; both indexes against each other.

#include <functional>
#include <map>
#include <set>

#include "indexer/graph/graph_file.hpp"
#include "server/service.hpp"
#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/property/generated_corpus.hpp"
#include "tests/property/index_pair.hpp"
#include "tests/property/random_graph.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu;
using namespace tracuu::indexer;
using tests::IndexPair;
using tests::RandomGraph;

namespace {

using Way = std::vector<std::string>;

// A graph that walks over its file; evidence comes from the records.
class FiledGraph final : public CitationGraph {
  public:
    FiledGraph(const RandomGraph& graph, const tests::TemporaryFolder& folder) : graph_(graph) {
        const auto path = graph_path(folder.path());
        const ResolvedGraph resolved = graph.resolved();
        write_graph(path, "snapshot", graph_input(resolved));
        file_ = GraphFile::open(path, "snapshot");
    }
    std::optional<DocumentMeta> node(std::string_view id) const override { return graph_.node(id); }
    std::vector<GraphEdge> cites(std::string_view id) const override { return graph_.cites(id); }
    std::vector<GraphEdge> cited_by(std::string_view id) const override {
        return graph_.cited_by(id);
    }
    std::unique_ptr<Links> links() const override { return mapped_links(file_); }
    std::vector<DocumentMeta> with_number(std::string_view) const override { return {}; }
    void each_node(const std::function<bool(const DocumentMeta&)>&) const override {}
    [[nodiscard]] const GraphFile& file() const { return *file_; }

  private:
    const RandomGraph& graph_;
    std::shared_ptr<const GraphFile> file_;
};

std::vector<GraphEdge> edges_of(const CitationGraph& graph, const std::string& id,
                                Direction direction) {
    return direction == Direction::cites ? graph.cites(id) : graph.cited_by(id);
}

// Every document with its shortest ways of allowed steps: from the definition, without marks.
std::map<std::string, std::vector<Way>> all_ways(const CitationGraph& graph,
                                                 const ClosureRequest& request) {
    std::map<std::string, std::vector<Way>> shortest;
    std::vector<Way> ways{{request.start}};
    for (std::uint32_t depth = 1; depth <= request.depth; ++depth) {
        std::vector<Way> longer;
        for (const Way& way : ways) {
            for (const GraphEdge& edge : edges_of(graph, way.back(), request.direction)) {
                const auto& wanted = request.relations;
                if (!wanted.empty() &&
                    std::find(wanted.begin(), wanted.end(), edge.relation) == wanted.end()) {
                    continue;
                }
                Way next = way;
                next.push_back(request.direction == Direction::cites ? edge.to : edge.from);
                auto& known = shortest[next.back()];
                if (next.back() == request.start) continue;
                if (!known.empty() && known.front().size() < next.size()) continue;
                known.push_back(next);
                longer.push_back(next);
            }
        }
        ways = std::move(longer);
    }
    shortest.erase(request.start);
    return shortest;
}

// Depth, id and the way that the definition chooses: the least one read from its end.
std::vector<std::string> expected(const CitationGraph& graph, const ClosureRequest& request) {
    std::set<std::pair<std::size_t, std::string>> lines;
    std::map<std::string, Way> chosen;
    for (auto& [id, ways] : all_ways(graph, request)) {
        for (Way& way : ways) std::reverse(way.begin(), way.end());
        chosen[id] = *std::min_element(ways.begin(), ways.end());
        lines.emplace(chosen[id].size(), id);
    }
    std::vector<std::string> list;
    for (const auto& [size, id] : lines) {
        std::string text = std::to_string(size - 1);
        for (auto at = chosen[id].rbegin(); at != chosen[id].rend(); ++at) text += " " + *at;
        list.push_back(text);
    }
    return list;
}

std::vector<std::string> actual(const CitationGraph& graph, const ClosureRequest& request) {
    std::vector<std::string> list;
    for (const Reached& reached : closure(graph, request).items) {
        std::string text = std::to_string(reached.depth);
        for (const DocumentId& id : reached.path) text += " " + id;
        CHECK(reached.meta.id == reached.path.back());
        CHECK(reached.cited_by == graph.cited_by(reached.meta.id).size());
        list.push_back(text);
    }
    return list;
}

std::string line(const std::vector<GraphEdge>& path) {
    std::string text;
    for (const GraphEdge& edge : path) text += edge.from + ">" + edge.to + " ";
    return text;
}

std::vector<std::string> lines(const Paths& paths) {
    std::vector<std::string> list;
    for (const auto& path : paths.paths) list.push_back(line(path));
    return list;
}

RandomGraph small_graph(std::mt19937& random) {
    return {random, 2 + unsigned(random() % 14), unsigned(random() % 30)};
}

}  // namespace

TEST_CASE("A walk through a random graph finds what the definition says, by file and by records") {
    std::mt19937 random(tests::seed());
    for (int round = 0; round < 120; ++round) {
        const RandomGraph graph(random, 6 + unsigned(random() % 8), unsigned(random() % 25));
        const tests::TemporaryFolder folder;
        const FiledGraph filed(graph, folder);
        for (const std::string& start : graph.ids()) {
            ClosureRequest request{start,
                                   round % 2 == 0 ? Direction::cites : Direction::cited_by,
                                   1 + std::uint32_t(random() % 5),
                                   {}};
            if (random() % 3 == 0) request.relations = {Relation::implements, Relation::mentions};
            const auto wanted = expected(graph, request);
            CAPTURE(round, start, request.depth);
            CHECK(actual(graph, request) == wanted);
            CHECK(actual(filed, request) == wanted);
            request.max_nodes = std::uint32_t(random() % 6);
            const Closure cut = closure(filed, request);
            CHECK(cut.items.size() == std::min<std::size_t>(wanted.size(), request.max_nodes));
            CHECK(cut.truncated == (wanted.size() > request.max_nodes));
        }
    }
}

TEST_CASE("Shortest paths in a random graph are all of them") {
    std::mt19937 random(tests::seed() + 1);
    std::size_t found = 0;
    for (int round = 0; round < 60; ++round) {
        const RandomGraph graph(random, 6 + unsigned(random() % 8), unsigned(random() % 30));
        const tests::TemporaryFolder folder;
        const FiledGraph filed(graph, folder);
        const auto ids = graph.ids();
        for (const std::string& from : ids) {
            const auto all = all_ways(graph, {from, Direction::cites, 5, {}});
            for (const std::string& to : ids) {
                const auto ways = all.find(to);
                std::set<std::string> wanted;
                if (ways != all.end()) {
                    for (const Way& way : ways->second) {
                        std::vector<GraphEdge> path;
                        for (std::size_t i = 1; i < way.size(); ++i) {
                            path.push_back({way[i - 1], way[i], {}, {}});
                        }
                        wanted.insert(line(path));
                    }
                }
                const Paths paths = shortest_paths(filed, from, to, 5, 1000);
                const auto list = lines(paths);
                CHECK(std::set<std::string>(list.begin(), list.end()) == wanted);
                CHECK(list.size() == wanted.size());
                CHECK(lines(shortest_paths(graph, from, to, 5, 1000)) == list);
                const Paths some = shortest_paths(filed, from, to, 5, 1);
                CHECK(some.paths.size() == std::min<std::size_t>(1, wanted.size()));
                CHECK(some.truncated == (wanted.size() > 1));
                found += wanted.size();
            }
        }
    }
    CHECK(found > 100);
}

TEST_CASE("The file of a graph says of every document what the graph says") {
    std::mt19937 random(tests::seed() + 2);
    for (int round = 0; round < 60; ++round) {
        const RandomGraph graph = small_graph(random);
        const tests::TemporaryFolder folder;
        const FiledGraph filed(graph, folder);
        const GraphFile& file = filed.file();
        const auto ids = graph.ids();
        REQUIRE(file.nodes() == ids.size());
        CHECK(file.is_sound());
        CHECK_FALSE(file.find("no-such"));
        for (Node node = 0; node < file.nodes(); ++node) {
            CHECK(file.id(node) == ids[node]);
            CHECK(file.find(ids[node]) == node);
            const auto meta = graph.node(ids[node]);
            const NodeFacts facts = file.facts(node);
            CHECK(facts.present == meta->present);
            CHECK(facts.date == meta->date);
            CHECK(facts.type == meta->type);
            CHECK(facts.jurisdiction == meta->jurisdiction);
            REQUIRE(facts.authority);
            CHECK(*facts.authority >= 0);
            CHECK(*facts.authority <= 1);
            if (graph.cited_by(ids[node]).empty()) CHECK(*facts.authority == 0);
            for (const Direction direction : {Direction::cites, Direction::cited_by}) {
                std::vector<Link> links;
                for (const GraphEdge& edge : edges_of(graph, ids[node], direction)) {
                    const auto& other = direction == Direction::cites ? edge.to : edge.from;
                    links.emplace_back(*file.find(other), edge.relation);
                }
                const auto stored = file.links(node, direction);
                CHECK(std::vector<Link>(stored.begin(), stored.end()) == links);
            }
        }
    }
}

TEST_CASE("A damaged file of a graph is refused or read, but never past its end") {
    std::mt19937 random(tests::seed() + 3);
    const RandomGraph graph(random, 12, 25);
    const tests::TemporaryFolder folder;
    const auto path = graph_path(folder.path());
    const ResolvedGraph resolved = graph.resolved();
    write_graph(path, "snapshot", graph_input(resolved));
    std::ifstream stream(path, std::ios::binary);
    const std::string good{std::istreambuf_iterator<char>(stream), {}};
    std::size_t refused = 0;
    for (int round = 0; round < 600; ++round) {
        std::string bytes = good;
        const std::size_t at = random() % bytes.size();
        bytes[at] = static_cast<char>(random());
        if (random() % 8 == 0) bytes.resize(at);
        if (bytes == good) continue;
        folder.write("graph", bytes);
        try {
            const auto file = GraphFile::open(path, "snapshot");
            // Of the head only the numbers that the file is read by matter.
            if (at >= sizeof(GraphFile::Head)) CHECK_FALSE(file->is_sound());
            const auto links = mapped_links(file);
            for (Node node = 0; node < file->nodes(); ++node) {
                const DocumentId start = links->id(node);
                static_cast<void>(links->facts(node));
                const ClosureRequest request{start, Direction::cited_by, 4, {}};
                const Reach reach(*links, request);
                std::uint32_t depth = 0;
                for (const auto& level : reach.levels()) {
                    ++depth;
                    for (const Node one : level) static_cast<void>(reach.path(one, depth));
                }
            }
        } catch (const support::Error&) {
            ++refused;
        }
    }
    CHECK(refused > 60);
}

TEST_CASE("Both indexes reach the same documents over the same paths") {
    for (const IndexPair* pair : {&tests::generated(), &tests::sample()}) {
        std::size_t reached = 0;
        std::uint32_t round = 0;
        for (const DocumentMeta& node : tests::nodes(*pair->fast)) {
            ClosureRequest request{node.id, Direction::cites, 1 + round++ % 4, {}};
            if (round % 3 == 0) request.relations = {Relation::implements, Relation::based_on};
            for (const Direction direction : {Direction::cites, Direction::cited_by}) {
                request.direction = direction;
                const auto fast = actual(*pair->fast, request);
                CHECK(fast == actual(*pair->naive, request));
                reached += fast.size();
            }
        }
        CHECK(reached > 50);
    }
}

TEST_CASE("Both indexes list the same documents for every filter and order") {
    using namespace tracuu::server;
    const IndexPair& pair = tests::generated();
    std::vector<ReachQuestion> questions(6);
    questions[1].filter.jurisdictions = {"Kon Tum", "An Giang"};
    questions[2].filter.from = Date::of(2018, 1, 1);
    questions[3].filter.to = Date::of(2019, 1, 1);
    questions[3].filter.types = {"Kế hoạch"};
    questions[4].order = ReachOrder::newest;
    questions[5].order = ReachOrder::newest;
    questions[5].filter.from = Date::of(2017, 1, 1);
    std::size_t listed = 0;
    for (const DocumentMeta& node : tests::nodes(*pair.fast)) {
        for (ReachQuestion& question : questions) {
            question.depth = 3;
            const auto all = reached(*pair.naive, {node.id}, question, {0, 1000});
            const auto page = reached(*pair.fast, {node.id}, question, {2, 3});
            CHECK(page.total == all.items.size());
            for (std::size_t i = 0; i < page.items.size(); ++i) {
                CHECK(page.items[i].meta.id == all.items.at(i + 2).meta.id);
                CHECK(page.items[i].path == all.items.at(i + 2).path);
            }
            CHECK(page.items.size() ==
                  std::min<std::size_t>(
                      3, all.items.size() - std::min<std::size_t>(2, all.items.size())));
            listed += page.items.size();
        }
    }
    CHECK(listed > 50);
}

TEST_CASE("Documents are listed by authority, those without citations last") {
    using namespace tracuu::server;
    const Index& index = *tests::generated().fast;
    ReachQuestion question;
    question.direction = Direction::cites;
    question.depth = 3;
    question.order = ReachOrder::authority;
    for (const DocumentMeta& node : tests::nodes(index)) {
        const auto list = reached(index, {node.id}, question, {0, 1000});
        for (std::size_t i = 1; i < list.items.size(); ++i) {
            CHECK(*list.items[i].authority <= *list.items[i - 1].authority);
        }
        for (const Reached& one : list.items) {
            CHECK(one.cited_by > 0);
            CHECK(*one.authority > 0);
            CHECK(document(index, one.meta.id).authority == one.authority);
        }
    }
}

TEST_CASE("Any page of what is reached is what stands there in the whole list") {
    using namespace tracuu::server;
    const Index& index = *tests::generated().fast;
    std::size_t turned = 0;
    for (const ReachOrder order : {ReachOrder::depth, ReachOrder::newest, ReachOrder::authority}) {
        ReachQuestion question;
        question.depth = 3;
        question.order = order;
        for (const DocumentMeta& node : tests::nodes(index)) {
            const auto whole = reached(index, {node.id}, question, {0, 1000});
            std::vector<DocumentId> pages;
            for (std::uint32_t offset = 0; offset <= whole.items.size(); offset += 3) {
                const auto page = reached(index, {node.id}, question, {offset, 3});
                CHECK(page.total == whole.total);
                for (const Reached& one : page.items) {
                    REQUIRE(pages.size() < whole.items.size());
                    CHECK(one.path == whole.items[pages.size()].path);
                    pages.push_back(one.meta.id);
                }
                turned += offset > 0 && !page.items.empty() ? 1U : 0U;
            }
            REQUIRE(pages.size() == whole.items.size());
            for (std::size_t i = 0; i < pages.size(); ++i) {
                CHECK(pages[i] == whole.items[i].meta.id);
                const auto& date = whole.items[i].meta.date;
                if (order != ReachOrder::newest || i == 0 || !date) continue;
                CHECK(*whole.items[i - 1].meta.date >= *date);
            }
        }
    }
    CHECK(turned > 50);
}

TEST_CASE("Both indexes want the same documents and show the same implementation") {
    using namespace tracuu::server;
    for (const IndexPair* pair : {&tests::generated(), &tests::sample()}) {
        const auto fast = wanted(*pair->fast);
        const auto naive = wanted(*pair->naive);
        REQUIRE(fast.size() == naive.size());
        for (std::size_t i = 0; i < fast.size(); ++i) {
            CHECK(fast[i].meta.id == naive[i].meta.id);
            CHECK(fast[i].count == naive[i].count);
        }
        for (const DocumentMeta& node : tests::nodes(*pair->fast)) {
            for (const char* place : {"", "Kon Tum"}) {
                const auto one = implementation(*pair->fast, node.id, place, *Date::of(2020, 1, 1));
                const auto other =
                    implementation(*pair->naive, node.id, place, *Date::of(2020, 1, 1));
                CHECK(one.total == other.total);
                CHECK(one.places == other.places);
                CHECK(one.missing == other.missing);
                CHECK(one.tree.children.size() == other.tree.children.size());
            }
        }
    }
}
