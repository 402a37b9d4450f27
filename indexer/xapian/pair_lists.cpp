#include "indexer/xapian/pair_lists.hpp"

#include <algorithm>
#include <limits>

#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::string_view kPrefix = "pair:";
// Before a key of metadata in Xapian's table; 1.4 leaves it there for a Compactor.
constexpr std::string_view kTableKey("\0\xC0", 2);

void put_number(std::string& bytes, std::uint32_t number) {
    for (; number >= 0x80U; number >>= 7U) {
        bytes.push_back(static_cast<char>((number & 0x7FU) | 0x80U));
    }
    bytes.push_back(static_cast<char>(number));
}

[[noreturn]] void damaged() {
    throw support::Error(support::ErrorCode::index_corrupt, "the list of a pair is damaged",
                         "index");
}

// Takes a number from the front.
std::uint32_t take_number(std::string_view& bytes) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        number |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte >= 0x80U) continue;
        if (number > std::numeric_limits<std::uint32_t>::max()) break;
        return static_cast<std::uint32_t>(number);
    }
    damaged();
}

}  // namespace

std::string pair_key(std::string_view pair) {
    return std::string(kPrefix).append(pair);
}

bool is_pair_key(std::string_view key) noexcept {
    return key.starts_with(kPrefix);
}

void PairList::add(Xapian::docid record) {
    if (record == last_) return;
    put_number(steps_, record - last_);
    last_ = record;
    ++count_;
}

std::string PairList::bytes() const {
    std::string bytes;
    put_number(bytes, count_);
    return bytes + steps_;
}

Xapian::docid pair_count(std::string_view bytes) {
    return bytes.empty() ? 0 : take_number(bytes);
}

void visit_pair_list(std::string_view bytes, const std::function<void(Xapian::docid)>& visit) {
    if (bytes.empty()) return;
    const std::uint32_t count = take_number(bytes);
    std::uint64_t record = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t step = take_number(bytes);
        record += step;
        if (step == 0 || record > std::numeric_limits<Xapian::docid>::max()) damaged();
        visit(static_cast<Xapian::docid>(record));
    }
    if (!bytes.empty()) damaged();
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
    std::vector<std::pair<Xapian::docid, std::string_view>> order;
    for (std::size_t i = 0; i < count; ++i) {
        std::string_view steps = lists[i];
        take_number(steps);
        order.emplace_back(take_number(steps), lists[i]);
    }
    std::sort(order.begin(), order.end());
    PairList joined;
    for (const auto& [first, list] : order) {
        visit_pair_list(list, [&](Xapian::docid record) { joined.add(record); });
    }
    return joined.bytes();
}

}  // namespace tracuu::indexer
