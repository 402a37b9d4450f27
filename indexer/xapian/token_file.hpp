#pragma once

#include <xapian.h>
#include <filesystem>
#include <optional>
#include <vector>

#include "indexer/rank/token_stream.hpp"
#include "indexer/words/word_table.hpp"
#include "support/mapped_file.hpp"

namespace tracuu::indexer {

/// The token streams of the documents of one shard, in a file beside it: what the second stage of
/// a search reads instead of the texts. It repeats what the texts say, so a source without it (a
/// remote one) is searched by its texts.
///
/// Layout, in the byte order of the machine: Head; an Entry for each document, by record number;
/// the tokens; how many documents have each form; the ids of the documents.
class TokenFile {
  public:
    /// Errors: index_corrupt when the file is none of ours, unreadable_input.
    explicit TokenFile(const std::filesystem::path& path);

    /// nullopt when the file has no such document.
    [[nodiscard]] std::optional<TokenStream> stream(Xapian::docid record) const;
    /// Id of the document; empty when the file has no such document.
    [[nodiscard]] std::string_view id(Xapian::docid record) const;
    /// How many documents have a token of this form.
    [[nodiscard]] std::uint32_t having(std::uint32_t form) const;
    [[nodiscard]] std::size_t documents() const noexcept { return entries_.size(); }
    [[nodiscard]] std::uint64_t tokens() const noexcept { return tokens_.size(); }

    static constexpr std::uint64_t kMagic = 0x31304D4B54435254;  ///< also tells the byte order
    struct Head {
        std::uint64_t magic;
        std::uint64_t documents;
        std::uint64_t tokens;
        std::uint64_t forms;
        std::uint64_t id_bytes;
    };
    struct FormCount {
        std::uint32_t form;  ///< form_bits of a token; ascending
        std::uint32_t documents;
    };
    struct Entry {
        std::uint64_t begin;  ///< of its tokens
        std::uint32_t record;
        std::uint32_t size;
        std::uint32_t title_end;
        std::uint32_t text_begin;
        std::uint32_t id_begin;  ///< in the ids, below 4 GiB
        std::uint32_t id_size;
    };

  private:
    [[nodiscard]] const Entry* find(Xapian::docid record) const;
    support::MappedFile file_;
    std::span<const Entry> entries_;
    std::span<const StreamToken> tokens_;
    std::span<const FormCount> forms_;
    std::string_view ids_;
};

/// The words of the documents of one shard, in a file beside its streams.
class WordFile {
  public:
    /// Errors: index_corrupt when the file is none of ours, unreadable_input.
    explicit WordFile(const std::filesystem::path& path);
    [[nodiscard]] const WordTable& table() const noexcept { return *table_; }

  private:
    support::MappedFile file_;
    std::optional<WordTable> table_;
};

/// Where the streams of a shard stand.
[[nodiscard]] std::filesystem::path token_path(const std::filesystem::path& generation,
                                               std::uint32_t shard);

/// Where the words of the shard stand whose streams stand at `tokens`.
[[nodiscard]] std::filesystem::path word_path(const std::filesystem::path& tokens);

}  // namespace tracuu::indexer
