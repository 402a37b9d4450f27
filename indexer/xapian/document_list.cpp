#include "indexer/xapian/document_list.hpp"

#include <algorithm>

#include "indexer/schema.hpp"
#include "indexer/xapian/query_builder.hpp"

namespace tracuu::indexer {
namespace {

/// Puts the records with most authority first; those with equal authority keep their order. Only
/// the first `wanted` are in their place afterwards.
void order_by_authority(const Reader& reader, std::vector<Xapian::docid>& records,
                        std::size_t wanted) {
    struct Ranked {
        float authority;
        std::uint32_t place;
        Xapian::docid record;
    };
    std::vector<Ranked> ranked;
    ranked.reserve(records.size());
    for (const Xapian::docid record : records) {
        const auto place = static_cast<std::uint32_t>(ranked.size());
        ranked.push_back({reader.authority(record), place, record});
    }
    const auto end = ranked.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, ranked.size()));
    std::partial_sort(ranked.begin(), end, ranked.end(), [](const Ranked& a, const Ranked& b) {
        return a.authority != b.authority ? a.authority > b.authority : a.place < b.place;
    });
    std::transform(ranked.begin(), ranked.end(), records.begin(),
                   [](const Ranked& one) { return one.record; });
}

}  // namespace

std::pair<std::vector<DocumentMeta>, std::uint64_t> list_documents(const Reader& reader,
                                                                   const DocumentFilter& filter,
                                                                   DocumentOrder order,
                                                                   std::uint32_t offset,
                                                                   std::uint32_t limit) {
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(filter_query(filter));
    enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::newest), false);
    const Xapian::doccount all = reader.database().get_doccount();
    const bool newest = order == DocumentOrder::newest || !reader.graph();
    // Authority is no value of the records, so all of them are looked at.
    const Xapian::MSet found = newest ? enquire.get_mset(offset, std::min(limit, all), all)
                                      : enquire.get_mset(0, all, all);
    std::vector<Xapian::docid> records;
    for (auto at = found.begin(); at != found.end(); ++at) records.push_back(*at);
    if (!newest) {
        const std::size_t end = std::min<std::size_t>(std::size_t{offset} + limit, records.size());
        order_by_authority(reader, records, end);
        records.resize(end);
        records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(
                                                             std::min<std::size_t>(offset, end)));
    }
    std::vector<DocumentMeta> list;
    list.reserve(records.size());
    for (const Xapian::docid record : records) list.push_back(decode_meta(reader.data(record)));
    return {std::move(list), std::uint64_t{found.get_matches_estimated()}};
}

}  // namespace tracuu::indexer
