#pragma once

#include <memory>
#include <string>
#include <vector>

#include "indexer/xapian/light_document.hpp"
#include "indexer/xapian/manifest.hpp"

namespace tracuu::indexer {

/// The whole corpus after resolution, ready to be written.
struct CorpusState {
    std::vector<LightDocument> documents;
    ResolvedGraph graph;  ///< its first nodes are `documents`, in the same order
    std::vector<std::unique_ptr<SpillFile>> spills;

    [[nodiscard]] std::span<const DocumentMeta> absent() const {
        return std::span(graph.nodes).subspan(documents.size());
    }
    /// A spilled document, resolved and completed.
    [[nodiscard]] Spilled load(std::size_t index) const;
    /// Nodes that have out-edges and are not among the documents, in order.
    [[nodiscard]] std::vector<std::string> absent_with_edges() const;
    /// Counts for the manifest; `bodies` and names are the caller's.
    [[nodiscard]] IndexStats stats() const;
};

/// The manifest of a generation of this program.
[[nodiscard]] Manifest make_manifest(std::uint64_t generation, std::uint32_t shards,
                                     const IndexStats& counts);

}  // namespace tracuu::indexer
