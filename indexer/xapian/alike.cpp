#include "indexer/xapian/alike.hpp"

#include <algorithm>
#include <cmath>

namespace tracuu::indexer {
namespace {

constexpr std::size_t kMostPairs = 40;  // that stand for the document

struct Pair {
    std::string term;
    double weight = 0;
};

// The pairs of words that tell the document from others: often in it, rare elsewhere.
std::vector<Pair> telling_pairs(const Xapian::Database& database, Xapian::docid record) {
    const std::string start(prefix(Field::bigram));
    const double all = database.get_termfreq(kind_term(Kind::document));
    std::vector<Pair> pairs;
    auto at = database.termlist_begin(record);
    for (at.skip_to(start); at != database.termlist_end(record); ++at) {
        std::string term = *at;
        if (!term.starts_with(start)) break;
        const double having = at.get_termfreq();
        // A pair of one document alone is like no other's; words of the header have no frequency.
        if (having < 2 || at.get_wdf() == 0) continue;
        const double often = 1 + std::log(static_cast<double>(at.get_wdf()));
        pairs.push_back({std::move(term), often * std::log(all / having)});
    }
    const std::size_t kept = std::min(kMostPairs, pairs.size());
    std::partial_sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(kept), pairs.end(),
                      [](const Pair& a, const Pair& b) {
                          return a.weight != b.weight ? a.weight > b.weight : a.term < b.term;
                      });
    pairs.resize(kept);
    return pairs;
}

}  // namespace

std::vector<std::pair<DocumentId, double>> documents_alike(const Reader& reader,
                                                           std::string_view id,
                                                           std::uint32_t limit) {
    std::vector<std::pair<DocumentId, double>> found;
    const auto records = reader.find(Kind::document, id);
    if (records.empty() || limit == 0) return found;
    const Xapian::Database& database = reader.database();
    std::vector<Xapian::Query> scored;
    double whole = 0;
    for (const Pair& pair : telling_pairs(database, records.front())) {
        // Every pair counts once with its own weight, however often another document has it.
        scored.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(pair.term), pair.weight);
        whole += pair.weight;
    }
    if (scored.empty() || whole <= 0) return found;
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_OR, scored.begin(), scored.end()));
    enquire.set_weighting_scheme(Xapian::CoordWeight());
    const Xapian::MSet best = enquire.get_mset(0, limit + 1);
    for (auto at = best.begin(); at != best.end(); ++at) {
        DocumentId other = decode_meta(reader.data(*at)).id;
        if (other == id || found.size() == limit) continue;
        found.emplace_back(std::move(other), std::min(1.0, at.get_weight() / whole));
    }
    return found;
}

}  // namespace tracuu::indexer
