// Writes the file of links of a generation.

#include <algorithm>
#include <fstream>
#include <map>
#include <unordered_map>

#include "indexer/graph/authority.hpp"
#include "indexer/graph/graph_file.hpp"
#include "indexer/record.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;
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

class Output {
  public:
    explicit Output(const Path& path) : path_(path), stream_(path, std::ios::binary) {}
    void put(const void* bytes, std::size_t size) {
        const std::string_view part(static_cast<const char*>(bytes), size);
        checksum_ = fingerprint(part, checksum_);
        stream_.write(part.data(), static_cast<std::streamsize>(size));
    }
    template <typename List>
    void put(const List& list) {
        put(list.data(), list.size() * sizeof(*list.data()));
    }
    // The head comes last, over the room that was left for it.
    void start(const GraphFile::Head& head) {
        put(&head, sizeof head);
        checksum_ = fingerprint({});
    }
    void finish(GraphFile::Head head) {
        head.checksum = checksum_;
        stream_.seekp(0);
        stream_.write(reinterpret_cast<const char*>(&head), sizeof head);
        stream_.close();
        if (!stream_) throw Error(ErrorCode::cannot_write, "the disk may be full", path_.string());
    }

  private:
    Path path_;
    std::ofstream stream_;
    std::uint64_t checksum_ = 0;
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
        throw Error(ErrorCode::cannot_write, "more documents than the graph can number", "graph");
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
    Output output(path);
    output.start(head);
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
