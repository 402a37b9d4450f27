#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/records/stored_document.hpp"

namespace tracuu::indexer {

/// The data of a document record: meta, then passages, then the rest, so that a list of hits
/// decodes only what it shows. A short text stands in it: a record of its own would cost more than
/// the text, and most documents of many collections are short. Tasks have their own records.
[[nodiscard]] std::string encode_document(const StoredDocument& document,
                                          std::string_view text = {});

/// True when the text of a document with these blocks stands in its record.
[[nodiscard]] bool has_text_within(const std::vector<std::uint32_t>& block_ends) noexcept;

/// What a hit needs. Errors (all decoders): index_corrupt.
struct DocumentOutline {
    DocumentMeta meta;
    std::vector<std::string> bodies;  ///< ids of those with a task in it
    std::vector<Passage> passages;
    std::vector<std::uint32_t> block_ends;
    std::vector<SectionRecord> sections;
    std::string text;  ///< where it stands in the record
};
[[nodiscard]] DocumentMeta decode_meta(std::string_view bytes);
[[nodiscard]] DocumentOutline decode_outline(std::string_view bytes);
[[nodiscard]] StoredDocument decode_document(std::string_view bytes);

/// The data of an absent record is its meta alone.
[[nodiscard]] std::string encode_meta(const DocumentMeta& meta);

/// The data of an edges record: the out-edges of one node.
[[nodiscard]] std::string encode_edges(const std::vector<GraphEdge>& edges);
[[nodiscard]] std::vector<GraphEdge> decode_edges(std::string_view bytes);
/// The edge to that document only.
[[nodiscard]] std::optional<GraphEdge> decode_edge(std::string_view bytes, std::string_view to);

}  // namespace tracuu::indexer
