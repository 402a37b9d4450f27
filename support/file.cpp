#include "support/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "support/error.hpp"

namespace tracuu::support {
namespace {

// Closes a POSIX file descriptor; -1 owns nothing.
class Descriptor {
  public:
    explicit Descriptor(int fd) noexcept : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const noexcept { return fd_; }

  private:
    int fd_;
};

[[noreturn]] void fail(ErrorCode code, const std::filesystem::path& path) {
    throw Error(code, std::strerror(errno), path.string());
}

std::uint64_t size_of_regular(int fd, const std::filesystem::path& path) {
    struct stat status {};
    if (::fstat(fd, &status) != 0) fail(ErrorCode::unreadable_input, path);
    if (!S_ISREG(status.st_mode)) {
        throw Error(ErrorCode::unreadable_input, "not a regular file", path.string());
    }
    return static_cast<std::uint64_t>(status.st_size);
}

void write_all(int fd, std::string_view content, const std::filesystem::path& path) {
    while (!content.empty()) {
        const ssize_t written = ::write(fd, content.data(), content.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(ErrorCode::cannot_write, path);
        content.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::uint64_t limit) {
    // O_NONBLOCK: opening a named pipe must not wait for its writer.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0) fail(ErrorCode::unreadable_input, path);
    const std::uint64_t size = size_of_regular(file.get(), path);
    if (size > limit) {
        throw Error(ErrorCode::too_large,
                    std::to_string(size) + " bytes, limit " + std::to_string(limit), path.string());
    }
    std::string content(size, '\0');
    std::size_t got = 0;
    while (got < content.size()) {
        const ssize_t n = ::read(file.get(), content.data() + got, content.size() - got);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(ErrorCode::unreadable_input, path);
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    content.resize(got);
    return content;
}

void write_file_atomically(const std::filesystem::path& path, std::string_view content) {
    std::filesystem::path temporary = path;
    temporary += ".tmp" + std::to_string(::getpid());
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (file.get() < 0) fail(ErrorCode::cannot_write, path);
        write_all(file.get(), content, path);
        if (::fsync(file.get()) != 0) fail(ErrorCode::cannot_write, path);
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0) fail(ErrorCode::cannot_write, path);
}

}  // namespace tracuu::support
