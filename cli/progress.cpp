#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "cli/output.hpp"

namespace tracuu::cli {
namespace {

constexpr std::chrono::milliseconds kTerminalStep{200};
constexpr std::chrono::minutes kLogStep{1};

std::string line(const Done& done, double seconds) {
    const auto bytes = static_cast<double>(done.bytes);
    const double speed = seconds > 0 ? bytes / seconds : 0;
    std::string text = grouped(done.files) + "/" + grouped(done.files_total) + " tệp, " +
                       decimal(speed / 1e6, 1) + " MB/s";
    if (speed > 0 && done.bytes_total >= done.bytes) {
        const double left = static_cast<double>(done.bytes_total - done.bytes) / speed;
        text += ", còn " + decimal(left, 0) + " giây";
    }
    return text;
}

}  // namespace

Progress::Progress(bool quiet) : quiet_(quiet), terminal_(isatty(STDERR_FILENO) == 1) {
    next_ = terminal_ ? start_ : start_ + kLogStep;
}

Progress::~Progress() {
    if (shown_ && terminal_) std::fputs("\r\033[K", stderr);
}

void Progress::show(const Done& done) {
    const Clock::time_point now = Clock::now();
    if (quiet_ || now < next_) return;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const std::string text = line(done, seconds);
    std::fputs(terminal_ ? ("\r\033[K" + text).c_str() : (text + "\n").c_str(), stderr);
    next_ = now + (terminal_ ? Clock::duration(kTerminalStep) : Clock::duration(kLogStep));
    shown_ = true;
}

}  // namespace tracuu::cli
