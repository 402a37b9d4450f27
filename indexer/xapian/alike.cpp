#include "indexer/xapian/alike.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "indexer/xapian/pair_lists.hpp"
#include "indexer/xapian/term_counter.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::size_t kMostPairs = 40;                     // that stand for the document
constexpr std::size_t kMostBytes = std::size_t{4} << 20U;  // of its text

struct Pair {
    std::string key;
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
            pairs[pair_key(std::string(first).append(" ").append(second))] += n;
        });
    }
    return pairs;
}

// The pairs of words that tell the document from others: often in it, rare elsewhere.
std::vector<Pair> telling_pairs(const Reader& reader, Xapian::docid record) {
    Postings& postings = reader.postings();
    const double all = postings.frequency(kind_term(Kind::document));
    std::vector<Pair> pairs;
    for (const auto& [name, count] : pairs_of(reader, record)) {
        const double having = postings.frequency(name);
        if (having < 2) continue;  // a pair of one document alone is like no other's
        const double often = 1 + std::log(static_cast<double>(count));
        pairs.push_back({name, often * std::log(all / having)});
    }
    const std::size_t kept = std::min(kMostPairs, pairs.size());
    std::partial_sort(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(kept), pairs.end(),
                      [](const Pair& a, const Pair& b) {
                          return a.weight != b.weight ? a.weight > b.weight : a.key < b.key;
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
    // Every pair counts once with its own weight, however often another document has it.
    std::unordered_map<Xapian::docid, double> points;
    double whole = 0;
    for (const Pair& pair : telling_pairs(reader, records.front())) {
        for (const Xapian::docid other : reader.postings().records(pair.key)) {
            points[other] += pair.weight;
        }
        whole += pair.weight;
    }
    std::vector<std::pair<double, Xapian::docid>> best;
    for (const auto& [other, weight] : points) best.emplace_back(-weight, other);
    const std::size_t read = std::min<std::size_t>(std::size_t{limit} + 1, best.size());
    std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(read), best.end());
    for (std::size_t i = 0; i < read && found.size() < limit; ++i) {
        DocumentId other = decode_meta(reader.data(best[i].second)).id;
        if (other == id) continue;
        found.emplace_back(std::move(other), std::min(1.0, -best[i].first / whole));
    }
    return found;
}

}  // namespace tracuu::indexer
