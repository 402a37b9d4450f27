#pragma once

#include <xapian.h>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/rank/token_stream.hpp"
#include "indexer/records/packing.hpp"
#include "indexer/records/stored_document.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/term_counter.hpp"

namespace tracuu::indexer {

/// Makes Xapian documents of records, by the schema table; their data are packed. One object per
/// thread: it keeps the memory of its work.
class RecordMaker {
  public:
    /// `dictionary` is the one of the index (records/packing.hpp).
    explicit RecordMaker(std::string_view dictionary) : packer_(dictionary) {}

    /// The searchable record of a resolved document.
    [[nodiscard]] Xapian::Document document(const StoredDocument& document,
                                            const DocumentTokens& tokens);
    /// Its text, as far as the record of the document does not hold it.
    [[nodiscard]] std::vector<Xapian::Document> blocks(const StoredDocument& document,
                                                       std::string_view text);
    [[nodiscard]] Xapian::Document edges(std::string_view from,
                                         const std::vector<GraphEdge>& edges);
    [[nodiscard]] Xapian::Document task(const StoredTask& task, std::size_t ordinal);
    [[nodiscard]] Xapian::Document absent(const DocumentMeta& meta);
    [[nodiscard]] Xapian::Document body(const BodyRecord& body);
    [[nodiscard]] Xapian::Document file(const FileRecord& file);

  private:
    void add_words(Xapian::Document& record, const analyzers::SearchTokens& tokens, bool counts);

    void set_data(Xapian::Document& record, std::string_view bytes, std::string_view text = {});

    Packer packer_;
    TermCounter counter_;
    std::string name_;  ///< of a term
};

}  // namespace tracuu::indexer
