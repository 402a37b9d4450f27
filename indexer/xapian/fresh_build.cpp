#include "indexer/xapian/fresh_build.hpp"

#include <xapian.h>
#include <algorithm>
#include <atomic>
#include <span>

#include "indexer/prepare/complete.hpp"
#include "indexer/tasks.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/record_maker.hpp"
#include "indexer/xapian/workers.hpp"

namespace tracuu::indexer {
namespace {

using Path = std::filesystem::path;

// Xapian keeps what is not yet flushed in sorted trees: small databases are much faster to fill,
// and compaction merges many of them in one pass. About kParts of them; for a very large corpus,
// more, of the largest size.
constexpr std::uint64_t kParts = 100;
constexpr std::uint64_t kLeastBytes = std::uint64_t{1} << 20U;
constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 20U;
constexpr std::uint64_t kLeastDocuments = 500;
// Databases that one compaction reads: each takes four file descriptors of, usually, 1,024.
constexpr std::size_t kMostMerged = 110;

struct Chunk {
    std::size_t first = 0;
    std::size_t last = 0;
    std::vector<TaskRecord> tasks;  ///< without texts: what the table of bodies needs
};

std::vector<Chunk> cut_chunks(const std::vector<LightDocument>& documents) {
    std::uint64_t all = 0;
    for (const LightDocument& light : documents) all += light.bytes;
    const std::uint64_t most_bytes = std::clamp(all / kParts, kLeastBytes, kMostBytes);
    const std::uint64_t most_documents =
        std::max<std::uint64_t>(kLeastDocuments, documents.size() / kParts + 1);
    std::vector<Chunk> chunks;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (chunks.empty() || bytes >= most_bytes || i - chunks.back().first >= most_documents) {
            chunks.push_back({i, i, {}});
            bytes = 0;
        }
        chunks.back().last = i + 1;
        bytes += documents[i].bytes;
    }
    return chunks;
}

class FreshWriter {
  public:
    FreshWriter(const FreshBuild& build, const CorpusState& corpus, Meter& meter)
        : build_(build),
          corpus_(corpus),
          meter_(meter),
          quotes_(corpus.documents, corpus.graph),
          chunks_(cut_chunks(corpus.documents)) {}

    void write_chunks(const std::function<void()>& tick) {
        std::atomic<std::size_t> next{0};
        run_workers(
            build_.jobs,
            [&](unsigned) {
                for (std::size_t i = next++; i < chunks_.size(); i = next++) write_chunk(i);
            },
            tick, [&] { next = chunks_.size(); });
    }

    // Everything that belongs to no single document goes to the first shard.
    Manifest write_common(const std::vector<FileRecord>& files) {
        BodyTable table;
        IndexStats stats = corpus_.stats();
        for (const Chunk& chunk : chunks_) {
            stats.tasks += chunk.tasks.size();
            for (const TaskRecord& task : chunk.tasks) table.add(task);
        }
        const auto bodies = std::move(table).finish();
        stats.bodies = bodies.size();
        const Manifest manifest = make_manifest(build_.number, build_.shards, stats);
        for (std::uint32_t shard = 0; shard < build_.shards; ++shard) {
            guarded(Access::write, common_path(shard).string(), [&] {
                auto database = create(common_path(shard));
                database.set_metadata(kManifestKey, to_text(manifest));
                if (shard == 0) add_common(database, bodies, files);
                database.commit();
            });
        }
        return manifest;
    }

    void compact(const std::function<void()>& tick) {
        std::atomic<std::uint32_t> next{0};
        run_workers(
            std::min(build_.jobs, build_.shards),
            [&](unsigned) {
                for (std::uint32_t i = next++; i < build_.shards; i = next++) compact_shard(i);
            },
            tick, [&] { next = build_.shards; });
    }

  private:
    [[nodiscard]] std::filesystem::path chunk_path(std::size_t chunk) const {
        return build_.generation / ("part-" + std::to_string(chunk));
    }
    [[nodiscard]] std::filesystem::path common_path(std::uint32_t shard) const {
        return build_.generation / ("common-" + std::to_string(shard));
    }

    // These files are thrown away if anything goes wrong, so nothing is synced or journalled.
    static Xapian::WritableDatabase create(const std::filesystem::path& path) {
        return Xapian::WritableDatabase(
            path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    }

    void write_chunk(std::size_t index) {
        const auto path = chunk_path(index);
        guarded(Access::write, path.string(), [&] {
            auto database = create(path);
            RecordMaker maker;
            for (std::size_t i = chunks_[index].first; i < chunks_[index].last; ++i) {
                write_document(database, maker, i, chunks_[index].tasks);
            }
            database.commit();
        });
    }

    void write_document(Xapian::WritableDatabase& database, RecordMaker& maker, std::size_t index,
                        std::vector<TaskRecord>& tasks) {
        const Spilled spilled = corpus_.load(index);
        const StoredDocument& document = spilled.document;
        database.add_document(maker.document(document, spilled.text));
        for (const auto& block : RecordMaker::blocks(document, spilled.text)) {
            database.add_document(block);
        }
        const std::string& id = document.record.meta.id;
        const auto out = out_edges(corpus_.graph, id);
        if (!out.empty()) {
            std::vector<GraphEdge> edges(out.begin(), out.end());
            quotes_.fill(edges, id, spilled.text, document.record.mentions);
            database.add_document(RecordMaker::edges(id, edges));
        }
        for (std::size_t i = 0; i < document.tasks.size(); ++i) {
            database.add_document(RecordMaker::task(document.tasks[i], i + 1));
            tasks.push_back(document.tasks[i].record);
            tasks.back().text.clear();
        }
        meter_.written_bytes += spilled.text.size();
    }

    void add_common(Xapian::WritableDatabase& database, const std::vector<BodyRecord>& bodies,
                    const std::vector<FileRecord>& files) {
        for (const DocumentMeta& node : corpus_.absent()) {
            database.add_document(RecordMaker::absent(node));
        }
        for (const std::string& id : corpus_.absent_with_edges()) {
            const auto out = out_edges(corpus_.graph, id);
            std::vector<GraphEdge> edges(out.begin(), out.end());
            quotes_.fill(edges, {}, {}, {});
            database.add_document(RecordMaker::edges(id, edges));
        }
        for (const BodyRecord& body : bodies) database.add_document(RecordMaker::body(body));
        for (const FileRecord& file : files) database.add_document(RecordMaker::file(file));
    }

    void compact_shard(std::uint32_t shard) {
        const auto path = shard_path(build_.generation, shard);
        std::vector<Path> parts;
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            if (i * build_.shards / chunks_.size() == shard) parts.push_back(chunk_path(i));
        }
        parts.push_back(common_path(shard));
        for (unsigned round = 0; parts.size() > kMostMerged; ++round) {
            std::vector<Path> merged;
            for (std::size_t i = 0; i < parts.size(); i += kMostMerged) {
                const std::size_t end = std::min(i + kMostMerged, parts.size());
                merged.push_back(build_.generation /
                                 ("merge-" + std::to_string(shard) + "-" + std::to_string(round) +
                                  "-" + std::to_string(i)));
                merge(std::span(parts).subspan(i, end - i), merged.back());
            }
            parts = std::move(merged);
        }
        merge(parts, path);
    }

    // Puts databases together, in order, and removes them.
    static void merge(std::span<const Path> parts, const Path& to) {
        guarded(Access::write, to.string(), [&] {
            Xapian::Database all;
            for (const Path& part : parts) all.add_database(Xapian::Database(part.string()));
            all.compact(to.string());
        });
        for (const Path& part : parts) std::filesystem::remove_all(part);
    }

    const FreshBuild& build_;
    const CorpusState& corpus_;
    Meter& meter_;
    QuoteBook quotes_;
    std::vector<Chunk> chunks_;
};

}  // namespace

Manifest write_fresh(const FreshBuild& build, const CorpusState& corpus,
                     const std::vector<FileRecord>& files, Meter& meter,
                     const std::function<void()>& tick) {
    FreshWriter writer(build, corpus, meter);
    writer.write_chunks(tick);
    Manifest manifest = writer.write_common(files);
    writer.compact(tick);
    return manifest;
}

}  // namespace tracuu::indexer
