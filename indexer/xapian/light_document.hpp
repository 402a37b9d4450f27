#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/records/stored_document.hpp"
#include "indexer/resolver.hpp"
#include "indexer/xapian/spill.hpp"
#include "support/offset_index.hpp"

namespace tracuu::indexer {

/// What stays in memory of a document while the whole corpus is resolved.
struct LightDocument {
    DocumentMeta meta;  ///< with the id that the index has now, or none
    std::string source;
    std::string record_id;
    std::vector<Mention> mentions;
    std::vector<analyzers::Edge> asserted;
    std::map<std::uint32_t, std::string> quotes;  ///< of mentions that prove edges of others
    std::uint32_t passages = 0;
    std::uint32_t records = 0;  ///< RecordMaker::count
    std::uint64_t bytes = 0;
    std::size_t file_order = 0;  ///< of its file, then position in the file
    std::size_t position = 0;
    SpillPlace spilled;
};

[[nodiscard]] LightDocument make_light(const StoredDocument& document, std::string_view text);

/// Resolves all documents: fills in mentions and gives nodes and edges. `graph.nodes[i]` is
/// document i for the present ones.
[[nodiscard]] ResolvedGraph resolve_all(std::vector<LightDocument>& documents);

/// Fills in the quotes of evidence. Quotes of the document's own mentions come from its text,
/// those of others from their LightDocument.
class QuoteBook {
  public:
    QuoteBook(const std::vector<LightDocument>& documents, const ResolvedGraph& graph);

    /// `own`: id of the document whose text is at hand; empty when none is.
    void fill(std::vector<GraphEdge>& edges, std::string_view own, std::string_view text,
              const std::vector<Mention>& own_mentions) const;

  private:
    [[nodiscard]] std::string quote_elsewhere(const Evidence& evidence) const;
    const std::vector<LightDocument>& documents_;
    std::unordered_map<std::string_view, std::size_t> by_id_;
};

}  // namespace tracuu::indexer
