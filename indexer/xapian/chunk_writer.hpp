#pragma once

#include <xapian.h>
#include <filesystem>
#include <string_view>
#include <vector>

#include "indexer/xapian/record_maker.hpp"
#include "indexer/xapian/token_writer.hpp"

namespace tracuu::indexer {

/// What one thread uses again for every document that it writes.
struct WriterTools {
    RecordMaker maker;
    DocumentTokens tokens;
    StreamMaker streams;
};

/// Writes a run of documents into a small database and a file of streams of their own. Several
/// threads write chunks at a time, and put_together makes a shard of them.
class ChunkWriter {
  public:
    /// Makes `path`, a folder, and a file beside it. Errors of all steps: cannot_write.
    explicit ChunkWriter(std::filesystem::path path);

    /// A document with all that belongs to it. `edges` are its out-edges with their quotes.
    void add(const StoredDocument& document, std::string_view text,
             const std::vector<GraphEdge>& edges, WriterTools& tools, TokenCounts& counts);
    void close();

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    /// How many records stand in the closed database, numbered from 1.
    [[nodiscard]] Xapian::docid records() const noexcept { return records_; }
    [[nodiscard]] TokenPart& streams() noexcept { return streams_; }

  private:
    std::filesystem::path path_;
    Xapian::WritableDatabase database_;
    TokenPart streams_;
    Xapian::docid records_ = 0;
};

/// A new database at `path`, for one thread to fill and then to be put together with others.
[[nodiscard]] Xapian::WritableDatabase new_part(const std::filesystem::path& path);

/// Makes one database of many, records in the order of the parts, and removes the parts.
/// `scratch` is a folder for files on the way. Errors: cannot_write.
void put_together(std::vector<std::filesystem::path> parts, const std::filesystem::path& scratch,
                  const std::filesystem::path& to);

}  // namespace tracuu::indexer
