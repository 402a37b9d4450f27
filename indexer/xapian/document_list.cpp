#include "indexer/xapian/document_list.hpp"

#include <algorithm>
#include <bit>
#include <optional>
#include <string>

#include "indexer/graph/node_list.hpp"
#include "indexer/schema.hpp"
#include "indexer/xapian/query_builder.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

/// Orders by authority, then as Slot::newest does. Xapian keeps the keys of no more documents than
/// are asked for.
class AuthorityKey final : public Xapian::KeyMaker {
  public:
    explicit AuthorityKey(const GraphFile& graph) : graph_(graph) {}
    std::string operator()(const Xapian::Document& document) const override {
        const std::string newest = document.get_value(static_cast<Xapian::valueno>(Slot::newest));
        const auto id = std::string_view(newest).substr(std::min(kDateDigits, newest.size()));
        const auto node = graph_.find(id);
        const float authority = node ? graph_.facts(*node).authority.value_or(0) : 0;
        // Bits of floats that are not negative order as the floats do; most comes first.
        const std::uint32_t less = ~std::bit_cast<std::uint32_t>(authority);
        std::string key;
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            key.push_back(static_cast<char>(less >> shift & 0xFFU));
        }
        return key + newest;
    }

  private:
    static constexpr std::size_t kDateDigits = 8;  ///< before the id, see newest_order
    const GraphFile& graph_;
};

using List = std::pair<std::vector<DocumentMeta>, std::uint64_t>;

/// From the graph's file, without looking at any record that is not on the page.
List list_from_graph(const Reader& reader, const NodeList& found) {
    List list{{}, found.total};
    list.first.reserve(found.nodes.size());
    for (const Node node : found.nodes) {
        const std::string_view id = reader.graph()->id(node);
        const auto data = reader.data_of(Kind::document, id);
        if (!data) {
            throw support::Error(support::ErrorCode::index_corrupt,
                                 "the graph and its records differ", std::string(id));
        }
        list.first.push_back(decode_meta(*data));
    }
    return list;
}

}  // namespace

std::pair<std::vector<DocumentMeta>, std::uint64_t> list_documents(const Reader& reader,
                                                                   const DocumentFilter& filter,
                                                                   DocumentOrder order,
                                                                   std::uint32_t offset,
                                                                   std::uint32_t limit) {
    if (reader.graph() && lists_nodes(*reader.graph(), filter)) {
        return list_from_graph(reader, list_nodes(*reader.graph(), filter, order, offset, limit));
    }
    Xapian::Enquire enquire(reader.database());
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(filter_query(filter));
    std::optional<AuthorityKey> key;  // outlives the answer
    if (order == DocumentOrder::authority && reader.graph()) {
        enquire.set_sort_by_key(&key.emplace(*reader.graph()), false);
    } else {
        enquire.set_sort_by_value(static_cast<Xapian::valueno>(Slot::newest), false);
    }
    const Xapian::doccount all = reader.database().get_doccount();
    // All are looked at, so that their number is exact.
    const Xapian::MSet found = enquire.get_mset(offset, std::min(limit, all), all);
    List list{{}, found.get_matches_estimated()};
    list.first.reserve(found.size());
    for (auto at = found.begin(); at != found.end(); ++at) {
        list.first.push_back(decode_meta(reader.data(*at)));
    }
    return list;
}

}  // namespace tracuu::indexer
