#pragma once

#include <chrono>
#include <cstdint>

namespace tracuu::cli {

/// How far long work has come.
struct Done {
    std::uint64_t files = 0;
    std::uint64_t files_total = 0;
    std::uint64_t bytes = 0;
    std::uint64_t bytes_total = 0;
};

/// Shows progress on standard error: on a terminal one line that is rewritten a few times a
/// second, otherwise one line a minute. Not thread-safe.
class Progress {
  public:
    explicit Progress(bool quiet);
    /// Clears the line on a terminal.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(const Done& done);

  private:
    using Clock = std::chrono::steady_clock;
    bool quiet_;
    bool terminal_;
    bool shown_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point next_;
};

}  // namespace tracuu::cli
