#pragma once

#include <xapian.h>
#include <optional>
#include <vector>

#include "indexer/query/parser.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/rank/stream_match.hpp"
#include "indexer/xapian/candidates.hpp"
#include "indexer/xapian/query_builder.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/record_sets.hpp"

namespace tracuu::indexer {

/// Answers one search. Made anew for every request; throws Xapian's exceptions.
class Searcher {
  public:
    Searcher(const Reader& reader, const SearchRequest& request);

    [[nodiscard]] SearchResult run();

  private:
    /// A matching document, best first as the first stage sees it.
    struct Found {
        Xapian::docid record = 0;
        double score = 0;
        std::size_t place = 0;         ///< in stored_
        std::size_t close = kNotRead;  ///< in close_
    };
    static constexpr std::size_t kNotRead = std::string::npos;
    /// What a close look tells of a document.
    struct Close {
        Features features;
        double authority = 0;
    };
    /// All that is known of the matches of one query tree.
    struct Matches {
        std::vector<Found> best;  ///< at least as many as the answer needs
        std::uint64_t total = 0;
        Facets facets;
    };

    [[nodiscard]] Matches match(const QueryNode& root) const;
    [[nodiscard]] Matches among(const Records& records) const;
    [[nodiscard]] bool is_open() const;
    [[nodiscard]] std::vector<Found> newest(const Records& records) const;
    [[nodiscard]] std::vector<Found> likely(const Records* among) const;
    [[nodiscard]] Facets facets_of(const Records& records) const;
    [[nodiscard]] bool by_relevance() const;
    [[nodiscard]] Xapian::doccount wanted() const;

    [[nodiscard]] TokenStream stream_of(const Found& found);
    std::size_t look_at_all(std::vector<Found>& best);
    void look_closely(std::vector<Found>& best, std::size_t count);
    void rerank(std::vector<Found>& best);
    void fill_hits(const std::vector<Found>& best, SearchResult& result) const;
    [[nodiscard]] std::vector<DocumentMeta> direct() const;

    const Reader& reader_;
    const SearchRequest& request_;
    ParsedQuery parsed_;
    RankQuery rank_;
    StreamQuery streams_;
    StreamMaker maker_;
    std::vector<std::optional<TokenStream>> stored_;
    std::vector<Close> close_;
    Xapian::Query filter_;
    std::vector<ScoredList> lists_;
};

}  // namespace tracuu::indexer
