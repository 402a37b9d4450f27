#include "indexer/xapian/chunk_writer.hpp"

#include <algorithm>
#include <span>

#include "indexer/xapian/guard.hpp"

namespace tracuu::indexer {
namespace {

using Path = std::filesystem::path;

// Databases that one compaction reads: each takes two file descriptors of, usually, 1,024.
constexpr std::size_t kMostMerged = 250;

void merge(std::span<const Path> parts, const Path& to) {
    guarded(Access::write, to.string(), [&] {
        Xapian::Database all;
        for (const Path& part : parts) all.add_database(Xapian::Database(part.string()));
        PairJoin join;
        all.compact(to.string(), 0, 0, join);
    });
    for (const Path& part : parts) std::filesystem::remove_all(part);
}

// These files are thrown away if anything goes wrong, so nothing is synced or journalled. Lists of
// the terms of each record would serve only to delete it: an index is written anew instead, and is
// a quarter smaller without them.
constexpr int kHow =
    Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS | Xapian::DB_NO_TERMLIST;

}  // namespace

PartWriter::PartWriter(const Path& path, Xapian::docid records_before)
    : database_(path.string(), kHow), records_before_(records_before) {}

Xapian::docid PartWriter::add(const MadeRecord& record, DataPacker& packer) {
    records_ = database_.add_document(record.entry);
    const Xapian::docid number = records_before_ + records_;
    database_.set_metadata(data_key(number), packer.pack(record.data));
    for (const auto& [first, second] : record.pairs) pairs_.add(first, second, number);
    return records_;
}

void PartWriter::add_block(std::size_t number, std::string_view text, DataPacker& packer) {
    database_.set_metadata(data_key(records_before_ + records_, number), packer.pack(text));
}

void PartWriter::close() {
    pairs_.finish([this](const std::string& key, const std::string& list) {
        database_.set_metadata(key, list);
    });
    database_.commit();
    database_.close();
}

ChunkWriter::ChunkWriter(Path path, Xapian::docid records_before)
    : path_(std::move(path)), part_(path_, records_before), streams_(path_.string() + "-streams") {}

void ChunkWriter::add(const StoredDocument& document, std::string_view text,
                      const std::vector<GraphEdge>& edges, WriterTools& tools,
                      TokenCounts& counts) {
    const DocumentMeta& meta = document.record.meta;
    tools.tokens.read(meta, text);
    const Xapian::docid record =
        part_.add(tools.maker.document(document, tools.tokens), tools.packer);
    std::size_t number = 0;
    for (const std::string_view block : RecordMaker::blocks(document, text)) {
        part_.add_block(++number, block, tools.packer);
    }
    const TokenStream stream = tools.streams.make(tools.tokens);
    streams_.add(record, meta.id, stream);
    counts.forms.add(stream);
    count_words_of(tools.tokens, counts.words);
    if (!edges.empty()) part_.add(RecordMaker::edges(meta.id, edges), tools.packer);
    for (std::size_t i = 0; i < document.tasks.size(); ++i) {
        part_.add(RecordMaker::task(document.tasks[i], i + 1), tools.packer);
    }
}

void ChunkWriter::close() {
    part_.close();
    streams_.close();
}

void put_together(std::vector<Path> parts, const Path& scratch, const Path& to) {
    for (unsigned round = 0; parts.size() > kMostMerged; ++round) {
        std::vector<Path> merged;
        for (std::size_t i = 0; i < parts.size(); i += kMostMerged) {
            const std::size_t end = std::min(i + kMostMerged, parts.size());
            merged.push_back(scratch / (to.filename().string() + "-merge-" + std::to_string(round) +
                                        "-" + std::to_string(i)));
            merge(std::span(parts).subspan(i, end - i), merged.back());
        }
        parts = std::move(merged);
    }
    merge(parts, to);
}

}  // namespace tracuu::indexer
