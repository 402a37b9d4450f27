#include "indexer/xapian/update_build.hpp"

#include <algorithm>

#include "indexer/prepare/complete.hpp"
#include "indexer/record.hpp"
#include "indexer/records/document_codec.hpp"
#include "indexer/schema.hpp"
#include "indexer/tasks.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/record_maker.hpp"

namespace tracuu::indexer {
namespace {

bool same_edges(const std::vector<GraphEdge>& stored, std::span<const GraphEdge> wanted) {
    return std::equal(stored.begin(), stored.end(), wanted.begin(), wanted.end(),
                      [](const GraphEdge& a, const GraphEdge& b) {
                          const auto same_evidence = [](const Evidence& x, const Evidence& y) {
                              return x.document == y.document && x.span == y.span;
                          };
                          return a.to == b.to && a.relation == b.relation &&
                                 std::equal(a.evidence.begin(), a.evidence.end(),
                                            b.evidence.begin(), b.evidence.end(), same_evidence);
                      });
}

// By position; the ordinal at the end of the id decides between tasks at one place.
bool comes_before(const StoredTask& a, const StoredTask& b) {
    return std::tuple(a.record.span.begin, a.record.id.size(), std::string_view(a.record.id)) <
           std::tuple(b.record.span.begin, b.record.id.size(), std::string_view(b.record.id));
}

}  // namespace

template <typename Action>
auto ShardUpdate::writing(Action&& action) {
    return guarded(Access::write, context_, action);
}

ShardUpdate::ShardUpdate(const std::filesystem::path& generation, std::uint32_t shards)
    : context_(generation.string()) {
    writing([&] {
        for (std::uint32_t shard = 0; shard < shards; ++shard) {
            shards_.emplace_back(shard_path(generation, shard).string(), Xapian::DB_OPEN);
        }
    });
}

std::vector<ShardUpdate::Stored> ShardUpdate::all(const std::string& term) {
    std::vector<Stored> found;
    for (std::size_t shard = 0; shard < shards_.size(); ++shard) {
        const Shard& database = shards_[shard];
        for (auto at = database.postlist_begin(term); at != database.postlist_end(term); ++at) {
            found.push_back({shard, *at});
        }
    }
    return found;
}

std::optional<ShardUpdate::Stored> ShardUpdate::find(Kind kind, std::string_view id) {
    const auto found = all(unique_term(kind, id));
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::string ShardUpdate::data(const Stored& stored) {
    return shards_[stored.shard].get_document(stored.record).get_data();
}

ShardUpdate::Shard& ShardUpdate::home(std::string_view id) {
    return shards_[fingerprint(id) % shards_.size()];
}

void ShardUpdate::remove_document(const std::string& id) {
    for (Shard& shard : shards_) {
        shard.delete_document(unique_term(Kind::document, id));
        shard.delete_document(unique_term(Kind::edges, id));
        shard.delete_document(term(Field::owner, id));  // blocks and tasks
    }
}

std::uint64_t ShardUpdate::remove_files(const std::set<std::string>& paths) {
    return writing([&] {
        std::uint64_t removed = 0;
        for (const std::string& path : paths) {
            for (const Stored& stored : all(term(Field::source, path))) {
                remove_document(decode_meta(data(stored)).id);
                ++removed;
            }
            for (Shard& shard : shards_) shard.delete_document(unique_term(Kind::file, path));
        }
        return removed;
    });
}

std::vector<LightDocument> ShardUpdate::stored_documents() {
    return writing([&] {
        std::vector<LightDocument> documents;
        for (const Stored& stored : all(kind_term(Kind::document))) {
            const StoredDocument document = decode_document(data(stored));
            const bool asserts_for_others = std::any_of(
                document.asserted.begin(), document.asserted.end(),
                [](const analyzers::Edge& edge) { return edge.from != analyzers::Edge::kSelf; });
            documents.push_back(
                make_light(document, asserts_for_others ? text_of(document) : std::string()));
        }
        return documents;
    });
}

std::string ShardUpdate::text_of(const StoredDocument& document) {
    std::string text;
    for (std::size_t i = 0; i < document.block_ends.size(); ++i) {
        const auto block = find(Kind::block, block_id(document.record.meta.id, i));
        if (!block) {
            throw support::Error(support::ErrorCode::index_corrupt, "a part of a text is missing",
                                 document.record.meta.id);
        }
        text += data(*block);
    }
    return text;
}

std::vector<StoredTask> ShardUpdate::tasks_of(const std::string& id) {
    std::vector<StoredTask> tasks;
    const std::string of_kind = kind_term(Kind::task);
    for (const Stored& stored : all(term(Field::owner, id))) {
        const Xapian::Document record = shards_[stored.shard].get_document(stored.record);
        auto at = record.termlist_begin();
        at.skip_to(of_kind);
        if (at != record.termlist_end() && *at == of_kind) {
            tasks.push_back(decode_task(record.get_data()));
        }
    }
    std::sort(tasks.begin(), tasks.end(), comes_before);
    return tasks;
}

void ShardUpdate::respill_renamed(CorpusState& corpus, std::uint32_t spill) {
    writing([&] {
        for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
            LightDocument& light = corpus.documents[i];
            if (light.spilled || light.meta.id == corpus.graph.nodes[i].id) continue;
            const auto stored = find(Kind::document, light.meta.id);
            if (!stored) continue;
            StoredDocument document = decode_document(data(*stored));
            document.tasks = tasks_of(light.meta.id);
            const std::string bytes = encode_spilled(document, text_of(document));
            light.spilled = SpillPlace{spill, corpus.spills[spill]->append(bytes), bytes.size()};
        }
        for (const LightDocument& light : corpus.documents) {
            if (light.spilled && !light.meta.id.empty()) remove_document(light.meta.id);
        }
    });
}

Manifest ShardUpdate::write(const CorpusState& corpus, const std::vector<FileRecord>& files,
                            std::uint64_t generation, Meter& meter) {
    return writing([&] {
        const QuoteBook quotes(corpus.documents, corpus.graph);
        for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
            if (corpus.documents[i].spilled) {
                add_spilled(corpus, i, quotes);
                meter.written_bytes += corpus.documents[i].bytes;
            } else {
                renew(corpus, i, quotes);
            }
        }
        write_absent(corpus, quotes);
        for (const FileRecord& file : files) {
            replace(Kind::file, file.path, RecordMaker::file(file), encode_file(file));
        }
        IndexStats stats = corpus.stats();
        std::tie(stats.tasks, stats.bodies) = write_bodies();
        Manifest manifest =
            make_manifest(generation, static_cast<std::uint32_t>(shards_.size()), stats);
        for (Shard& shard : shards_) {
            shard.set_metadata(kManifestKey, to_text(manifest));
            shard.commit();
        }
        return manifest;
    });
}

void ShardUpdate::add_spilled(const CorpusState& corpus, std::size_t index,
                              const QuoteBook& quotes) {
    const Spilled spilled = corpus.load(index);
    const StoredDocument& document = spilled.document;
    const std::string& id = document.record.meta.id;
    Shard& shard = home(id);
    RecordMaker maker;
    shard.add_document(maker.document(document, spilled.text));
    for (const auto& block : RecordMaker::blocks(document, spilled.text)) {
        shard.add_document(block);
    }
    for (std::size_t i = 0; i < document.tasks.size(); ++i) {
        shard.add_document(RecordMaker::task(document.tasks[i], i + 1));
    }
    const auto out = out_edges(corpus.graph, id);
    if (out.empty()) return;
    std::vector<GraphEdge> edges(out.begin(), out.end());
    quotes.fill(edges, id, spilled.text, document.record.mentions);
    shard.add_document(RecordMaker::edges(id, edges));
}

void ShardUpdate::renew(const CorpusState& corpus, std::size_t index, const QuoteBook& quotes) {
    const std::string& id = corpus.graph.nodes[index].id;
    const auto stored = find(Kind::document, id);
    if (!stored) return;
    const std::string before = data(*stored);
    StoredDocument document = decode_document(before);
    document.record.mentions = corpus.documents[index].mentions;
    const auto out = out_edges(corpus.graph, id);
    complete(document, out);
    renew_edges(corpus, document, quotes);
    if (encode_document(document) == before) return;
    Shard& shard = shards_[stored->shard];
    Xapian::Document record = shard.get_document(stored->record);
    RecordMaker::renew(record, document);
    shard.replace_document(stored->record, record);
    document.tasks = tasks_of(id);
    complete(document, out);
    for (std::size_t i = 0; i < document.tasks.size(); ++i) {
        const StoredTask& task = document.tasks[i];
        replace(Kind::task, task.record.id, RecordMaker::task(task, i + 1), encode_task(task));
    }
}

void ShardUpdate::renew_edges(const CorpusState& corpus, const StoredDocument& document,
                              const QuoteBook& quotes) {
    const std::string& id = document.record.meta.id;
    const auto out = out_edges(corpus.graph, id);
    const auto stored = find(Kind::edges, id);
    const auto before = stored ? decode_edges(data(*stored)) : std::vector<GraphEdge>();
    if (same_edges(before, out)) return;
    if (out.empty()) {
        shards_[stored->shard].delete_document(stored->record);
        return;
    }
    std::vector<GraphEdge> edges(out.begin(), out.end());
    quotes.fill(edges, id, text_of(document), document.record.mentions);
    replace(Kind::edges, id, RecordMaker::edges(id, edges), encode_edges(edges));
}

// Puts a record in the place of the one with the same identity, unless its data are the same.
void ShardUpdate::replace(Kind kind, std::string_view id, const Xapian::Document& record,
                          std::string_view bytes) {
    const auto stored = find(kind, id);
    if (!stored) {
        home(id).add_document(record);
    } else if (data(*stored) != bytes) {
        shards_[stored->shard].replace_document(stored->record, record);
    }
}

void ShardUpdate::write_absent(const CorpusState& corpus, const QuoteBook& quotes) {
    std::set<std::string> wanted;
    for (const DocumentMeta& node : corpus.absent()) {
        wanted.insert(node.id);
        replace(Kind::absent, node.id, RecordMaker::absent(node), encode_meta(node));
    }
    std::set<std::string> with_edges;
    for (const std::string& id : corpus.absent_with_edges()) {
        with_edges.insert(id);
        const auto out = out_edges(corpus.graph, id);
        std::vector<GraphEdge> edges(out.begin(), out.end());
        quotes.fill(edges, {}, {}, {});
        replace(Kind::edges, id, RecordMaker::edges(id, edges), encode_edges(edges));
    }
    for (const Stored& stored : all(kind_term(Kind::absent))) {
        const std::string id = decode_meta(data(stored)).id;
        if (wanted.count(id) == 0) shards_[stored.shard].delete_document(stored.record);
        if (with_edges.count(id) != 0 || find(Kind::document, id)) continue;
        for (Shard& shard : shards_) shard.delete_document(unique_term(Kind::edges, id));
    }
}

// Counts all tasks anew; returns how many tasks and bodies there are.
std::pair<std::uint64_t, std::uint64_t> ShardUpdate::write_bodies() {
    std::vector<TaskRecord> tasks;
    for (const Stored& stored : all(kind_term(Kind::task))) {
        tasks.push_back(decode_task(data(stored)).record);
        tasks.back().text.clear();
    }
    std::stable_sort(tasks.begin(), tasks.end(), [](const TaskRecord& a, const TaskRecord& b) {
        return a.document.id < b.document.id;
    });
    BodyTable table;
    for (const TaskRecord& task : tasks) table.add(task);
    const auto bodies = std::move(table).finish();
    std::set<std::string> wanted;
    for (const BodyRecord& body : bodies) {
        wanted.insert(body.id);
        replace(Kind::body, body.id, RecordMaker::body(body), encode_body(body));
    }
    for (const Stored& stored : all(kind_term(Kind::body))) {
        if (wanted.count(decode_body(data(stored)).id) == 0) {
            shards_[stored.shard].delete_document(stored.record);
        }
    }
    return {tasks.size(), bodies.size()};
}

}  // namespace tracuu::indexer
