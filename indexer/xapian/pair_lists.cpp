#include "indexer/xapian/pair_lists.hpp"

#include <algorithm>
#include <limits>

#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::string_view kPrefix = "pair:";
constexpr std::string_view kKind = "list of a pair";  // for messages
// Before a key of metadata in Xapian's table; 1.4 leaves it there for a Compactor.
constexpr std::string_view kTableKey("\0\xC0", 2);

}  // namespace

std::string pair_key(std::string_view pair) {
    return std::string(kPrefix).append(pair);
}

bool is_pair_key(std::string_view key) noexcept {
    return key.starts_with(kPrefix);
}

void PairList::add(Xapian::docid record) {
    if (record == last_) return;
    steps_.number(record - last_);
    last_ = record;
    ++count_;
}

std::string PairList::bytes() const {
    RecordWriter list;
    list.number(count_);
    return list.take() + steps_.bytes();
}

Xapian::docid pair_count(std::string_view bytes) {
    return bytes.empty() ? 0 : RecordReader(kKind, bytes).number32();
}

std::vector<Xapian::docid> pair_records(std::string_view bytes) {
    if (bytes.empty()) return {};
    RecordReader list(kKind, bytes);
    std::uint64_t last = 0;
    auto records = list.list([&] {
        const std::uint32_t step = list.number32();
        last += step;
        if (step == 0 || last > std::numeric_limits<Xapian::docid>::max()) {
            throw support::Error(support::ErrorCode::index_corrupt, "records do not ascend",
                                 std::string(kKind));
        }
        return static_cast<Xapian::docid>(last);
    });
    list.expect_end();
    return records;
}

void PairLists::add(std::string_view first, std::string_view second, Xapian::docid record) {
    key_.assign(kPrefix).append(first).append(" ").append(second);
    lists_[key_].add(record);
}

void PairLists::finish(const std::function<void(const std::string&, const std::string&)>& put) {
    std::vector<const std::pair<const std::string, PairList>*> order;
    order.reserve(lists_.size());
    for (const auto& one : lists_) order.push_back(&one);
    std::sort(order.begin(), order.end(),
              [](const auto* a, const auto* b) { return a->first < b->first; });
    for (const auto* one : order) put(one->first, one->second.bytes());
    lists_.clear();
}

// The lists come in no particular order; no two of them have records between each other's.
std::string PairJoin::resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                                 const std::string lists[]) {
    std::string_view name = key;
    if (name.starts_with(kTableKey)) name.remove_prefix(kTableKey.size());
    if (!is_pair_key(name)) return lists[0];
    std::vector<std::vector<Xapian::docid>> order;
    for (std::size_t i = 0; i < count; ++i) order.push_back(pair_records(lists[i]));
    std::sort(order.begin(), order.end());
    PairList joined;
    for (const auto& records : order) {
        for (const Xapian::docid record : records) joined.add(record);
    }
    return joined.bytes();
}

}  // namespace tracuu::indexer
