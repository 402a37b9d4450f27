#pragma once

#include <xapian.h>
#include <string>
#include <unordered_map>
#include <vector>

namespace tracuu::indexer {

/// The posting lists of an open index. Questions share many words, and what was read of their
/// lists is kept for the next one, within limits. For one thread; throws Xapian's exceptions.
class Postings {
  public:
    /// `kept`: bytes to keep, about.
    explicit Postings(const Xapian::Database& database, std::size_t kept = kKept)
        : database_(database), kept_(kept) {}

    [[nodiscard]] const Xapian::Database& database() const noexcept { return database_; }
    /// The next of the databases that make up the whole; its lists of pairs are read.
    void add_part(const Xapian::Database& part) { parts_.push_back(part); }
    /// How many records have a term or, by its pair_key, a pair.
    [[nodiscard]] Xapian::doccount frequency(const std::string& term);
    /// The records that have it, ascending; valid until the next call of this object.
    [[nodiscard]] const std::vector<Xapian::docid>& records(const std::string& term);

    static constexpr std::size_t kKept = std::size_t{16} << 20U;  ///< bytes

  private:
    struct List {
        Xapian::doccount frequency = 0;
        bool read = false;
        std::vector<std::string> packed;  ///< lists of a pair of each part, not yet read
        std::vector<Xapian::docid> records;
    };
    using Lists = std::unordered_map<std::string, List>;

    List& list(const std::string& term);
    [[nodiscard]] List pair(const std::string& key) const;
    [[nodiscard]] std::vector<Xapian::docid> unpacked(const List& list) const;
    void add(std::size_t bytes);

    const Xapian::Database& database_;
    std::vector<Xapian::Database> parts_;
    std::size_t kept_;
    // What was used lately; when it is half of what may be kept, the older half is forgotten.
    Lists recent_;
    Lists older_;
    std::size_t recent_bytes_ = 0;
};

}  // namespace tracuu::indexer
