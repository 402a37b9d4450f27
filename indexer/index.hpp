#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "corpus/document.hpp"
#include "indexer/citation_graph.hpp"
#include "indexer/search_index.hpp"
#include "indexer/task_index.hpp"

namespace tracuu::indexer {

struct IndexStats {
    std::uint64_t documents = 0;
    std::uint64_t absent = 0;
    std::uint64_t passages = 0;  ///< of several sources: the sum, as tasks and text_bytes
    std::uint64_t tasks = 0;
    std::uint64_t bodies = 0;
    std::uint64_t edges = 0;
    std::uint64_t text_bytes = 0;
    std::string snapshot;  ///< identity of this state of the index; changes with every update
    std::string built_at;  ///< UTC, ISO 8601
    std::string analyzer;  ///< name and version
};

/// One immutable state of the index, open for reading by one thread. A remote source whose
/// connection was lost is connected anew, once for each question; it may then show a newer state.
class Index : public SearchIndex, public CitationGraph, public TaskIndex {
  public:
    [[nodiscard]] virtual IndexStats stats() const = 0;
    /// Identity of the state that is read: `stats().snapshot` without counting.
    [[nodiscard]] virtual std::string snapshot() const { return stats().snapshot; }
    /// Reads a little from every source. Errors: those of reading (index_corrupt, unavailable).
    virtual void check() const {}
};

/// Where an index is read from: a local directory or `tcp://host:port`; several make one index.
using Sources = std::vector<std::string>;

/// Opens the published state of `sources`. Cheap; call it once per thread.
/// Errors: index_missing, index_incompatible, index_corrupt.
[[nodiscard]] std::unique_ptr<Index> open_index(const Sources& sources);

/// Identity of the state that `open_index` would open now: changes when a new one is published.
/// Remote sources give their address only. Errors: as open_index.
[[nodiscard]] std::string published_snapshot(const Sources& sources);

/// What a document is to the index: read, analysed, not yet resolved.
struct AnalyzedDocument {
    corpus::Document document;
    corpus::Fingerprint fingerprint;
    analyzers::Extraction extraction;
};

/// The naive index in memory: the oracle of the tests. Quadratic where that is simplest.
[[nodiscard]] std::unique_ptr<Index> build_memory_index(
    const std::vector<AnalyzedDocument>& documents);

struct BuildOptions {
    std::string directory;
    std::vector<std::string> paths;
    unsigned jobs = 0;  ///< 0: one per core
    unsigned shards = 1;
    bool rebuild = false;  ///< read everything anew
};

struct BuildProgress {
    std::uint64_t files_done = 0;
    std::uint64_t files_total = 0;
    std::uint64_t bytes_done = 0;
    std::uint64_t bytes_total = 0;
};

struct BuildReport {
    std::uint64_t added = 0;
    std::uint64_t updated = 0;
    std::uint64_t removed = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t skipped_files = 0;  ///< files of other kinds met in folders
    std::vector<corpus::Rejection> rejected;
    std::uint64_t text_bytes = 0;   ///< read in this run
    std::uint64_t index_bytes = 0;  ///< size of the published generation on disk
    double seconds = 0;
    IndexStats stats;
};

/// Brings the index in `options.directory` to the state of `options.paths` and publishes it as a
/// new generation by one rename; until then, and after a kill, readers see the old one.
/// Errors: index_locked, index_incompatible (without rebuild), cannot_write, unreadable_input when
/// none of the paths exists.
BuildReport build_index(const BuildOptions& options,
                        const std::function<void(const BuildProgress&)>& progress);

struct VerifyReport {
    std::vector<std::string> problems;  ///< empty: the index is sound
    IndexStats stats;
};

/// Checks the files (Xapian's own check) and the references between records.
[[nodiscard]] VerifyReport verify_index(const std::string& directory);

}  // namespace tracuu::indexer
