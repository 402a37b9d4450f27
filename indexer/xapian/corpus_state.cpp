#include "indexer/xapian/corpus_state.hpp"

#include <sys/types.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

#include "analyzers/extraction.hpp"
#include "indexer/prepare/complete.hpp"
#include "indexer/record.hpp"
#include "indexer/schema.hpp"

namespace tracuu::indexer {
namespace {

std::string utc_now() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    const std::size_t size = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return {text.data(), size};
}

std::string hex(std::uint64_t value) {
    std::array<char, 20> text{};
    const int size =
        std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(value));
    return {text.data(), static_cast<std::size_t>(size)};
}

}  // namespace

Spilled CorpusState::load(std::size_t index) const {
    const LightDocument& light = documents[index];
    const SpillPlace& place = light.spilled;
    Spilled spilled = decode_spilled(spills[place.file]->read(place.offset, place.size));
    spilled.document.record.meta = graph.nodes[index];
    spilled.document.record.mentions = light.mentions;
    complete(spilled.document, out_edges(graph, graph.nodes[index].id));
    return spilled;
}

std::vector<std::string> CorpusState::absent_with_edges() const {
    std::vector<std::string> ids;
    for (const DocumentMeta& node : absent()) {
        if (!out_edges(graph, node.id).empty()) ids.push_back(node.id);
    }
    return ids;
}

IndexStats CorpusState::stats() const {
    IndexStats stats;
    stats.documents = documents.size();
    stats.absent = absent().size();
    stats.edges = graph.edges.size();
    for (const LightDocument& light : documents) {
        stats.passages += light.passages;
        stats.text_bytes += light.bytes;
    }
    return stats;
}

Manifest make_manifest(std::uint64_t generation, std::uint32_t shards, const IndexStats& counts) {
    Manifest manifest;
    manifest.format = kFormatVersion;
    manifest.features.assign(kFeatures.begin(), kFeatures.end());
    manifest.analyzer = analyzers::analyzer_version();
    manifest.generation = generation;
    manifest.shards = shards;
    manifest.stats = counts;
    manifest.stats.analyzer = manifest.analyzer;
    manifest.stats.built_at = utc_now();
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    const std::string seed =
        manifest.stats.built_at + std::to_string(now) + " " + std::to_string(::getpid());
    manifest.stats.snapshot = "g" + std::to_string(generation) + "-" + hex(fingerprint(seed));
    return manifest;
}

}  // namespace tracuu::indexer
