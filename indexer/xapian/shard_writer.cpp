#include "indexer/xapian/shard_writer.hpp"

#include <xapian.h>
#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <utility>

#include "indexer/prepare/complete.hpp"
#include "indexer/records/document_codec.hpp"
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
// What the dictionary of the data is learnt from.
constexpr std::size_t kSamples = 1000;                   // documents
constexpr std::size_t kSampled = std::size_t{4} << 20U;  // bytes

struct Chunk {
    std::size_t first = 0;
    std::size_t last = 0;
    Xapian::docid records_before = 0;  ///< in its shard
    Xapian::docid records = 0;
    std::optional<ChunkWriter> writer;
    std::vector<TaskRecord> tasks;  ///< without texts: what the table of bodies needs
};

// As many as there are shards at least, if there are so many documents.
std::vector<Chunk> cut_chunks(const std::vector<LightDocument>& documents, std::uint32_t shards) {
    std::uint64_t all = 0;
    for (const LightDocument& light : documents) all += light.bytes;
    const std::uint64_t most_bytes = std::clamp(all / kParts, kLeastBytes, kMostBytes);
    const std::uint64_t most_documents =
        std::min(std::max<std::uint64_t>(kLeastDocuments, documents.size() / kParts + 1),
                 std::max<std::uint64_t>(1, documents.size() / shards));
    std::vector<Chunk> chunks;
    std::uint64_t bytes = 0;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (chunks.empty() || bytes >= most_bytes || i - chunks.back().first >= most_documents) {
            chunks.push_back({i, i, 0, 0, {}, {}});
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
          chunks_(cut_chunks(corpus.documents, plan.shards)),
          counts_(std::size_t{plan.jobs} * plan.shards),
          records_(plan.shards) {
        number_records();
        learn();
    }

    void write_chunks(const std::function<void()>& tick) {
        std::atomic<std::size_t> next{0};
        run_workers(
            plan_.jobs,
            [&](unsigned worker) {
                WriterTools tools(dictionary_);
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
                PartWriter part(common_path(shard), records_[shard]);
                part.set_metadata(kManifestKey, to_text(manifest));
                part.set_metadata(kDictionaryKey, dictionary_);
                if (shard == 0) add_common(part, bodies, files);
                part.close();
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
    // The data of a record stand under its number, so numbers must be known before chunks are
    // written; compaction gives them by the order of the parts.
    void number_records() {
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            Chunk& chunk = chunks_[i];
            for (std::size_t k = chunk.first; k < chunk.last; ++k) {
                const bool cites = !out_edges(corpus_.graph, corpus_.graph.nodes[k].id).empty();
                chunk.records += corpus_.documents[k].records + (cites ? 1 : 0);
            }
            chunk.records_before =
                std::exchange(records_[shard_of(i)], records_[shard_of(i)] + chunk.records);
        }
    }
    // From documents of all parts of the corpus.
    void learn() {
        const std::size_t step = corpus_.documents.size() / kSamples + 1;
        std::vector<std::string> samples;
        std::size_t bytes = 0;
        const auto take = [&](std::string data) {
            bytes += data.size();
            samples.push_back(std::move(data));
        };
        for (std::size_t i = 0; i < corpus_.documents.size() && bytes < kSampled; i += step) {
            const Spilled spilled = corpus_.load(i);
            take(encode_document(spilled.document, spilled.text));
            for (const StoredTask& task : spilled.document.tasks) take(encode_task(task));
        }
        dictionary_ = learn_dictionary(samples);
    }
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
            chunk.writer.emplace(chunk_path(index), chunk.records_before);
            for (std::size_t i = chunk.first; i < chunk.last; ++i) {
                write_document(chunk, i, tools, counts);
            }
            chunk.writer->close();
            if (chunk.writer->records() != chunk.records)
                throw std::logic_error("records were miscounted");
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

    void add_common(PartWriter& part, const std::vector<BodyRecord>& bodies,
                    const std::vector<FileRecord>& files) {
        DataPacker packer(dictionary_);
        for (const DocumentMeta& node : corpus_.absent()) {
            part.add(RecordMaker::absent(node), packer);
        }
        for (const std::string& id : corpus_.absent_with_edges()) {
            const auto out = out_edges(corpus_.graph, id);
            std::vector<GraphEdge> edges(out.begin(), out.end());
            quotes_.fill(edges, {}, {}, {});
            part.add(RecordMaker::edges(id, edges), packer);
        }
        for (const BodyRecord& body : bodies) part.add(RecordMaker::body(body), packer);
        for (const FileRecord& file : files) part.add(RecordMaker::file(file), packer);
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
        for (std::size_t i = 0; i < chunks_.size(); ++i) {
            if (shard_of(i) != shard) continue;
            join.add(chunks_[i].writer->streams(), chunks_[i].records_before);
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
    std::vector<TokenCounts> counts_;     ///< of each worker and shard
    std::string dictionary_;              ///< of the data of records
    std::vector<Xapian::docid> records_;  ///< of each shard, those of the common part left out
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
