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
        all.compact(to.string());
    });
    for (const Path& part : parts) std::filesystem::remove_all(part);
}

// A server of this database (xapian-tcpsrv) looks for the values of each record that it sends in
// the table of term lists, and refuses to send any without such a table. An empty file is a table
// without entries.
void add_empty_termlists(const Path& database) {
    support::OutputFile(database / "termlist.glass").close();
}

}  // namespace

// These files are thrown away if anything goes wrong, so nothing is synced or journalled. Lists of
// the terms of each record would serve only to delete it: an index is written anew instead, and is
// a quarter smaller without them.
Xapian::WritableDatabase new_part(const Path& path) {
    return Xapian::WritableDatabase(path.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC |
                                                       Xapian::DB_DANGEROUS |
                                                       Xapian::DB_NO_TERMLIST);
}

ChunkWriter::ChunkWriter(Path path)
    : path_(std::move(path)), database_(new_part(path_)), streams_(path_.string() + "-streams") {}

void ChunkWriter::add(const StoredDocument& document, std::string_view text,
                      const std::vector<GraphEdge>& edges, WriterTools& tools,
                      TokenCounts& counts) {
    const DocumentMeta& meta = document.record.meta;
    tools.tokens.read(meta, text);
    const Xapian::docid record =
        database_.add_document(tools.maker.document(document, tools.tokens));
    const TokenStream stream = tools.streams.make(tools.tokens);
    streams_.add(record, meta.id, stream);
    counts.add_forms(stream);
    count_words_of(tools.tokens, counts.words);
    for (const auto& block : RecordMaker::blocks(document, text)) database_.add_document(block);
    if (!edges.empty()) database_.add_document(RecordMaker::edges(meta.id, edges));
    for (std::size_t i = 0; i < document.tasks.size(); ++i) {
        database_.add_document(RecordMaker::task(document.tasks[i], i + 1));
    }
}

void ChunkWriter::close() {
    database_.commit();
    records_ = database_.get_lastdocid();
    database_.close();
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
    add_empty_termlists(to);
}

}  // namespace tracuu::indexer
