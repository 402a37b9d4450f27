#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/search_terms.hpp"
#include "indexer/query/ast.hpp"
#include "indexer/records/stored_document.hpp"

namespace tracuu::indexer {

/// The fields of a document that are searched beside its text, in this order: title, number,
/// issuer, type. Used by the writer, the checks of phrases and the memory index alike.
[[nodiscard]] std::vector<std::string> header_texts(const DocumentMeta& meta);

/// All numbers by which a document is found: its own, those of its record id, those it cites.
/// Ascending, each once.
[[nodiscard]] std::vector<std::string> searchable_numbers(const StoredDocument& document);

/// Own numbers alone.
[[nodiscard]] std::vector<std::string> own_numbers(const StoredDocument& document);

/// A document taken apart to be compared with a query tree, word by word.
class DocumentView {
  public:
    /// `bodies`: ids of those with a task in it, ascending; the stored form does not hold them.
    DocumentView(const StoredDocument& document, std::string_view text,
                 std::vector<std::string> bodies);

    /// True when the document fulfils `node`. Cost: words of the document times nodes.
    [[nodiscard]] bool matches(const QueryNode& node) const;

  private:
    [[nodiscard]] bool has_sequence(const std::vector<QueryWord>& words, std::size_t first,
                                    std::size_t count) const;
    [[nodiscard]] bool has_chain(const std::vector<QueryWord>& words) const;
    [[nodiscard]] bool field_matches(const QueryNode& node) const;
    [[nodiscard]] bool has_task_of(const std::vector<std::string>& bodies) const;

    const StoredDocument& document_;
    std::vector<analyzers::SearchTokens> texts_;  // the text, then header_texts
    std::vector<std::string> numbers_;
    std::vector<std::string> bodies_;
};

}  // namespace tracuu::indexer
