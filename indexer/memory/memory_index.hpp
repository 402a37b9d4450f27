#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/index.hpp"
#include "indexer/rank/document_view.hpp"
#include "indexer/records/facet_codec.hpp"
#include "indexer/records/stored_document.hpp"
#include "indexer/words/word_table.hpp"

namespace tracuu::indexer {

/// The index in memory: every question looks at every document. It shares the parser of queries,
/// resolution and ranking with the other one, and neither terms nor posting lists.
class MemoryIndex final : public Index {
  public:
    explicit MemoryIndex(const std::vector<AnalyzedDocument>& documents);

    SearchResult search(const SearchRequest& request) const override;
    Completions suggest(std::string_view typed, std::uint32_t limit) const override;
    std::optional<DocumentRecord> document(std::string_view id) const override;
    std::optional<std::string> text(std::string_view id) const override;
    std::pair<std::vector<DocumentMeta>, std::uint64_t> documents(
        const DocumentFilter& filter, DocumentOrder order, std::uint32_t offset,
        std::uint32_t limit) const override;

    std::optional<DocumentMeta> node(std::string_view id) const override;
    std::vector<GraphEdge> cites(std::string_view id) const override;
    std::vector<GraphEdge> cited_by(std::string_view id) const override;
    std::vector<DocumentMeta> with_number(std::string_view number) const override;
    void each_node(const std::function<bool(const DocumentMeta&)>& visit) const override;

    Page tasks(const TaskFilter& filter, std::uint32_t offset, std::uint32_t limit) const override;
    TaskFacets task_facets(const TaskFilter& filter) const override;
    std::vector<BodyRecord> find_bodies(std::string_view name) const override;
    std::vector<BodyRecord> bodies(std::string_view query) const override;
    std::optional<BodyRecord> body(std::string_view id) const override;

    IndexStats stats() const override;

  private:
    struct Entry {
        StoredDocument document;
        std::string text;
    };
    using Found = std::vector<const Entry*>;

    void resolve_entries();
    void add_quotes();
    void count_words();
    [[nodiscard]] const Entry* entry(std::string_view id) const;
    [[nodiscard]] Found matching(const QueryNode& root, const DocumentFilter& filter) const;
    [[nodiscard]] bool passes(const Entry& entry, const DocumentFilter& filter) const;
    [[nodiscard]] static bool task_passes(const TaskRecord& task, const TaskFilter& filter);
    [[nodiscard]] Facets facets_of(const Found& found) const;
    [[nodiscard]] FacetNames body_names() const;

    std::vector<Entry> entries_;  // newest first, then by id
    std::map<std::string, DocumentMeta> nodes_;
    std::vector<GraphEdge> edges_;    // by (from, to)
    std::vector<BodyRecord> bodies_;  // by id
    std::string word_bytes_;
    std::optional<WordTable> words_;  // of word_bytes_
};

}  // namespace tracuu::indexer
