#include "support/file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu::support;
using tracuu::tests::TemporaryFolder;

namespace {

ErrorCode code_of_reading(const std::filesystem::path& path, std::uint64_t limit) {
    try {
        static_cast<void>(read_file(path, limit));
    } catch (const Error& error) {
        CHECK(error.context() == path.string());
        return error.code();
    }
    return ErrorCode::internal;
}

}  // namespace

TEST_CASE("A file is read byte by byte as it is") {
    const TemporaryFolder folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    CHECK(read_file(folder.write("a.bin", bytes), 100) == bytes);
    CHECK(read_file(folder.write("empty", ""), 0).empty());
}

TEST_CASE("A file beyond the limit is refused, one at the limit is read") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.txt", "12345");
    CHECK(read_file(file, 5) == "12345");
    CHECK(code_of_reading(file, 4) == ErrorCode::too_large);
}

TEST_CASE("What is no regular file is refused without waiting") {
    const TemporaryFolder folder;
    const auto pipe = folder.path() / "pipe.txt";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(code_of_reading(pipe, 10) == ErrorCode::unreadable_input);
    CHECK(code_of_reading(folder.path(), 10) == ErrorCode::unreadable_input);
    CHECK(code_of_reading(folder.path() / "missing", 10) == ErrorCode::unreadable_input);
}

TEST_CASE("Writing replaces the whole file and leaves nothing beside it") {
    const TemporaryFolder folder;
    const auto file = folder.write("CURRENT", "a long old content");
    write_file_atomically(file, "new");
    CHECK(read_file(file, 100) == "new");
    const auto entries = std::filesystem::directory_iterator(folder.path());
    CHECK(std::distance(begin(entries), end(entries)) == 1);
}

TEST_CASE("Writing where no folder is fails with cannot_write") {
    const TemporaryFolder folder;
    try {
        write_file_atomically(folder.path() / "no" / "file", "x");
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::cannot_write);
    }
}
