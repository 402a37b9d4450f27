#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/model.hpp"

namespace tracuu::indexer {

/// Restrictions on documents; empty members do not restrict. Values of one member are
/// alternatives, members combine.
struct DocumentFilter {
    std::vector<std::string> types;
    std::vector<std::string> jurisdictions;
    std::vector<std::string> issuers;
    std::vector<int> years;
    std::optional<Date> from;
    std::optional<Date> to;
    std::vector<DocumentId> cites;       ///< documents with an edge to one of these
    std::vector<DocumentId> implements;  ///< with an `implements` edge to one of these
    std::vector<std::string> bodies;     ///< body ids with a task in the document
    friend bool operator==(const DocumentFilter&, const DocumentFilter&) = default;
};

enum class SortOrder { relevance, date };

/// In which order documents are listed: by authority (graph/authority.hpp), those equal in it and
/// all where nobody knows it (remote sources) newest first.
enum class DocumentOrder { newest, authority };

struct SearchRequest {
    std::string query;  ///< search language of the contract; empty matches all
    DocumentFilter filter;
    SortOrder sort = SortOrder::relevance;  ///< date: newest first
    std::uint32_t offset = 0;
    std::uint32_t limit = 20;
    bool facets = true;
    bool snippets = true;
    /// false: `total` may be a lower bound, and a question is answered by the documents that are
    /// most likely to, however few of its words they hold.
    bool total = true;
    bool fields = true;    ///< false: of a hit's `meta` only the id is filled in
    bool explain = false;  ///< hits say why they rank where they do
};

/// A piece of original text with marks in it.
struct Snippet {
    std::string text;
    std::vector<CodePointRange> highlights;  ///< into `text`, ascending, disjoint
};

/// A document found, with its best passage.
struct Hit {
    DocumentMeta meta;
    std::string section;     ///< path of the best passage
    CodePointRange passage;  ///< of the document's text
    double score = 0;
    Snippet snippet;
    std::vector<DocumentId> targets;  ///< which of the documents of the filter it cites
    std::vector<std::pair<std::string, double>> explanation{};  ///< feature and its value
};

struct FacetValue {
    std::string value;
    std::string label;        ///< what to show; equals value except for bodies
    std::uint32_t count = 0;  ///< documents
};

/// Counts over all matching documents; by count descending, then Vietnamese order.
struct Facets {
    std::vector<FacetValue> type, jurisdiction, issuer, year, body;
};

struct SearchResult {
    std::uint64_t total = 0;  ///< documents
    std::vector<Hit> hits;
    Facets facets;
    std::vector<DocumentMeta> direct;  ///< the documents with the number that the query is
    std::string suggestion;            ///< "did you mean", with diacritics; may be empty
    std::vector<std::string> notes;    ///< `read_as_words`, `most_words`, `no_words`: what was done
};

/// A completion while typing.
struct Completion {
    std::string kind;  ///< `number`, `title`, `body`, `word`
    std::string text;
    std::string id;  ///< of the document or body; empty for words
};

/// Completions, best first.
struct Completions {
    std::vector<Completion> items;
    bool truncated = false;  ///< there are more, or some were not looked at
};

/// Finds documents and passages. Implementations: Xapian (XapianIndex) and, as the oracle of the
/// tests, a naive one in memory. Not thread-safe: one object per thread.
class SearchIndex {
  public:
    virtual ~SearchIndex() = default;
    /// Never fails because of the query's syntax. Errors: bad_request beyond the limits.
    [[nodiscard]] virtual SearchResult search(const SearchRequest& request) const = 0;
    /// At most `limit` completions, best first.
    [[nodiscard]] virtual Completions suggest(std::string_view typed,
                                              std::uint32_t limit) const = 0;
    /// At most `limit` other documents that use the same rare pairs of words, most alike first,
    /// each with how much of the weight of these pairs it has (0..1). None where nobody counts
    /// them.
    [[nodiscard]] virtual std::vector<std::pair<DocumentId, double>> alike(
        std::string_view /*id*/, std::uint32_t /*limit*/) const {
        return {};
    }
    [[nodiscard]] virtual std::optional<DocumentRecord> document(std::string_view id) const = 0;
    /// The text exactly as read; nullopt for unknown and absent documents.
    [[nodiscard]] virtual std::optional<std::string> text(std::string_view id) const = 0;
    /// Documents of the corpus that pass `filter`, by `order`, then newest first, then by id; and
    /// their number.
    [[nodiscard]] virtual std::pair<std::vector<DocumentMeta>, std::uint64_t> documents(
        const DocumentFilter& filter, DocumentOrder order, std::uint32_t offset,
        std::uint32_t limit) const = 0;
};

}  // namespace tracuu::indexer
