#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/resolve/place.hpp"
#include "indexer/resolver.hpp"

namespace tracuu::indexer {

using NodeIndex = std::uint32_t;

/// How often something was said; the most frequent wins, ties go to the smallest.
template <typename T>
class Votes {
  public:
    void add(const T& value) { ++counts_[value]; }
    [[nodiscard]] std::optional<T> winner() const {
        std::optional<T> best;
        std::uint32_t most = 0;
        for (const auto& [value, count] : counts_) {
            if (count > most) {
                best = value;
                most = count;
            }
        }
        return best;
    }

  private:
    std::map<T, std::uint32_t> counts_;
};

/// What the citing texts say of an absent document.
struct AbsentVotes {
    Votes<std::string> type, issuer, title;
    Votes<Date> date;
};

/// A document of the graph while it is being resolved.
struct ResolverNode {
    DocumentMeta meta;
    IssuerPlace place;  ///< of local numbers only
    NumberTraits traits;
    NodeIndex group = 0;  ///< the first of the nodes that are the same document
    AbsentVotes votes;
};

/// All documents, present ones first (same order as the input), by number.
class NodeTable {
  public:
    explicit NodeTable(const std::vector<ResolvableDocument>& documents);

    /// The absent document with this identity; made when new. A number that holds its year is one
    /// document whatever date is said.
    NodeIndex absent(const std::string& number, const IssuerPlace& place,
                     const std::optional<Date>& date);
    /// All nodes with this number, one of each group, in the order of making.
    [[nodiscard]] const std::vector<NodeIndex>& with_number(const std::string& number) const;
    [[nodiscard]] ResolverNode& operator[](NodeIndex index) { return nodes_[index]; }
    [[nodiscard]] const ResolverNode& operator[](NodeIndex index) const { return nodes_[index]; }
    [[nodiscard]] NodeIndex size() const noexcept { return static_cast<NodeIndex>(nodes_.size()); }
    [[nodiscard]] NodeIndex present() const noexcept { return present_; }
    [[nodiscard]] NumberTable& numbers() noexcept { return numbers_; }
    [[nodiscard]] IssuerPlaces& places() noexcept { return places_; }

    /// Meta of absent nodes from the votes, then the ids of all nodes.
    void name_absent();

  private:
    void name_present(const std::vector<ResolvableDocument>& documents);
    void group_present();

    std::vector<ResolverNode> nodes_;
    NodeIndex present_ = 0;
    std::unordered_map<std::string, std::vector<NodeIndex>> by_number_;
    std::unordered_map<std::string, NodeIndex> absent_;
    NumberTable numbers_;
    IssuerPlaces places_;
};

}  // namespace tracuu::indexer
