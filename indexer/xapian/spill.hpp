#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "indexer/records/stored_document.hpp"

namespace tracuu::indexer {

/// Where a document waits on disk between reading and writing.
struct SpillPlace {
    std::uint32_t file = 0;  ///< number of the spill file
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
};

/// A file that one thread fills and that any thread reads back afterwards. It has no name on
/// disk: its space is free again when the process ends, however it ends.
class SpillFile {
  public:
    /// A temporary file in `directory`. Errors: cannot_write.
    explicit SpillFile(const std::filesystem::path& directory);
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    /// Appends `bytes`; gives where they begin. Errors: cannot_write.
    std::uint64_t append(std::string_view bytes);
    /// Errors: unreadable_input.
    [[nodiscard]] std::string read(std::uint64_t offset, std::uint64_t size) const;

  private:
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    std::string path_;
};

/// A document with its text and tasks as spilled.
[[nodiscard]] std::string encode_spilled(const StoredDocument& document, std::string_view text);
struct Spilled {
    StoredDocument document;
    std::string text;
};
[[nodiscard]] Spilled decode_spilled(std::string_view bytes);

}  // namespace tracuu::indexer
