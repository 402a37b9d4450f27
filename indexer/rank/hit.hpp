#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyzers/search_terms.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/rank/text_match.hpp"
#include "indexer/records/document_codec.hpp"

namespace tracuu::indexer {

/// The hit for one document: its best passage, section and snippet. `text` is the document's
/// text or its beginning.
[[nodiscard]] Hit make_hit(const RankQuery& query, const DocumentOutline& outline,
                           std::string_view text);

/// Collects how the words of an unaccented query are written in the texts found, for "did you
/// mean".
class AccentRestorer {
  public:
    explicit AccentRestorer(const ParsedQuery& query) : query_(query) {}

    /// Counts the spellings in one text that answers the query.
    void add(std::string_view text);
    /// The query with diacritics; empty when it has some already, holds operators, or nothing
    /// changes.
    [[nodiscard]] std::string suggestion(std::string_view typed) const;

  private:
    using Forms = std::unordered_map<std::string, std::uint32_t>;
    const ParsedQuery& query_;
    std::unordered_map<std::string, Forms> words_;  // folded word -> lower-case spelling
    std::unordered_map<std::string, Forms> pairs_;  // folded pair -> spelling of both
};

}  // namespace tracuu::indexer
