#include "indexer/xapian/candidates.hpp"

#include <algorithm>
#include <string>

#include "indexer/schema.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint64_t kPostings = 40'000;  // of all lists together; the first is always read
constexpr std::size_t kEnough = 600;         // records found
constexpr std::uint64_t kJump = 8;           // postings read in the time of one jump
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

// Adds the weights of lists up, by record.
class Adder {
  public:
    Adder(const Xapian::Database& database, const std::vector<Xapian::docid>* among,
          CandidateScratch& scratch)
        : database_(database),
          among_(among),
          points_(scratch.points),
          found_(scratch.found),
          read_(scratch.read) {
        // What a search left that ended by an error.
        for (const Xapian::docid record : found_) points_[record] = 0;
        found_.clear();
        points_.resize(std::size_t{database.get_lastdocid()} + 1, 0);
        if (among_ == nullptr) return;
        enough_ = std::min(kEnough, among_->size());
        allowed_.resize(points_.size());
        for (const Xapian::docid record : *among_) allowed_[record] = true;
    }

    /// Leaves the records that got points in `found` of the scratch.
    void add(const std::vector<List>& lists) {
        std::uint64_t read = 0;
        for (const List& list : lists) {
            const std::uint64_t cost = jumps(list) ? kJump * among_->size() : list.length;
            if (read > 0 && read + cost > kPostings && found_.size() >= enough_) break;
            read += cost;
            jumps(list) ? jump(list) : scan(list);
        }
    }

  private:
    [[nodiscard]] bool jumps(const List& list) const {
        return among_ != nullptr && kJump * among_->size() < list.length;
    }
    void scan(const List& list) {
        const auto end = database_.postlist_end(list.term);
        read_.clear();
        for (auto at = database_.postlist_begin(list.term); at != end; ++at) {
            if (allowed_.empty() || allowed_[*at]) read_.push_back(*at);
        }
        put(list.weight);
    }
    void jump(const List& list) {
        const auto end = database_.postlist_end(list.term);
        auto at = database_.postlist_begin(list.term);
        read_.clear();
        for (const Xapian::docid record : *among_) {
            at.skip_to(record);
            if (at == end) break;
            if (*at == record) read_.push_back(record);
        }
        put(list.weight);
    }
    // A loop of its own and without a branch: the places in memory are far from each other, and
    // whether a record is new cannot be foreseen.
    void put(float weight) {
        std::size_t count = found_.size();
        found_.resize(count + read_.size());
        for (const Xapian::docid record : read_) {
            float& sum = points_[record];
            found_[count] = record;
            count += sum == 0 ? 1 : 0;
            sum += weight;
        }
        found_.resize(count);
    }

    const Xapian::Database& database_;
    const std::vector<Xapian::docid>* among_;
    std::vector<float>& points_;
    std::vector<Xapian::docid>& found_;
    std::vector<Xapian::docid>& read_;
    std::size_t enough_ = kEnough;
    std::vector<bool> allowed_;
};

}  // namespace

std::vector<Candidate> find_candidates(const Xapian::Database& database, const RankQuery& query,
                                       const std::vector<Xapian::docid>* among, std::size_t most,
                                       CandidateScratch& scratch) {
    Adder(database, among, scratch).add(lists_of(database, query));
    std::vector<Candidate> best;
    best.reserve(scratch.found.size());
    for (const Xapian::docid record : scratch.found) {
        float& points = scratch.points[record];
        best.push_back({record, points});
        points = 0;
    }
    scratch.found.clear();
    const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(most, best.size()));
    std::partial_sort(best.begin(), end, best.end(), [](const Candidate& a, const Candidate& b) {
        return a.points != b.points ? a.points > b.points : a.record < b.record;
    });
    best.erase(end, best.end());
    return best;
}

}  // namespace tracuu::indexer
