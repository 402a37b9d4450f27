#include "corpus/readers/line_stream.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "support/error.hpp"

namespace tracuu::corpus {
namespace {

constexpr std::size_t kBuffer = std::size_t{256} << 10U;

using support::Error;
using support::ErrorCode;

void check(int file, std::uint64_t limit, const std::string& name) {
    struct stat status {};
    if (::fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        throw Error(ErrorCode::unreadable_input, "not a regular file", name);
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size > limit) {
        throw Error(ErrorCode::too_large,
                    std::to_string(size) + " bytes, limit " + std::to_string(limit), name);
    }
}

}  // namespace

LineStream::LineStream(const std::filesystem::path& file, std::uint64_t file_limit,
                       std::uint64_t line_limit)
    : name_(file.string()), line_limit_(line_limit), buffer_(kBuffer) {
    // O_NONBLOCK: opening a named pipe must not wait for its writer.
    file_ = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file_ < 0) throw Error(ErrorCode::unreadable_input, std::strerror(errno), name_);
    try {
        check(file_, file_limit, name_);
    } catch (const Error&) {
        ::close(file_);
        throw;
    }
}

LineStream::~LineStream() {
    ::close(file_);
}

bool LineStream::fill() {
    ssize_t got = 0;
    do {
        got = ::read(file_, buffer_.data(), buffer_.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) throw Error(ErrorCode::unreadable_input, std::strerror(errno), name_);
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
    return end_ > 0;
}

LineStream::Next LineStream::next(std::string& line) {
    line.clear();
    bool any = false;
    bool too_long = false;
    for (;;) {
        if (begin_ == end_ && !fill()) break;
        any = true;
        const char* from = buffer_.data() + begin_;
        const auto* stop = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
        const std::size_t length = stop ? static_cast<std::size_t>(stop - from) : end_ - begin_;
        too_long = too_long || line.size() + length > line_limit_;
        if (!too_long) line.append(from, length);
        begin_ += length + (stop ? 1U : 0U);
        if (stop) break;
    }
    if (!any) return Next::end;
    ++number_;
    if (too_long) line.clear();
    return too_long ? Next::too_long : Next::line;
}

}  // namespace tracuu::corpus
