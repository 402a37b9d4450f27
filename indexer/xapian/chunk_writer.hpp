#pragma once

#include <xapian.h>
#include <filesystem>
#include <string_view>
#include <vector>

#include "indexer/xapian/pair_lists.hpp"
#include "indexer/xapian/record_data.hpp"
#include "indexer/xapian/record_maker.hpp"
#include "indexer/xapian/token_writer.hpp"

namespace tracuu::indexer {

/// Writes records into a database of its own, which is then put together with others.
class PartWriter {
  public:
    /// Makes `path`, a folder. `records_before`: how many records stand before these in the whole.
    /// Errors of all steps: cannot_write.
    PartWriter(const std::filesystem::path& path, Xapian::docid records_before);

    /// Gives the number of the record in the part.
    Xapian::docid add(const MadeRecord& record, DataPacker& packer);
    /// A block of the text of the record that was added last, from 1.
    void add_block(std::size_t number, std::string_view text, DataPacker& packer);
    void set_metadata(const std::string& key, const std::string& value) {
        database_.set_metadata(key, value);
    }
    void close();
    /// How many records it has, numbered from 1.
    [[nodiscard]] Xapian::docid records() const noexcept { return records_; }

  private:
    Xapian::WritableDatabase database_;
    PairLists pairs_;
    Xapian::docid records_before_;
    Xapian::docid records_ = 0;
};

/// What one thread uses again for every document that it writes.
struct WriterTools {
    explicit WriterTools(const std::string& dictionary) : packer(dictionary) {}

    RecordMaker maker;
    DataPacker packer;
    DocumentTokens tokens;
    StreamMaker streams;
};

/// Writes a run of documents into a small database and a file of streams of their own. Several
/// threads write chunks at a time, and put_together makes a shard of them.
class ChunkWriter {
  public:
    /// Makes `path`, a folder, and a file beside it; the rest as above.
    ChunkWriter(std::filesystem::path path, Xapian::docid records_before);

    /// A document with all that belongs to it. `edges` are its out-edges with their quotes.
    void add(const StoredDocument& document, std::string_view text,
             const std::vector<GraphEdge>& edges, WriterTools& tools, TokenCounts& counts);
    void close();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    [[nodiscard]] Xapian::docid records() const noexcept { return part_.records(); }
    [[nodiscard]] TokenPart& streams() noexcept { return streams_; }

  private:
    std::filesystem::path path_;
    PartWriter part_;
    TokenPart streams_;
};

/// Makes one database of many, records in the order of the parts, and removes the parts.
/// `scratch` is a folder for files on the way. Errors: cannot_write.
void put_together(std::vector<std::filesystem::path> parts, const std::filesystem::path& scratch,
                  const std::filesystem::path& to);

}  // namespace tracuu::indexer
