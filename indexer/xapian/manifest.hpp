#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index.hpp"

namespace tracuu::indexer {

/// What one published state of an index says of itself. It stands in `DIR/CURRENT` and, for
/// servers that hold no such file, in the Xapian metadata of every shard.
struct Manifest {
    std::uint32_t format = 0;
    std::vector<std::string> features;
    std::string analyzer;
    std::uint64_t generation = 0;
    std::uint32_t shards = 1;
    IndexStats stats;  ///< of the whole generation; `snapshot` and `built_at` too
};

/// `key value` lines. `parse_manifest`: nullopt when it is no manifest at all.
[[nodiscard]] std::string to_text(const Manifest& manifest);
[[nodiscard]] std::optional<Manifest> parse_manifest(std::string_view text);

/// Errors: index_incompatible when the format, a feature or the analyser is not ours.
void check_compatible(const Manifest& manifest, const std::string& where);

/// The manifest in `directory/CURRENT`. Errors: index_missing without that file, index_corrupt
/// when it is damaged.
[[nodiscard]] Manifest read_manifest(const std::filesystem::path& directory);

/// Places in an index directory.
[[nodiscard]] std::filesystem::path generation_path(const std::filesystem::path& directory,
                                                    std::uint64_t generation);
[[nodiscard]] std::filesystem::path shard_path(const std::filesystem::path& generation,
                                               std::uint32_t shard);

inline constexpr const char* kCurrentFile = "CURRENT";
/// A Xapian stub database, so that `xapian-tcpsrv DIR` serves the published generation.
inline constexpr const char* kStubFile = "XAPIANDB";
/// Key of the manifest in the metadata of a shard.
inline constexpr const char* kManifestKey = "tracuu";

}  // namespace tracuu::indexer
