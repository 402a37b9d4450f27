#pragma once

#include <xapian.h>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/rank/token_stream.hpp"
#include "indexer/records/stored_document.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/term_counter.hpp"

namespace tracuu::indexer {

/// What is written of one record.
struct MadeRecord {
    Xapian::Document entry;  ///< terms and values
    std::string data;
    /// Folded words next to each other, as the tokens have them; the same ones can come again.
    std::vector<std::pair<std::string_view, std::string_view>> pairs{};
};

/// Makes records ready to be written, by the schema table. One object per thread: it keeps the
/// memory of its analysis.
class RecordMaker {
  public:
    /// The searchable record of a resolved document; refers to `tokens`.
    [[nodiscard]] MadeRecord document(const StoredDocument& document, const DocumentTokens& tokens);

    /// Its text, unless it stands in the record of the document.
    [[nodiscard]] static std::vector<std::string_view> blocks(const StoredDocument& document,
                                                              std::string_view text);
    /// How many records stand for the document, those of its tasks among them and that of its
    /// out-edges not.
    [[nodiscard]] static std::size_t count(const StoredDocument& document);
    [[nodiscard]] static MadeRecord edges(std::string_view from,
                                          const std::vector<GraphEdge>& edges);
    [[nodiscard]] static MadeRecord task(const StoredTask& task, std::size_t ordinal);
    [[nodiscard]] static MadeRecord absent(const DocumentMeta& meta);
    [[nodiscard]] static MadeRecord body(const BodyRecord& body);
    [[nodiscard]] static MadeRecord file(const FileRecord& file);

  private:
    void add_words(MadeRecord& record, const analyzers::SearchTokens& tokens);

    TermCounter counter_;
    std::string name_;  ///< of a term
};

}  // namespace tracuu::indexer
