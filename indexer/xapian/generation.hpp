#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/xapian/manifest.hpp"

namespace tracuu::indexer {

/// Holds `DIR/LOCK` while it lives; the kernel lets go of it when the process ends, however it
/// ends. Errors: index_locked, cannot_write.
class WriterLock {
  public:
    explicit WriterLock(const std::filesystem::path& directory);
    ~WriterLock();
    WriterLock(const WriterLock&) = delete;
    WriterLock& operator=(const WriterLock&) = delete;

  private:
    int descriptor_ = -1;
};

/// The directory of a generation that is being made: created empty, removed again unless it was
/// published. Errors: cannot_write.
class NewGeneration {
  public:
    NewGeneration(std::filesystem::path directory, std::uint64_t number);
    ~NewGeneration();
    NewGeneration(const NewGeneration&) = delete;
    NewGeneration& operator=(const NewGeneration&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    [[nodiscard]] std::uint64_t number() const noexcept { return number_; }
    /// Syncs the files, then renames CURRENT: from here on readers see this generation.
    void publish(const Manifest& manifest);

  private:
    std::filesystem::path directory_;
    std::filesystem::path path_;
    std::uint64_t number_;
    bool published_ = false;
};

/// Removes all generations but `current` and the one before it (readers may still have that open)
/// and what aborted runs have left.
void remove_old_generations(const std::filesystem::path& directory,
                            const std::optional<std::uint64_t>& current);

/// Name of the stub database, in the directory of the index, of one of several shards.
[[nodiscard]] std::string shard_stub(std::uint32_t shard);

/// The number of the generation to make after those that are there.
[[nodiscard]] std::uint64_t next_generation(const std::filesystem::path& directory);

/// Bytes of the files under `path`.
[[nodiscard]] std::uint64_t bytes_under(const std::filesystem::path& path);

}  // namespace tracuu::indexer
