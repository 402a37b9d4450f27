#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/extraction.hpp"
#include "indexer/model.hpp"

namespace tracuu::indexer {

/// What resolution needs to know of one present document.
struct ResolvableDocument {
    DocumentMeta meta;      ///< without id: `resolve` assigns it
    std::string record_id;  ///< id of a .jsonl record: kept as the id
    std::string source;
    std::vector<Mention>* mentions =
        nullptr;  ///< status, target, candidates and rule are filled in
    const std::vector<analyzers::Edge>* edges = nullptr;
};

/// The documents and edges of a whole corpus after resolution.
struct ResolvedGraph {
    std::vector<DocumentMeta> nodes;  ///< present documents in input order, then absent by id
    std::vector<GraphEdge> edges;     ///< by (from, to), one each
};

/// Assigns ids and resolves every mention. Order of the rules and sources: contract section 3 and
/// docs; hard filters first (never itself, never later than the citing document, same place for
/// local issuers), accepts only a single candidate left. Independent of the input order.
[[nodiscard]] ResolvedGraph resolve(std::vector<ResolvableDocument>& documents);

/// The id of a document: `18-nq-tw.2017-10-25`, `26-kh-tu.binh-dinh.2018-03-15`.
[[nodiscard]] DocumentId make_document_id(const DocumentMeta& meta, std::string_view district = {});

}  // namespace tracuu::indexer
