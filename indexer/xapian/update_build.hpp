#pragma once

#include <xapian.h>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "indexer/records/task_codec.hpp"
#include "indexer/schema.hpp"
#include "indexer/xapian/corpus_state.hpp"
#include "indexer/xapian/intake.hpp"

namespace tracuu::indexer {

/// Changes the shards of a copied generation in place. Throws Errors only.
class ShardUpdate {
  public:
    /// Opens the shards under `generation` for writing.
    ShardUpdate(const std::filesystem::path& generation, std::uint32_t shards);

    /// Takes out every document of these files, and their file records; gives how many.
    std::uint64_t remove_files(const std::set<std::string>& paths);
    /// All documents that are left, as stored.
    [[nodiscard]] std::vector<LightDocument> stored_documents();
    /// After resolution: moves stored documents whose id has changed into `spill`, so that they
    /// are written anew under it.
    void respill_renamed(CorpusState& corpus, std::uint32_t spill);
    /// Writes new documents, renews stored ones whose relations have changed, and everything that
    /// belongs to no single document.
    [[nodiscard]] Manifest write(const CorpusState& corpus, const std::vector<FileRecord>& files,
                                 std::uint64_t generation, Meter& meter);

  private:
    using Shard = Xapian::WritableDatabase;
    struct Stored {
        std::size_t shard = 0;
        Xapian::docid record = 0;
    };
    template <typename Action>
    auto writing(Action&& action);
    [[nodiscard]] std::optional<Stored> find(Kind kind, std::string_view id);
    [[nodiscard]] std::vector<Stored> all(const std::string& term);
    [[nodiscard]] std::string data(const Stored& stored);
    [[nodiscard]] std::string text_of(const StoredDocument& document);
    [[nodiscard]] std::vector<StoredTask> tasks_of(const std::string& id);
    [[nodiscard]] Shard& home(std::string_view id);
    void remove_document(const std::string& id);
    void replace(Kind kind, std::string_view id, const Xapian::Document& record,
                 std::string_view data);

    void add_spilled(const CorpusState& corpus, std::size_t index, const QuoteBook& quotes);
    void renew(const CorpusState& corpus, std::size_t index, const QuoteBook& quotes);
    void renew_edges(const CorpusState& corpus, const StoredDocument& document,
                     const QuoteBook& quotes);
    void write_absent(const CorpusState& corpus, const QuoteBook& quotes);
    [[nodiscard]] std::pair<std::uint64_t, std::uint64_t> write_bodies();

    std::string context_;
    std::vector<Shard> shards_;
};

}  // namespace tracuu::indexer
