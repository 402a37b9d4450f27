#include "indexer/xapian/postings.hpp"

#include <utility>

namespace tracuu::indexer {
namespace {

constexpr std::size_t kListBytes = 128;  // of a list about which only its length is known

}  // namespace

// Called before anything is added, so what is returned then stays.
void Postings::add(std::size_t bytes) {
    if (recent_bytes_ + bytes > kept_ / 2) {
        older_ = std::exchange(recent_, {});
        recent_bytes_ = 0;
    }
    recent_bytes_ += bytes;
}

Postings::List& Postings::list(const std::string& term) {
    if (const auto known = recent_.find(term); known != recent_.end()) return known->second;
    List found;
    if (const auto older = older_.find(term); older != older_.end()) {
        found = std::move(older->second);
        older_.erase(older);
    } else {
        found.frequency = database_.get_termfreq(term);
    }
    add(kListBytes + found.records.size() * sizeof(Xapian::docid));
    return recent_.insert_or_assign(term, std::move(found)).first->second;
}

Xapian::doccount Postings::frequency(const std::string& term) {
    return list(term).frequency;
}

const std::vector<Xapian::docid>& Postings::records(const std::string& term) {
    if (const List& known = list(term); known.read) return known.records;
    add(std::size_t{frequency(term)} * sizeof(Xapian::docid));
    List& wanted = list(term);
    std::vector<Xapian::docid> records;
    records.reserve(wanted.frequency);
    const auto end = database_.postlist_end(term);
    for (auto at = database_.postlist_begin(term); at != end; ++at) records.push_back(*at);
    wanted.records = std::move(records);
    wanted.read = true;
    return wanted.records;
}

}  // namespace tracuu::indexer
