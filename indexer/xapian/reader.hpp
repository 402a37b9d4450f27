#pragma once

#include <xapian.h>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/graph/graph_file.hpp"
#include "indexer/index.hpp"
#include "indexer/records/document_codec.hpp"
#include "indexer/records/facet_codec.hpp"
#include "indexer/schema.hpp"
#include "indexer/words/word_model.hpp"
#include "indexer/xapian/candidates.hpp"
#include "indexer/xapian/postings.hpp"
#include "indexer/xapian/record_data.hpp"
#include "indexer/xapian/token_file.hpp"

namespace tracuu::indexer {

/// Records of an open index by their identity. Throws Xapian's exceptions: callers stand inside
/// `guarded`.
class Reader {
  public:
    explicit Reader(const Sources& sources);
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] const Xapian::Database& database() const noexcept { return database_; }
    /// Tokens of a document as far as a file beside its shard tells.
    [[nodiscard]] std::optional<TokenStream> stored_stream(Xapian::docid document) const;
    /// The same where such a file tells, else made of the first `limit` bytes
    /// of its text; valid until `maker` makes another one.
    [[nodiscard]] TokenStream stream(Xapian::docid document, StreamMaker& maker,
                                     std::size_t limit = std::string::npos) const;
    /// The id of a document from the same file; empty where there is none.
    [[nodiscard]] std::string_view quick_id(Xapian::docid document) const;
    /// Tokens of an average document; a guess where no file tells.
    [[nodiscard]] double average_tokens() const;
    /// How many documents have a token of this form (form_bits), as far as files tell.
    [[nodiscard]] std::uint64_t having_form(std::uint32_t form) const;
    /// The words of the sources, as far as files tell.
    [[nodiscard]] WordModel words() const;
    /// Memory for finding candidates; a reader serves one thread.
    [[nodiscard]] CandidateScratch& scratch() const noexcept { return scratch_; }
    /// Posting lists of its database; the same.
    [[nodiscard]] Postings& postings() const noexcept { return postings_; }
    /// Names of facet values; the second those of body ids.
    [[nodiscard]] FacetNames& plain_names() const noexcept { return plain_names_; }
    [[nodiscard]] FacetNames& body_names() const noexcept { return body_names_; }
    /// Sums over the sources.
    [[nodiscard]] const IndexStats& stats() const noexcept { return stats_; }
    /// The graph of the only source; nullptr where it has no file of it, and of several sources.
    [[nodiscard]] const std::shared_ptr<const GraphFile>& graph() const noexcept { return graph_; }
    /// Authority (graph/authority.hpp) of a document, 0..1; 0 where no file tells. Takes about a
    /// microsecond.
    [[nodiscard]] float authority(Xapian::docid document) const;
    [[nodiscard]] bool is_joined() const noexcept { return sources_ > 1; }

    /// Numbers of the records with this identity (one per source that has it), ascending.
    [[nodiscard]] std::vector<Xapian::docid> find(Kind kind, std::string_view id) const;
    [[nodiscard]] std::vector<Xapian::docid> with_term(const std::string& term) const;
    /// Errors: index_corrupt.
    [[nodiscard]] std::string data(Xapian::docid record) const { return data(record, 0); }
    /// `visit` for the value, `facets` or `newest`, of each of the documents `records`, ascending.
    void each_value(Slot slot, const std::vector<Xapian::docid>& records,
                    const std::function<void(Xapian::docid, const std::string&)>& visit) const;
    /// Data of the first record with this identity.
    [[nodiscard]] std::optional<std::string> data_of(Kind kind, std::string_view id) const;
    /// The first `limit` bytes of a document's text, in whole blocks.
    /// Errors: index_corrupt when a block is missing.
    [[nodiscard]] std::string text(Xapian::docid document, const DocumentOutline& outline,
                                   std::size_t limit = std::string::npos) const;

  private:
    [[nodiscard]] std::string body_label(const std::string& id) const;
    [[nodiscard]] std::string data(Xapian::docid record, std::size_t block) const;
    Xapian::Database database_;
    struct Shard {
        Xapian::Database database;  ///< metadata are of one database
        DataUnpacker unpacker;
    };
    mutable std::vector<Shard> parts_;
    Xapian::docid shards_ = 0;
    std::vector<std::optional<TokenFile>> tokens_;  ///< of each shard
    std::vector<WordFile> words_;
    std::shared_ptr<const GraphFile> graph_;
    std::size_t sources_ = 0;
    bool has_remote_ = false;
    IndexStats stats_;
    mutable CandidateScratch scratch_;
    mutable Postings postings_{database_};
    mutable FacetNames plain_names_;
    mutable FacetNames body_names_;
};

}  // namespace tracuu::indexer
