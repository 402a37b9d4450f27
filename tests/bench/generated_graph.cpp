#include "tests/bench/generated_graph.hpp"

#include <xapian.h>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <thread>

#include "indexer/graph/graph_file.hpp"
#include "indexer/xapian/chunk_writer.hpp"
#include "indexer/xapian/corpus_state.hpp"
#include "indexer/xapian/generation.hpp"
#include "indexer/xapian/token_file.hpp"

namespace tracuu::tests {
namespace {

using namespace indexer;

constexpr unsigned kSeed = 20180315;
constexpr double kMostCitations = 200;
constexpr std::uint32_t kPart = 25000;  // documents of one database before they are put together
constexpr const char* kPlaces[] = {"Kon Tum", "An Giang", "Bình Định", "Hà Giang", "Cà Mau"};

Relation relation_of(std::uint32_t from, std::uint32_t to) {
    constexpr Relation kRelations[] = {Relation::mentions, Relation::mentions, Relation::based_on,
                                       Relation::implements};
    return kRelations[(from + to) % 4];
}

DocumentMeta meta_of(std::uint32_t i, std::uint32_t documents) {
    DocumentMeta meta;
    meta.id = GeneratedGraph::id(i);
    meta.number = std::to_string(i) + "/KH-UBND";
    meta.type = i % 3 == 0 ? "Kế hoạch" : "Quyết định";
    meta.issuer = "Ủy ban nhân dân";
    meta.jurisdiction = kPlaces[i % 5];
    meta.title = "Kế hoạch số " + std::to_string(i);
    const auto day = static_cast<int>(std::uint64_t{i} * 10000 / documents);  // thirty years
    meta.date = Date::of(1995 + day / 336, 1 + day % 336 / 28, 1 + day % 28);
    return meta;
}

std::vector<GraphEdge> edges_of(const GeneratedGraph& graph, std::uint32_t i) {
    std::vector<GraphEdge> edges;
    const std::string from = GeneratedGraph::id(i);
    for (const auto* to = graph.begin(i); to != graph.end(i); ++to) {
        edges.push_back({from,
                         GeneratedGraph::id(*to),
                         relation_of(i, *to),
                         {{from, {100, 180}, "Căn cứ Kế hoạch số " + std::to_string(*to)}}});
    }
    std::sort(edges.begin(), edges.end(),
              [](const GraphEdge& a, const GraphEdge& b) { return a.to < b.to; });
    return edges;
}

// A document has a record, and another of its edges where it has any.
Xapian::docid records_of(const GeneratedGraph& graph, std::uint32_t first) {
    Xapian::docid records = 0;
    for (std::uint32_t i = first; i < std::min(first + kPart, graph.documents()); ++i) {
        records += graph.begin(i) == graph.end(i) ? 1U : 2U;
    }
    return records;
}

std::unique_ptr<ChunkWriter> write_part(const GeneratedGraph& graph, std::uint32_t first,
                                        const std::filesystem::path& path, Xapian::docid before,
                                        TokenCounts& counts) {
    auto part = std::make_unique<ChunkWriter>(path, before);
    WriterTools tools({});
    for (std::uint32_t i = first; i < std::min(first + kPart, graph.documents()); ++i) {
        StoredDocument document;
        const auto edges = edges_of(graph, i);
        document.record.meta = meta_of(i, graph.documents());
        document.record.cites = static_cast<std::uint32_t>(edges.size());
        for (const GraphEdge& edge : edges) document.cites.push_back(edge.to);
        part->add(document, "", edges, tools, counts);
    }
    part->close();
    return part;
}

void write_records(const GeneratedGraph& graph, const std::filesystem::path& generation,
                   const Manifest& manifest) {
    std::vector<std::filesystem::path> paths;
    for (std::uint32_t first = 0; first < graph.documents(); first += kPart) {
        paths.push_back(generation / ("part-" + std::to_string(paths.size())));
    }
    std::vector<std::unique_ptr<ChunkWriter>> parts(paths.size());
    std::array<TokenCounts, 2> counts;
    std::vector<Xapian::docid> before{0};
    for (std::uint32_t i = 0; i < paths.size(); ++i) {
        before.push_back(before.back() + records_of(graph, i * kPart));
    }
    const auto write_some = [&](std::uint32_t worker) {
        for (std::uint32_t i = worker; i < parts.size(); i += 2) {
            parts[i] = write_part(graph, i * kPart, paths[i], before[i], counts[worker]);
        }
    };
    std::thread other([&] { write_some(1); });
    write_some(0);
    other.join();
    paths.push_back(generation / "common");
    {
        PartWriter common(paths.back(), before.back());
        common.set_metadata(kManifestKey, to_text(manifest));
        common.close();
    }
    put_together(paths, generation, shard_path(generation, 0));
    TokenJoin join;
    for (std::uint32_t i = 0; i < parts.size(); ++i) join.add(parts[i]->streams(), before[i]);
    for (TokenCounts& one : counts) join.add(std::move(one));
    join.write(token_path(generation, 0));
}

// Nodes and links in the order of the ids, as the writer wants them.
void write_links(const GeneratedGraph& graph, const std::filesystem::path& path,
                 const Manifest& manifest) {
    std::vector<DocumentMeta> metas;
    for (std::uint32_t i = 0; i < graph.documents(); ++i) {
        metas.push_back(meta_of(i, graph.documents()));
    }
    std::vector<std::uint32_t> order(metas.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return metas[a].id < metas[b].id; });
    std::vector<Node> node_of(metas.size());
    for (Node node = 0; node < order.size(); ++node) node_of[order[node]] = node;
    GraphInput input;
    for (const std::uint32_t i : order) {
        const DocumentMeta& meta = metas[i];
        input.nodes.push_back({meta.id, true, meta.date, meta.type, meta.jurisdiction});
        input.begin.push_back(input.out.size());
        for (const auto* to = graph.begin(i); to != graph.end(i); ++to) {
            input.out.emplace_back(node_of[*to], relation_of(i, *to));
        }
        std::sort(input.out.begin() + static_cast<std::ptrdiff_t>(input.begin.back()),
                  input.out.end());
    }
    input.begin.push_back(input.out.size());
    write_graph(path, manifest.stats.snapshot, input);
}

}  // namespace

GeneratedGraph::GeneratedGraph(std::uint32_t documents) : documents_(documents) {
    std::mt19937_64 random(kSeed);
    const auto uniform = [&] { return (static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53; };
    for (std::uint32_t i = 0; i < documents; ++i) {
        const auto wanted =
            static_cast<std::uint32_t>(std::min(kMostCitations, 1.5 - 9.5 * std::log(uniform())));
        for (std::uint32_t k = 0; k < std::min(wanted, i); ++k) {
            targets_.push_back(static_cast<std::uint32_t>(i * std::pow(uniform(), 3)));
        }
        const auto first = targets_.begin() + static_cast<std::ptrdiff_t>(begin_.back());
        std::sort(first, targets_.end());
        targets_.erase(std::unique(first, targets_.end()), targets_.end());
        begin_.push_back(targets_.size());
    }
}

std::string GeneratedGraph::id(std::uint32_t i) {
    return std::to_string(i) + "-kh-ubnd.kon-tum.2018-03-15";
}

void write_index(const GeneratedGraph& graph, const std::filesystem::path& directory) {
    std::filesystem::create_directories(directory);
    const WriterLock lock(directory);
    NewGeneration generation(directory, next_generation(directory));
    IndexStats stats;
    stats.documents = graph.documents();
    stats.edges = graph.edges();
    const Manifest manifest = make_manifest(generation.number(), 1, stats);
    write_records(graph, generation.path(), manifest);
    write_links(graph, graph_path(generation.path()), manifest);
    generation.publish(manifest);
    remove_old_generations(directory, manifest.generation);
}

}  // namespace tracuu::tests
