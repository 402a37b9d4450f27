#include "indexer/xapian/shard_writer.hpp"

#include <xapian.h>
#include <algorithm>
#include <atomic>

#include "indexer/prepare/complete.hpp"
#include "indexer/tasks.hpp"
#include "indexer/xapian/chunk_writer.hpp"
#include "indexer/xapian/guard.hpp"
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

struct Chunk {
    std::size_t first = 0;
    std::size_t last = 0;
    std::optional<ChunkWriter> writer;
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
            chunks.push_back({i, i, {}, {}});
            bytes = 0;
        }
        chunks.back().last = i + 1;
        bytes += documents[i].bytes;
    }
    return chunks;
}

class ShardWriter {
  public:
    ShardWriter(const ShardPlan& plan, const CorpusState& corpus, Meter& meter)
        : plan_(plan),
          corpus_(corpus),
          meter_(meter),
          quotes_(corpus.documents, corpus.graph),
          chunks_(cut_chunks(corpus.documents)),
          counts_(std::size_t{plan.jobs} * plan.shards) {}

    void write_chunks(const std::function<void()>& tick) {
        std::atomic<std::size_t> next{0};
        run_workers(
            plan_.jobs,
            [&](unsigned worker) {
                WriterTools tools;
                for (std::size_t i = next++; i < chunks_.size(); i = next++) {
                    write_chunk(i, tools, counts_of(worker, shard_of(i)));
                }
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
        const Manifest manifest = make_manifest(plan_.number, plan_.shards, stats);
        for (std::uint32_t shard = 0; shard < plan_.shards; ++shard) {
            guarded(Access::write, common_path(shard).string(), [&] {
                auto database = new_part(common_path(shard));
                database.set_metadata(kManifestKey, to_text(manifest));
                if (shard == 0) add_common(database, bodies, files);
                database.commit();
            });
        }
        return manifest;
    }

    // Databases and files of streams do not wait for each other.
    void put_together(const std::function<void()>& tick) {
        const std::uint32_t steps = 2 * plan_.shards;
        std::atomic<std::uint32_t> next{0};
        run_workers(
            std::min(plan_.jobs, steps),
            [&](unsigned) {
                for (std::uint32_t i = next++; i < steps; i = next++) {
                    i < plan_.shards ? join_databases(i) : join_streams(i - plan_.shards);
                }
            },
            tick, [&] { next = steps; });
    }

  private:
    [[nodiscard]] Path chunk_path(std::size_t chunk) const {
        return plan_.generation / ("part-" + std::to_string(chunk));
    }
    [[nodiscard]] Path common_path(std::uint32_t shard) const {
        return plan_.generation / ("common-" + std::to_string(shard));
    }
    // Neighbours stand in one shard.
    [[nodiscard]] std::uint32_t shard_of(std::size_t chunk) const {
        return static_cast<std::uint32_t>(chunk * plan_.shards / chunks_.size());
    }
    [[nodiscard]] TokenCounts& counts_of(unsigned worker, std::uint32_t shard) {
        return counts_[std::size_t{worker} * plan_.shards + shard];
    }

    void write_chunk(std::size_t index, WriterTools& tools, TokenCounts& counts) {
        Chunk& chunk = chunks_[index];
        guarded(Access::write, chunk_path(index).string(), [&] {
            chunk.writer.emplace(chunk_path(index));
            for (std::size_t i = chunk.first; i < chunk.last; ++i) {
                write_document(chunk, i, tools, counts);
            }
            chunk.writer->close();
        });
    }

    void write_document(Chunk& chunk, std::size_t index, WriterTools& tools, TokenCounts& counts) {
        const Spilled spilled = corpus_.load(index);
        const StoredDocument& document = spilled.document;
        const std::string& id = document.record.meta.id;
        const auto out = out_edges(corpus_.graph, id);
        std::vector<GraphEdge> edges(out.begin(), out.end());
        if (!edges.empty()) quotes_.fill(edges, id, spilled.text, document.record.mentions);
        chunk.writer->add(document, spilled.text, edges, tools, counts);
        for (const StoredTask& task : document.tasks) {
            chunk.tasks.push_back(task.record);
            chunk.tasks.back().text.clear();
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

    void join_databases(std::uint32_t shard) {
        std::vector<Path> parts;
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            if (shard_of(i) == shard) parts.push_back(chunk_path(i));
        }
        parts.push_back(common_path(shard));
        indexer::put_together(std::move(parts), plan_.generation,
                              shard_path(plan_.generation, shard));
    }

    void join_streams(std::uint32_t shard) {
        TokenJoin join;
        Xapian::docid records = 0;
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            if (shard_of(i) != shard) continue;
            join.add(chunks_[i].writer->streams(), records);
            records += chunks_[i].writer->records();
        }
        for (unsigned worker = 0; worker < plan_.jobs; ++worker) {
            join.add(std::move(counts_of(worker, shard)));
        }
        join.write(token_path(plan_.generation, shard));
    }

    const ShardPlan& plan_;
    const CorpusState& corpus_;
    Meter& meter_;
    QuoteBook quotes_;
    std::vector<Chunk> chunks_;
    std::vector<TokenCounts> counts_;  ///< of each worker and shard
};

}  // namespace

Manifest write_shards(const ShardPlan& plan, const CorpusState& corpus,
                      const std::vector<FileRecord>& files, Meter& meter,
                      const std::function<void()>& tick) {
    ShardWriter writer(plan, corpus, meter);
    writer.write_chunks(tick);
    Manifest manifest = writer.write_common(files);
    writer.put_together(tick);
    return manifest;
}

}  // namespace tracuu::indexer
