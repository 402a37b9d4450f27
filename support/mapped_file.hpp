#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace tracuu::support {

/// A file mapped into memory for reading; empty when made without one. The file must not be
/// shortened while it is mapped.
class MappedFile {
  public:
    MappedFile() = default;
    /// Errors: unreadable_input.
    explicit MappedFile(const std::filesystem::path& path);
    ~MappedFile();
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return bytes_; }

  private:
    std::span<const std::byte> bytes_;
};

}  // namespace tracuu::support
