#pragma once

#include <xapian.h>
#include <optional>
#include <unordered_set>
#include <vector>

#include "indexer/query/parser.hpp"
#include "indexer/rank/rank_query.hpp"
#include "indexer/rank/stream_match.hpp"
#include "indexer/xapian/query_builder.hpp"
#include "indexer/xapian/reader.hpp"

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
        Features features{};
    };
    /// All that is known of the matches of one query tree.
    struct Matches {
        std::vector<Found> best;  ///< at least as many as the answer needs
        std::uint64_t total = 0;
        Facets facets;
    };

    [[nodiscard]] Matches match(const QueryNode& root) const;
    [[nodiscard]] Matches match_exact(const BooleanQuery& query) const;
    [[nodiscard]] Matches match_checked(const QueryNode& root, const Xapian::Query& query) const;
    [[nodiscard]] Matches match_most(const QueryNode& root, const MostQuery& most) const;
    [[nodiscard]] Matches of_set(const std::vector<Xapian::docid>& records) const;
    [[nodiscard]] std::vector<Found> ranked(const Xapian::Query& condition,
                                            Xapian::doccount wanted) const;
    [[nodiscard]] std::vector<Found> ranked_of(const Xapian::Query& condition,
                                               const std::vector<Xapian::docid>& records) const;
    static void add_unscored(std::vector<Found>& kept, const std::vector<Xapian::docid>& records,
                             std::size_t needed);
    [[nodiscard]] Facets facets_of(Xapian::ValueCountMatchSpy& spy) const;
    [[nodiscard]] std::string body_label(const std::string& id) const;
    void set_order(Xapian::Enquire& enquire) const;
    [[nodiscard]] bool by_relevance() const;
    [[nodiscard]] bool wants_best_only() const;
    [[nodiscard]] Xapian::doccount wanted() const;

    void rerank(std::vector<Found>& best);
    [[nodiscard]] TokenStream stream_of(Xapian::docid record, StreamMaker& maker) const;
    [[nodiscard]] std::vector<Found> likely() const;
    void fill_hits(const std::vector<Found>& best, SearchResult& result) const;
    [[nodiscard]] std::vector<DocumentMeta> direct() const;

    const Reader& reader_;
    const SearchRequest& request_;
    ParsedQuery parsed_;
    RankQuery rank_;
    StreamQuery streams_;
    Xapian::Query filter_;
    Xapian::Query scoring_;
};

}  // namespace tracuu::indexer
