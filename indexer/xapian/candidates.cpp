#include "indexer/xapian/candidates.hpp"

#include <algorithm>
#include <iterator>

#include "indexer/schema.hpp"
#include "indexer/xapian/pair_lists.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint64_t kPostings = 40'000;  // of all lists together; the first is always read
constexpr std::size_t kEnough = 600;         // records found
constexpr std::uint64_t kJump = 8;           // postings read in the time of one jump
constexpr double kTitle = 0.5;               // a word in the title counts this much more

// Adds the weights of lists up, by record.
class Adder {
  public:
    Adder(Postings& postings, const std::vector<Xapian::docid>* among, CandidateScratch& scratch)
        : postings_(postings),
          among_(among),
          points_(scratch.points),
          found_(scratch.found),
          read_(scratch.read) {
        // What a search left that ended by an error.
        for (const Xapian::docid record : found_) points_[record] = 0;
        found_.clear();
        points_.resize(std::size_t{postings.database().get_lastdocid()} + 1, 0);
        if (among_ == nullptr) return;
        enough_ = std::min(kEnough, among_->size());
        allowed_.resize(points_.size());
        for (const Xapian::docid record : *among_) allowed_[record] = true;
    }

    /// Leaves the records that got points in `found` of the scratch.
    void add(const std::vector<ScoredList>& lists) {
        std::uint64_t read = 0;
        for (const ScoredList& list : lists) {
            const std::uint64_t cost = jumps(list) ? kJump * among_->size() : list.length;
            if (read > 0 && read + cost > kPostings && found_.size() >= enough_) break;
            read += cost;
            jumps(list) ? jump(list) : scan(list);
        }
    }

  private:
    [[nodiscard]] bool jumps(const ScoredList& list) const {
        return among_ != nullptr && kJump * among_->size() < list.length && !is_pair_key(list.term);
    }
    void scan(const ScoredList& list) {
        const std::vector<Xapian::docid>& records = postings_.records(list.term);
        if (allowed_.empty()) return put(records, list.weight);
        read_.clear();
        std::copy_if(records.begin(), records.end(), std::back_inserter(read_),
                     [this](Xapian::docid record) { return allowed_[record]; });
        put(read_, list.weight);
    }
    void jump(const ScoredList& list) {
        const auto end = postings_.database().postlist_end(list.term);
        auto at = postings_.database().postlist_begin(list.term);
        read_.clear();
        for (const Xapian::docid record : *among_) {
            at.skip_to(record);
            if (at == end) break;
            if (*at == record) read_.push_back(record);
        }
        put(read_, list.weight);
    }
    // A loop of its own and without a branch: the places in memory are far from each other, and
    // whether a record is new cannot be foreseen.
    void put(const std::vector<Xapian::docid>& records, float weight) {
        std::size_t count = found_.size();
        found_.resize(count + records.size());
        for (const Xapian::docid record : records) {
            float& sum = points_[record];
            found_[count] = record;
            count += sum == 0 ? 1 : 0;
            sum += weight;
        }
        found_.resize(count);
    }

    Postings& postings_;
    const std::vector<Xapian::docid>* among_;
    std::vector<float>& points_;
    std::vector<Xapian::docid>& found_;
    std::vector<Xapian::docid>& read_;
    std::size_t enough_ = kEnough;
    std::vector<bool> allowed_;
};

}  // namespace

std::vector<ScoredList> scored_lists(Postings& postings, const RankQuery& query) {
    std::vector<ScoredList> lists;
    const auto add = [&](std::string name, double weight) {
        const Xapian::doccount length = postings.frequency(name);
        if (length > 0) lists.push_back({std::move(name), length, static_cast<float>(weight)});
    };
    const auto& words = query.words();
    for (const RankQuery::Word& word : words) {
        add(term(Field::word, word.form.folded), word.weight);
        add(term(Field::title, word.form.folded), word.weight * kTitle);
    }
    for (const RankQuery::Pair& pair : query.pairs()) {
        add(pair_key(words[pair.first].form.folded + " " + words[pair.second].form.folded),
            pair.weight);
    }
    std::sort(lists.begin(), lists.end(),
              [](const ScoredList& a, const ScoredList& b) { return a.length < b.length; });
    return lists;
}

std::vector<Candidate> find_candidates(Postings& postings, const std::vector<ScoredList>& lists,
                                       const std::vector<Xapian::docid>* among, std::size_t most,
                                       CandidateScratch& scratch) {
    Adder(postings, among, scratch).add(lists);
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
