#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace tracuu::support {

/// The bytes of a regular file. Errors: unreadable_input; too_large beyond `limit` bytes.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::uint64_t limit);

/// Writes `content` to a temporary file beside `path`, syncs it and renames it over `path`:
/// a reader sees the old file or the new one, never a part. Errors: cannot_write.
void write_file_atomically(const std::filesystem::path& path, std::string_view content);

}  // namespace tracuu::support
