#include "support/output_file.hpp"

#include "support/error.hpp"

namespace tracuu::support {

OutputFile::OutputFile(std::filesystem::path path)
    : path_(std::move(path)), stream_(path_, std::ios::binary) {
    check();
}

void OutputFile::put(const void* bytes, std::size_t size) {
    stream_.write(static_cast<const char*>(bytes), static_cast<std::streamsize>(size));
}

void OutputFile::append(const std::filesystem::path& part) {
    std::ifstream in(part, std::ios::binary);
    if (in.peek() != std::ifstream::traits_type::eof()) stream_ << in.rdbuf();
    // An empty file leaves the bit of its end, a missing one that of failure.
    if (in.bad() || !in.is_open()) {
        throw Error(ErrorCode::cannot_write, "a part cannot be read", part.string());
    }
}

void OutputFile::put_head(const void* bytes, std::size_t size) {
    stream_.seekp(0);
    put(bytes, size);
}

void OutputFile::close() {
    stream_.close();
    check();
}

void OutputFile::check() const {
    if (!stream_) throw Error(ErrorCode::cannot_write, "the disk may be full", path_.string());
}

}  // namespace tracuu::support
