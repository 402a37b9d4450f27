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

/// By count, then in Vietnamese order of the label.
[[nodiscard]] std::vector<FacetValue> sorted_facet(const FacetCounts& counts,
                                                   const FacetLabel& label);

/// What one document adds to the facets: one string, so that equal documents are counted as one.
[[nodiscard]] std::string encode_facets(const StoredDocument& document);

/// Body ids with a task in the document, each once, ascending.
[[nodiscard]] std::vector<std::string> bodies_of(const StoredDocument& document);

/// The same of the encoded facets of a document. Errors: index_corrupt.
[[nodiscard]] std::vector<std::string> bodies_in(std::string_view bytes);

/// Adds up facets.
class FacetCounter {
  public:
    /// `count` documents with the encoded facets `bytes`. Errors: index_corrupt.
    void add(std::string_view bytes, std::uint32_t count);
    /// `label` names a body id.
    [[nodiscard]] Facets finish(const FacetLabel& label) const;

  private:
    FacetCounts type_, jurisdiction_, issuer_, year_, body_;
};

}  // namespace tracuu::indexer
