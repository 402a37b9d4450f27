#pragma once

#include <xapian.h>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/record.hpp"

namespace tracuu::indexer {

/// For each two folded words that stand next to each other in documents of a database, a list of
/// these documents, in its metadata. Terms would tell the same, but Xapian inverts terms through
/// sorted trees, and half of all postings are of pairs: they took a third of the time of indexing.

/// The key of a pair's list, "a b" being the pair. No term begins like it.
[[nodiscard]] std::string pair_key(std::string_view pair);
[[nodiscard]] bool is_pair_key(std::string_view key) noexcept;

/// A list, as RecordWriter has lists: the number of records, then the steps from each to the next,
/// the first from 0.
class PairList {
  public:
    /// `record` is larger than the one before, or the same, which changes nothing.
    void add(Xapian::docid record);
    [[nodiscard]] std::string bytes() const;

  private:
    RecordWriter steps_;
    Xapian::docid last_ = 0;
    Xapian::docid count_ = 0;
};

/// How many records a list has. Errors, here and below: index_corrupt.
[[nodiscard]] Xapian::docid pair_count(std::string_view bytes);
/// Its records, ascending.
[[nodiscard]] std::vector<Xapian::docid> pair_records(std::string_view bytes);

/// The lists of a part of a database, in the making.
class PairLists {
  public:
    /// Records ascend.
    void add(std::string_view first, std::string_view second, Xapian::docid record);
    /// `put` gets key and list, by ascending key.
    void finish(const std::function<void(const std::string&, const std::string&)>& put);

  private:
    std::unordered_map<std::string, PairList> lists_;
    std::string key_;
};

/// Joins the lists of one pair where Xapian puts databases together.
class PairJoin : public Xapian::Compactor {
  public:
    std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                           const std::string lists[]) override;
};

}  // namespace tracuu::indexer
