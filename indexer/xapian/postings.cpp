#include "indexer/xapian/postings.hpp"

#include <algorithm>
#include <utility>

#include "indexer/xapian/pair_lists.hpp"

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
        found = is_pair_key(term) ? pair(term) : List{database_.get_termfreq(term), false, {}, {}};
    }
    std::size_t bytes = kListBytes + found.records.size() * sizeof(Xapian::docid);
    for (const std::string& list : found.packed) bytes += list.size();
    add(bytes);
    return recent_.insert_or_assign(term, std::move(found)).first->second;
}

Postings::List Postings::pair(const std::string& key) const {
    List found;
    for (const Xapian::Database& part : parts_) {
        found.packed.push_back(part.get_metadata(key));
        found.frequency += pair_count(found.packed.back());
    }
    return found;
}

// Xapian numbers the records of n parts in turn.
std::vector<Xapian::docid> Postings::unpacked(const List& list) const {
    const auto parts = static_cast<Xapian::docid>(list.packed.size());
    std::vector<Xapian::docid> records;
    records.reserve(list.frequency);
    for (Xapian::docid part = 0; part < parts; ++part) {
        for (const Xapian::docid record : pair_records(list.packed[part])) {
            records.push_back((record - 1) * parts + part + 1);
        }
    }
    if (parts > 1) std::sort(records.begin(), records.end());
    return records;
}

Xapian::doccount Postings::frequency(const std::string& term) {
    return list(term).frequency;
}

const std::vector<Xapian::docid>& Postings::records(const std::string& term) {
    if (const List& known = list(term); known.read) return known.records;
    add(std::size_t{frequency(term)} * sizeof(Xapian::docid));
    List& wanted = list(term);
    if (is_pair_key(term)) {
        wanted.records = unpacked(wanted);
        wanted.packed = {};
    } else {
        wanted.records.reserve(wanted.frequency);
        const auto end = database_.postlist_end(term);
        for (auto at = database_.postlist_begin(term); at != end; ++at) {
            wanted.records.push_back(*at);
        }
    }
    wanted.read = true;
    return wanted.records;
}

}  // namespace tracuu::indexer
