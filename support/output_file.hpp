#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>

namespace tracuu::support {

/// A file that is written once, from its begin to its end. Errors of every step, `close` included:
/// cannot_write.
class OutputFile {
  public:
    explicit OutputFile(std::filesystem::path path);

    void put(const void* bytes, std::size_t size);
    /// The bytes of the elements of a contiguous list.
    template <typename List>
    void put(const List& list) {
        put(list.data(), list.size() * sizeof(*list.data()));
    }
    /// All bytes of another file.
    void append(const std::filesystem::path& part);
    /// Writes over the begin of the file: for a head that is known last.
    void put_head(const void* bytes, std::size_t size);
    void close();

  private:
    void check() const;
    std::filesystem::path path_;
    std::ofstream stream_;
};

}  // namespace tracuu::support
