#pragma once

#include <xapian.h>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index.hpp"
#include "indexer/records/document_codec.hpp"
#include "indexer/schema.hpp"

namespace tracuu::indexer {

/// Records of an open index by their identity. Throws Xapian's exceptions: callers stand inside
/// `guarded`.
class Reader {
  public:
    explicit Reader(const Sources& sources);

    [[nodiscard]] const Xapian::Database& database() const noexcept { return database_; }
    /// Sums over the sources.
    [[nodiscard]] const IndexStats& stats() const noexcept { return stats_; }
    [[nodiscard]] bool is_joined() const noexcept { return sources_ > 1; }

    /// Numbers of the records with this identity (one per source that has it), ascending.
    [[nodiscard]] std::vector<Xapian::docid> find(Kind kind, std::string_view id) const;
    [[nodiscard]] std::vector<Xapian::docid> with_term(const std::string& term) const;
    [[nodiscard]] std::string data(Xapian::docid record) const;
    [[nodiscard]] std::string value(Xapian::docid record, Slot slot) const;
    /// Data of the first record with this identity.
    [[nodiscard]] std::optional<std::string> data_of(Kind kind, std::string_view id) const;
    /// The first `limit` bytes of a document's text, in whole blocks.
    /// Errors: index_corrupt when a block is missing.
    [[nodiscard]] std::string text(Xapian::docid document, const DocumentOutline& outline,
                                   std::size_t limit = std::string::npos) const;

  private:
    [[nodiscard]] std::string block(Xapian::docid document, const std::string& id) const;
    Xapian::Database database_;
    Xapian::docid shards_ = 0;
    std::size_t sources_ = 0;
    IndexStats stats_;
};

/// Identity of a block of a document's text.
[[nodiscard]] std::string block_id(std::string_view document, std::size_t block);

}  // namespace tracuu::indexer
