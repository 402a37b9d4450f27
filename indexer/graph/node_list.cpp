#include "indexer/graph/node_list.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <string>

#include "analyzers/letter.hpp"
#include "indexer/page_of.hpp"

namespace tracuu::indexer {
namespace {

/// Types and places whose slugs are made for one list (milliseconds); a corpus has some hundreds.
constexpr std::uint32_t kMostStrings = 10'000;

/// Which of the graph's strings a filter wants, by their slugs as its terms are.
class Choice {
  public:
    Choice(const GraphFile& graph, const std::vector<std::string>& values) {
        if (values.empty()) return;
        std::set<std::string, std::less<>> slugs;
        for (const std::string& value : values) slugs.insert(analyzers::slug(value));
        slugs.erase("");  // what has no slug has no term
        wanted_.resize(graph.strings());
        for (std::uint32_t i = 0; i < graph.strings(); ++i) {
            wanted_[i] = slugs.contains(analyzers::slug(graph.string(i)));
        }
    }
    [[nodiscard]] bool holds(std::uint32_t string) const {
        return wanted_.empty() || (string < wanted_.size() && wanted_[string]);
    }

  private:
    std::vector<bool> wanted_;  ///< empty: all
};

class FactFilter {
  public:
    FactFilter(const GraphFile& graph, const DocumentFilter& filter)
        : types_(graph, filter.types),
          places_(graph, filter.jurisdictions),
          years_(filter.years),
          // A document without a date (0) passes only when nothing is said of dates.
          from_(filter.from ? date_number(*filter.from) : (filter.to ? 1 : 0)),
          to_(filter.to ? date_number(*filter.to) : GraphFile::kPresent) {}

    [[nodiscard]] bool passes(const GraphFile::Fact& fact) const {
        if ((fact.date & GraphFile::kPresent) == 0) return false;
        const std::uint32_t date = fact.date & ~GraphFile::kPresent;
        return date >= from_ && date <= to_ && has_year(date) && types_.holds(fact.type) &&
               places_.holds(fact.place);
    }

  private:
    [[nodiscard]] static std::uint32_t date_number(Date date) { return date.number(); }
    [[nodiscard]] bool has_year(std::uint32_t date) const {
        if (years_.empty()) return true;
        const auto year = static_cast<int>(date / 10000);
        return date != 0 && std::find(years_.begin(), years_.end(), year) != years_.end();
    }
    Choice types_;
    Choice places_;
    const std::vector<int>& years_;
    std::uint32_t from_;  ///< YYYYMMDD
    std::uint32_t to_;    ///< the same
};

/// Ascends in the order of the list; nodes are in the order of their ids.
struct Key {
    std::uint32_t less_authority;
    std::uint32_t older;
    Node node;
    friend auto operator<=>(const Key&, const Key&) = default;
};

Key key_of(const GraphFile::Fact& fact, Node node, DocumentOrder order) {
    // Bits of floats that are not negative order as the floats do.
    const auto authority = std::bit_cast<std::uint32_t>(fact.authority);
    const std::uint32_t date = fact.date & ~GraphFile::kPresent;
    return {order == DocumentOrder::authority ? ~authority : 0, ~date, node};
}

}  // namespace

bool lists_nodes(const GraphFile& graph, const DocumentFilter& filter) {
    const bool chooses = !filter.types.empty() || !filter.jurisdictions.empty();
    if (chooses && graph.strings() > kMostStrings) return false;
    return filter.issuers.empty() && filter.cites.empty() && filter.implements.empty() &&
           filter.bodies.empty();
}

NodeList list_nodes(const GraphFile& graph, const DocumentFilter& filter, DocumentOrder order,
                    std::uint32_t offset, std::uint32_t limit) {
    const FactFilter passing(graph, filter);
    NodeList list;
    PageOf<Key> page(offset, limit);
    const auto facts = graph.all_facts();
    for (Node node = 0; node < facts.size(); ++node) {
        if (!passing.passes(facts[node])) continue;
        ++list.total;
        page.add(key_of(facts[node], node, order));
    }
    for (const Key& key : page.take()) list.nodes.push_back(key.node);
    return list;
}

}  // namespace tracuu::indexer
