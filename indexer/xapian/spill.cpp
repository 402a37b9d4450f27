#include "indexer/xapian/spill.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "indexer/record.hpp"
#include "indexer/records/document_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

using support::Error;
using support::ErrorCode;

}  // namespace

SpillFile::SpillFile(const std::filesystem::path& directory)
    : path_((directory / "spill-XXXXXX").string()) {
    descriptor_ = ::mkostemp(path_.data(), O_CLOEXEC);
    if (descriptor_ < 0) throw Error(ErrorCode::cannot_write, std::strerror(errno), path_);
    ::unlink(path_.c_str());
}

SpillFile::~SpillFile() {
    ::close(descriptor_);
}

std::uint64_t SpillFile::append(std::string_view bytes) {
    const std::uint64_t begin = size_;
    while (!bytes.empty()) {
        const ssize_t written =
            ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(size_));
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw Error(ErrorCode::cannot_write, std::strerror(errno), path_);
        size_ += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return begin;
}

std::string SpillFile::read(std::uint64_t offset, std::uint64_t size) const {
    std::string bytes(size, '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
        const ssize_t n = ::pread(descriptor_, bytes.data() + got, bytes.size() - got,
                                  static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) throw Error(ErrorCode::unreadable_input, "cannot read back", path_);
        got += static_cast<std::size_t>(n);
    }
    return bytes;
}

std::string encode_spilled(const StoredDocument& document, std::string_view text) {
    RecordWriter out;
    out.string(encode_document(document));
    out.list(document.tasks, [&](const StoredTask& task) { out.string(encode_task(task)); });
    out.string(text);
    return out.take();
}

Spilled decode_spilled(std::string_view bytes) {
    RecordReader in("spilled document", bytes);
    Spilled spilled;
    spilled.document = decode_document(in.view());
    spilled.document.tasks = in.list([&] { return decode_task(in.view()); });
    spilled.text = in.string();
    in.expect_end();
    return spilled;
}

}  // namespace tracuu::indexer
