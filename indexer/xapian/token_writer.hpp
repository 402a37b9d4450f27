#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/xapian/token_file.hpp"
#include "support/output_file.hpp"

namespace tracuu::indexer {

/// Counts the documents that have a token of each form (form_bits).
class FormCounter {
  public:
    void add(const TokenStream& document);
    void add(const FormCounter& other);
    /// Ascending by form.
    [[nodiscard]] std::vector<TokenFile::FormCount> counts() const;

  private:
    struct Slot {
        std::uint32_t form = 0;
        std::uint32_t documents = 0;  ///< 0 when the slot is free
        std::uint32_t last = 0;       ///< number of the document that was counted last
    };
    Slot& slot_of(std::uint32_t form);
    void grow();

    std::vector<Slot> slots_ = std::vector<Slot>(kFirstSlots);  ///< hash table
    std::size_t used_ = 0;
    std::uint32_t documents_ = 0;
    static constexpr std::size_t kFirstSlots = 4096;  // a power of two, like every size
};

/// What one thread counts in documents of a shard.
struct TokenCounts {
    FormCounter forms;
    WordCounter words;
};

/// The streams of a run of documents of a shard: their tokens in a file of their own until all
/// parts are joined, everything else in memory.
class TokenPart {
  public:
    /// Errors: cannot_write, here and below.
    explicit TokenPart(std::filesystem::path path);

    /// By ascending record number, which counts within the part.
    void add(Xapian::docid record, std::string_view id, const TokenStream& stream);
    /// After the last document.
    void close() { output_.close(); }

  private:
    friend class TokenJoin;
    std::filesystem::path path_;
    support::OutputFile output_;
    std::vector<TokenFile::Entry> entries_;
    std::string ids_;
    std::uint64_t tokens_ = 0;
};

/// Makes the files of a shard, streams and words, of its parts.
class TokenJoin {
  public:
    /// The next part, which is closed; its record n is record `records_before` + n of the shard.
    /// It must live until `write` has ended.
    void add(TokenPart& part, Xapian::docid records_before);
    void add(TokenCounts&& counts);
    /// Writes the streams to `to` and the words beside them, and removes the files of the parts.
    void write(const std::filesystem::path& to);

  private:
    void write_streams(const std::filesystem::path& to) const;

    std::vector<TokenPart*> parts_;
    std::uint64_t documents_ = 0;
    std::uint64_t tokens_ = 0;
    std::uint64_t id_bytes_ = 0;
    FormCounter forms_;
    WordCounter words_;
};

}  // namespace tracuu::indexer
