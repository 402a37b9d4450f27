// Writes the file of links of a generation.

#include <algorithm>
#include <map>
#include <unordered_map>

#include "indexer/graph/authority.hpp"
#include "indexer/graph/graph_file.hpp"
#include "indexer/record.hpp"
#include "support/error.hpp"
#include "support/output_file.hpp"

namespace tracuu::indexer {
namespace {

using Path = std::filesystem::path;

struct Side {
    std::vector<std::uint64_t> begin;
    std::vector<Link> links;
};

// The same links from their other end: counted first, then put in place.
Side turned(const GraphInput& graph) {
    const std::size_t nodes = graph.nodes.size();
    Side in{std::vector<std::uint64_t>(nodes + 1, 0), std::vector<Link>(graph.out.size())};
    for (const Link link : graph.out) ++in.begin[link.node() + 1];
    for (std::size_t node = 0; node < nodes; ++node) in.begin[node + 1] += in.begin[node];
    std::vector<std::uint64_t> next(in.begin.begin(), in.begin.end() - 1);
    for (std::size_t node = 0; node < nodes; ++node) {
        for (std::uint64_t i = graph.begin[node]; i < graph.begin[node + 1]; ++i) {
            const Link link = graph.out[i];
            in.links[next[link.node()]++] = Link(static_cast<Node>(node), link.relation());
        }
    }
    return in;
}

// Each distinct string once; number 0 is the empty one.
class StringTable {
  public:
    StringTable() { static_cast<void>(number({})); }
    std::uint32_t number(std::string_view text) {
        const auto known = numbers_.find(text);
        if (known != numbers_.end()) return known->second;
        bytes_ += text;
        begin_.push_back(bytes_.size());
        return numbers_.emplace(text, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    [[nodiscard]] const std::vector<std::uint64_t>& begin() const { return begin_; }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
    std::vector<std::uint64_t> begin_{0};
    std::string bytes_;
};

// Puts the checksum of all that stands behind the head into it.
class Output {
  public:
    Output(const Path& path, const GraphFile::Head& head) : file_(path) {
        file_.put(&head, sizeof head);
    }
    void put(const void* bytes, std::size_t size) {
        checksum_ = fingerprint({static_cast<const char*>(bytes), size}, checksum_);
        file_.put(bytes, size);
    }
    template <typename List>
    void put(const List& list) {
        put(list.data(), list.size() * sizeof(*list.data()));
    }
    void finish(GraphFile::Head head) {
        head.checksum = checksum_;
        file_.put_head(&head, sizeof head);
        file_.close();
    }

  private:
    support::OutputFile file_;
    std::uint64_t checksum_ = fingerprint({});
};

std::vector<std::uint64_t> id_begins(const GraphInput& graph) {
    std::vector<std::uint64_t> begins{0};
    for (const GraphNode& node : graph.nodes) begins.push_back(begins.back() + node.id.size());
    return begins;
}

std::vector<GraphFile::Fact> facts_of(const GraphInput& graph, const std::vector<float>& authority,
                                      StringTable& strings) {
    std::vector<GraphFile::Fact> facts;
    facts.reserve(graph.nodes.size());
    for (const GraphNode& node : graph.nodes) {
        std::uint32_t date = node.date ? node.date->number() : 0;
        if (node.present) date |= GraphFile::kPresent;
        facts.push_back({date, strings.number(node.type), strings.number(node.jurisdiction),
                         authority[facts.size()]});
    }
    return facts;
}

}  // namespace

GraphInput graph_input(const ResolvedGraph& graph) {
    GraphInput input;
    for (const DocumentMeta& meta : graph.nodes) {
        input.nodes.push_back({meta.id, meta.present, meta.date, meta.type, meta.jurisdiction});
    }
    std::sort(input.nodes.begin(), input.nodes.end(),
              [](const GraphNode& a, const GraphNode& b) { return a.id < b.id; });
    if (input.nodes.size() >= kMostNodes) {
        throw support::Error(support::ErrorCode::cannot_write,
                             "more documents than the graph can number", "graph");
    }
    std::unordered_map<std::string_view, Node> numbers;
    for (const GraphNode& node : input.nodes) {
        numbers.emplace(node.id, static_cast<Node>(numbers.size()));
    }
    // The edges are by (from, to), so their links come in order.
    auto edge = graph.edges.begin();
    input.out.reserve(graph.edges.size());
    for (const GraphNode& node : input.nodes) {
        input.begin.push_back(input.out.size());
        for (; edge != graph.edges.end() && edge->from == node.id; ++edge) {
            input.out.emplace_back(numbers.at(edge->to), edge->relation);
        }
    }
    input.begin.push_back(input.out.size());
    return input;
}

void write_graph(const Path& path, std::string_view snapshot, const GraphInput& graph) {
    const Side in = turned(graph);
    StringTable strings;
    const auto facts = facts_of(graph, authority(graph.begin, in.begin, in.links), strings);
    const auto ids = id_begins(graph);
    const GraphFile::Head head{
        GraphFile::kMagic, fingerprint(snapshot),      0,          graph.nodes.size(),
        graph.out.size(),  strings.begin().size() - 1, ids.back(), strings.bytes().size()};
    Output output(path, head);
    output.put(ids);
    output.put(graph.begin);
    output.put(in.begin);
    output.put(strings.begin());
    output.put(facts);
    output.put(graph.out);
    output.put(in.links);
    for (const GraphNode& node : graph.nodes) output.put(node.id);
    output.put(strings.bytes());
    output.finish(head);
}

}  // namespace tracuu::indexer
