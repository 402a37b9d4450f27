#include "indexer/xapian/record_sets.hpp"

#include <cstdint>

namespace tracuu::indexer {
namespace {

template <typename Visit>
void each_match(const Xapian::Database& database, const Xapian::Query& query, Visit&& visit) {
    if (query.get_type() == Xapian::Query::LEAF_TERM) {
        const std::string term = *query.get_terms_begin();
        const auto end = database.postlist_end(term);
        for (auto at = database.postlist_begin(term); at != end; ++at) visit(*at);
        return;
    }
    for (const Xapian::docid record : all_matching(database, query)) visit(record);
}

}  // namespace

std::vector<Xapian::docid> all_matching(const Xapian::Database& database,
                                        const Xapian::Query& query) {
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_docid_order(Xapian::Enquire::ASCENDING);
    enquire.set_query(query);
    const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
    std::vector<Xapian::docid> records;
    records.reserve(found.size());
    for (auto at = found.begin(); at != found.end(); ++at) records.push_back(*at);
    return records;
}

std::vector<Xapian::docid> having_most(const Xapian::Database& database, const MostQuery& most) {
    std::vector<std::uint16_t> counts(std::size_t{database.get_lastdocid()} + 1, 0);
    for (std::size_t i = 0; i < most.children.size(); ++i) {
        const auto weight = static_cast<std::uint16_t>(most.weights[i]);
        each_match(database, most.children[i], [&](Xapian::docid record) {
            counts[record] = static_cast<std::uint16_t>(counts[record] + weight);
        });
    }
    std::vector<Xapian::docid> records;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] >= most.needed) records.push_back(static_cast<Xapian::docid>(i));
    }
    return records;
}

}  // namespace tracuu::indexer
