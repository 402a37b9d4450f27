#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <set>
#include <system_error>
#include <utility>

#include "corpus/reader.hpp"
#include "support/utf8.hpp"

namespace tracuu::corpus {
namespace {

namespace fs = std::filesystem;

// Identity on disk: what tells that a link leads to something met before.
using FileId = std::pair<dev_t, ino_t>;

std::int64_t nanoseconds(const struct timespec& time) noexcept {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

bool is_control(unsigned char byte) noexcept {
    return byte < 0x20U || byte == 0x7FU;
}

// Names go into JSON and onto terminals.
bool is_printable(const std::string& name) noexcept {
    return !support::find_invalid_utf8(name) && std::none_of(name.begin(), name.end(), [](char c) {
        return is_control(static_cast<unsigned char>(c));
    });
}

// `name` with every byte that is not printable ASCII as \xNN.
std::string escaped(const std::string& name) {
    constexpr const char* kHex = "0123456789ABCDEF";
    std::string result;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20U && byte < 0x7FU) {
            result += c;
            continue;
        }
        result += "\\x";
        result += kHex[byte >> 4U];
        result += kHex[byte & 0xFU];
    }
    return result;
}

bool is_hidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

bool is_link(const fs::path& path) {
    std::error_code ignored;
    return fs::is_symlink(fs::symlink_status(path, ignored));
}

class Walker {
  public:
    // A path of the command line: what cannot be taken there is always a rejection.
    void start(const fs::path& path) { visit(path, true); }

    // Links wait until everything else is done, so that a file has its path without links when
    // there is one, and is read once.
    void run() {
        while (!folders_.empty() || !links_.empty()) {
            const bool link = folders_.empty();
            auto& pending = link ? links_ : folders_;
            const fs::path next = std::move(pending.back());
            pending.pop_back();
            link ? follow(next) : enter(next);
        }
    }

    Walk finish() {
        std::sort(walk_.files.begin(), walk_.files.end(), path_order);
        const auto same = [](const SourceFile& a, const SourceFile& b) { return a.path == b.path; };
        const auto last = std::unique(walk_.files.begin(), walk_.files.end(), same);
        walk_.files.erase(last, walk_.files.end());
        std::sort(walk_.rejections.begin(), walk_.rejections.end(),
                  [](const Rejection& a, const Rejection& b) { return a.source < b.source; });
        return std::move(walk_);
    }

  private:
    static bool path_order(const SourceFile& a, const SourceFile& b) noexcept {
        return a.path.native() < b.path.native();
    }

    void reject(const fs::path& path, std::string reason) {
        const std::string& name = path.native();
        walk_.rejections.push_back({is_printable(name) ? name : escaped(name), std::move(reason)});
    }

    void visit(const fs::path& path, bool named) {
        struct stat status {};
        if (::stat(path.c_str(), &status) != 0) return reject(path, std::strerror(errno));
        const bool folder = S_ISDIR(status.st_mode);
        if (!folder && reader_for(path) == nullptr) {
            if (named) return reject(path, "not a kind of file that we read");
            ++walk_.skipped;
            return;
        }
        if (!folder && !S_ISREG(status.st_mode)) return reject(path, "not a regular file");
        if (!is_printable(path.native())) return reject(path, "the name is not readable UTF-8");
        if (is_link(path)) return links_.push_back(path);
        if (folder) return folders_.push_back(path);
        seen_.insert(id(status));
        add(path, status);
    }

    void follow(const fs::path& link) {
        struct stat status {};
        if (::stat(link.c_str(), &status) != 0) return reject(link, std::strerror(errno));
        if (S_ISDIR(status.st_mode)) return enter(link);
        if (seen_.insert(id(status)).second) add(link, status);
    }

    void enter(const fs::path& folder) {
        struct stat status {};
        if (::stat(folder.c_str(), &status) != 0) return reject(folder, std::strerror(errno));
        if (!seen_.insert(id(status)).second) return;
        std::vector<fs::path> entries;
        std::error_code error;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (!is_hidden(entry->path())) entries.push_back(entry->path());
        }
        if (error) reject(folder, error.message());
        std::sort(entries.begin(), entries.end());
        for (const fs::path& entry : entries) visit(entry, false);
    }

    static FileId id(const struct stat& status) noexcept { return {status.st_dev, status.st_ino}; }

    void add(const fs::path& path, const struct stat& status) {
        walk_.files.push_back(
            {path.lexically_normal(),
             {static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim)}});
    }

    Walk walk_;
    std::vector<fs::path> folders_;
    std::vector<fs::path> links_;
    std::set<FileId> seen_;
};

}  // namespace

Walk walk(const std::vector<fs::path>& paths) {
    Walker walker;
    for (const fs::path& path : paths) walker.start(path.lexically_normal());
    walker.run();
    return walker.finish();
}

}  // namespace tracuu::corpus
