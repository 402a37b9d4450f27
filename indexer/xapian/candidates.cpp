#include "indexer/xapian/candidates.hpp"

#include <algorithm>
#include <string>

#include "indexer/schema.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint64_t kPostings = 40'000;  // of all lists together; the first is always read
constexpr double kTitle = 0.5;               // a word in the title counts this much more

struct List {
    std::string term;
    Xapian::doccount length = 0;
    float weight = 0;
};

std::vector<List> lists_of(const Xapian::Database& database, const RankQuery& query) {
    std::vector<List> lists;
    const auto add = [&](Field field, const std::string& value, double weight) {
        std::string name = term(field, value);
        const Xapian::doccount length = database.get_termfreq(name);
        if (length > 0) lists.push_back({std::move(name), length, static_cast<float>(weight)});
    };
    const auto& words = query.words();
    for (const RankQuery::Word& word : words) {
        add(Field::word, word.form.folded, word.weight);
        add(Field::title, word.form.folded, word.weight * kTitle);
    }
    for (const RankQuery::Pair& pair : query.pairs()) {
        add(Field::bigram, words[pair.first].form.folded + " " + words[pair.second].form.folded,
            pair.weight);
    }
    std::sort(lists.begin(), lists.end(),
              [](const List& a, const List& b) { return a.length < b.length; });
    return lists;
}

}  // namespace

std::vector<Xapian::docid> find_candidates(const Xapian::Database& database, const RankQuery& query,
                                           std::size_t most, CandidateScratch& scratch) {
    std::vector<float>& points = scratch.points;
    points.resize(std::size_t{database.get_lastdocid()} + 1, 0);
    std::vector<Xapian::docid> found;
    std::uint64_t read = 0;
    for (const List& list : lists_of(database, query)) {
        if (read > 0 && read + list.length > kPostings && found.size() >= most) break;
        read += list.length;
        const auto end = database.postlist_end(list.term);
        for (auto at = database.postlist_begin(list.term); at != end; ++at) {
            float& sum = points[*at];
            if (sum == 0) found.push_back(*at);
            sum += list.weight;
        }
    }
    std::vector<Xapian::docid> best = found;
    if (best.size() > most) {
        std::nth_element(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(most), best.end(),
                         [&points](Xapian::docid a, Xapian::docid b) {
                             return points[a] != points[b] ? points[a] > points[b] : a < b;
                         });
        best.resize(most);
    }
    for (const Xapian::docid record : found) points[record] = 0;
    return best;
}

}  // namespace tracuu::indexer
