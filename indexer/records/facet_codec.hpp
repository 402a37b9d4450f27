#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/records/stored_document.hpp"
#include "indexer/search_index.hpp"

namespace tracuu::indexer {

/// How often each value was counted.
using FacetCounts = std::unordered_map<std::string, std::uint32_t>;
/// What to show for a value.
using FacetLabel = std::function<std::string(const std::string&)>;

/// Labels of values and where they stand in Vietnamese order; made once for each value, since a
/// sort key takes longer than counting a hundred documents. Serves one thread.
class FacetNames {
  public:
    /// Without `label` a value is its own.
    explicit FacetNames(FacetLabel label = {}) : label_(std::move(label)) {}
    struct Name {
        std::string label;
        std::string key;
    };
    [[nodiscard]] const Name& of(const std::string& value);

  private:
    FacetLabel label_;
    std::unordered_map<std::string, Name> names_;
};

/// By count, then in Vietnamese order of the label.
[[nodiscard]] std::vector<FacetValue> sorted_facet(const FacetCounts& counts, FacetNames& names);

/// What one document adds to the facets: one string, so that equal documents are counted as one.
[[nodiscard]] std::string encode_facets(const DocumentMeta& meta,
                                        const std::vector<std::string>& bodies);

/// Body ids with a task in the document, each once, ascending.
[[nodiscard]] std::vector<std::string> bodies_of(const StoredDocument& document);

/// The same of the encoded facets of a document. Errors: index_corrupt.
[[nodiscard]] std::vector<std::string> bodies_in(std::string_view bytes);

/// Adds up facets.
class FacetCounter {
  public:
    /// `count` documents with the encoded facets `bytes`. Errors: index_corrupt.
    void add(std::string_view bytes, std::uint32_t count);
    /// `bodies` names body ids, `plain` all other values.
    [[nodiscard]] Facets finish(FacetNames& plain, FacetNames& bodies);

  private:
    void add_all(std::string_view bytes, std::uint32_t documents);
    FacetCounts whole_;  ///< by the encoded facets, most of which many documents share
    FacetCounts type_, jurisdiction_, issuer_, year_, body_;
};

}  // namespace tracuu::indexer
