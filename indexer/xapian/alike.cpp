#include "indexer/xapian/alike.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "indexer/xapian/term_counter.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kMostPairs = 40;                     // that stand for the document
constexpr std::size_t kMostBytes = std::size_t{4} << 20U;  // of its text

struct Pair {
    std::string term;
    double weight = 0;
};

// How often each pair of words stands in title and text.
std::map<std::string, std::uint32_t> pairs_of(const Reader& reader, Xapian::docid record) {
    const DocumentOutline outline = decode_outline(reader.data(record));
    const std::string text = reader.text(record, outline, kMostBytes);
    DocumentTokens tokens;
    tokens.read(outline.meta, text);
    TermCounter counter;
    std::map<std::string, std::uint32_t> pairs;
    for (const DocumentTokens::Part& part : {tokens.title(), tokens.text()}) {
        counter.count(part.tokens);
        counter.each_pair([&](std::string_view first, std::string_view second, std::uint32_t n) {
            pairs[term(Field::bigram, std::string(first).append(" ").append(second))] += n;
        });
    }
    return pairs;
}

// The pairs of words that tell the document from others: often in it, rare elsewhere.
std::vector<Pair> telling_pairs(const Reader& reader, Xapian::docid record) {
    const Xapian::Database& database = reader.database();
    const double all = database.get_termfreq(kind_term(Kind::document));
    std::vector<Pair> pairs;
    for (const auto& [name, count] : pairs_of(reader, record)) {
        const double having = database.get_termfreq(name);
        if (having < 2) continue;  // a pair of one document alone is like no other's
        const double often = 1 + std::log(static_cast<double>(count));
        pairs.push_back({name, often * std::log(all / having)});
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
    for (const Pair& pair : telling_pairs(reader, records.front())) {
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
