#include "indexer/xapian/generation.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <set>
#include <vector>

#include "support/error.hpp"
#include "support/file.hpp"

namespace tracuu::indexer {
namespace {

namespace fs = std::filesystem;
using support::Error;
using support::ErrorCode;

constexpr std::string_view kPrefix = "gen-";

std::optional<std::uint64_t> generation_number(const fs::path& path) {
    const std::string name = path.filename().string();
    if (!name.starts_with(kPrefix)) return std::nullopt;
    std::uint64_t number = 0;
    const char* const begin = name.data() + kPrefix.size();
    const char* const end = name.data() + name.size();
    const auto result = std::from_chars(begin, end, number);
    if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
    return number;
}

// All generations that are there, ascending.
std::vector<std::uint64_t> list_generations(const fs::path& directory) {
    std::vector<std::uint64_t> numbers;
    std::error_code error;
    for (fs::directory_iterator at(directory, error), end; !error && at != end;
         at.increment(error)) {
        if (const auto number = generation_number(at->path())) numbers.push_back(*number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void sync(const fs::path& path, int flags) {
    const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
    if (descriptor < 0) throw Error(ErrorCode::cannot_write, std::strerror(errno), path.string());
    const int result = ::fsync(descriptor);
    ::close(descriptor);
    if (result != 0) throw Error(ErrorCode::cannot_write, std::strerror(errno), path.string());
}

void sync_tree(const fs::path& path) {
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
        if (entry.is_regular_file()) sync(entry.path(), O_RDONLY);
        if (entry.is_directory()) sync(entry.path(), O_RDONLY | O_DIRECTORY);
    }
    sync(path, O_RDONLY | O_DIRECTORY);
}

std::string stub_line(const Manifest& manifest, std::uint32_t shard) {
    return "auto gen-" + std::to_string(manifest.generation) + "/shard-" + std::to_string(shard) +
           "\n";
}

// Stub databases for Xapian's tools: one of all shards, and where there are several one of each,
// because a server has to serve each alone.
void write_stubs(const fs::path& directory, const Manifest& manifest) {
    std::string all;
    for (std::uint32_t shard = 0; shard < manifest.shards; ++shard) {
        all += stub_line(manifest, shard);
        if (manifest.shards == 1) break;
        support::write_file_atomically(directory / shard_stub(shard), stub_line(manifest, shard));
    }
    support::write_file_atomically(directory / kStubFile, all);
    std::uint32_t gone = manifest.shards == 1 ? 0 : manifest.shards;
    while (fs::remove(directory / shard_stub(gone))) ++gone;
}

}  // namespace

std::string shard_stub(std::uint32_t shard) {
    return "shard-" + std::to_string(shard);
}

WriterLock::WriterLock(const fs::path& directory) {
    const fs::path path = directory / "LOCK";
    descriptor_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw Error(ErrorCode::cannot_write, std::strerror(errno), path.string());
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
    const int reason = errno;
    ::close(descriptor_);
    if (reason == EWOULDBLOCK) {
        throw Error(ErrorCode::index_locked, "another indexer is at work", directory.string());
    }
    throw Error(ErrorCode::cannot_write, std::strerror(reason), path.string());
}

WriterLock::~WriterLock() {
    ::close(descriptor_);
}

NewGeneration::NewGeneration(fs::path directory, std::uint64_t number)
    : directory_(std::move(directory)),
      path_(generation_path(directory_, number)),
      number_(number) {
    std::error_code error;
    fs::remove_all(path_, error);
    fs::create_directories(path_, error);
    if (error) throw Error(ErrorCode::cannot_write, error.message(), path_.string());
}

NewGeneration::~NewGeneration() {
    std::error_code ignored;
    if (!published_) fs::remove_all(path_, ignored);
}

void NewGeneration::publish(const Manifest& manifest) {
    sync_tree(path_);
    support::write_file_atomically(directory_ / kCurrentFile, to_text(manifest));
    published_ = true;
    sync(directory_, O_RDONLY | O_DIRECTORY);
    write_stubs(directory_, manifest);
}

void remove_old_generations(const fs::path& directory,
                            const std::optional<std::uint64_t>& current) {
    std::optional<std::uint64_t> before;
    const auto numbers = list_generations(directory);
    for (const std::uint64_t number : numbers) {
        if (current && number < *current) before = number;
    }
    std::error_code ignored;
    for (const std::uint64_t number : numbers) {
        if (number == current || number == before) continue;
        fs::remove_all(generation_path(directory, number), ignored);
    }
}

std::uint64_t next_generation(const fs::path& directory) {
    const auto numbers = list_generations(directory);
    return numbers.empty() ? 1 : numbers.back() + 1;
}

std::uint64_t bytes_under(const fs::path& path) {
    std::uint64_t bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator at(path, error), end; !error && at != end;
         at.increment(error)) {
        if (at->is_regular_file(error)) bytes += at->file_size(error);
    }
    return bytes;
}

}  // namespace tracuu::indexer
