#pragma once

#include <xapian.h>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/rank/token_stream.hpp"
#include "indexer/records/stored_document.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/term_counter.hpp"

namespace tracuu::indexer {

/// Makes Xapian documents of records, by the schema table. One object per thread: it keeps the
/// memory of its analysis.
class RecordMaker {
  public:
    /// The searchable record of a resolved document.
    [[nodiscard]] Xapian::Document document(const StoredDocument& document,
                                            const DocumentTokens& tokens);

    /// Its text, unless it stands in the record of the document.
    [[nodiscard]] static std::vector<Xapian::Document> blocks(const StoredDocument& document,
                                                              std::string_view text);
    [[nodiscard]] static Xapian::Document edges(std::string_view from,
                                                const std::vector<GraphEdge>& edges);
    [[nodiscard]] static Xapian::Document task(const StoredTask& task, std::size_t ordinal);
    [[nodiscard]] static Xapian::Document absent(const DocumentMeta& meta);
    [[nodiscard]] static Xapian::Document body(const BodyRecord& body);
    [[nodiscard]] static Xapian::Document file(const FileRecord& file);

  private:
    void add_words(Xapian::Document& record, const analyzers::SearchTokens& tokens, bool counts);

    TermCounter counter_;
    std::string name_;  ///< of a term
};

}  // namespace tracuu::indexer
