#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tracuu::corpus {

/// Lines of a file of any size in bounded memory: one buffer and the longest line allowed.
class LineStream {
  public:
    enum class Next { line, too_long, end };

    /// Errors: unreadable_input when `file` cannot be opened or is no regular file; too_large
    /// when it is longer than `file_limit` bytes.
    LineStream(const std::filesystem::path& file, std::uint64_t file_limit,
               std::uint64_t line_limit);
    LineStream(const LineStream&) = delete;
    LineStream& operator=(const LineStream&) = delete;
    ~LineStream();

    /// Puts the next line, without its end, into `line`. A line longer than the limit is passed
    /// over whole: `too_long`, and `line` is empty. Errors: unreadable_input.
    [[nodiscard]] Next next(std::string& line);
    /// Number of the line given last, from 1.
    [[nodiscard]] std::uint64_t number() const noexcept { return number_; }

  private:
    bool fill();

    std::string name_;
    std::uint64_t line_limit_;
    int file_ = -1;
    std::uint64_t number_ = 0;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

}  // namespace tracuu::corpus
