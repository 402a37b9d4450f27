#include "corpus/readers/line_stream.hpp"

#include <sys/stat.h>

#include <string>
#include <vector>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using tracuu::corpus::LineStream;
using tracuu::support::Error;
using tracuu::tests::TemporaryFolder;
using Next = LineStream::Next;

namespace {

std::vector<std::string> lines_of(std::string_view content, std::uint64_t line_limit) {
    const TemporaryFolder folder;
    LineStream stream(folder.write("a", content), 1U << 30U, line_limit);
    std::vector<std::string> lines;
    std::string line;
    for (Next next = stream.next(line); next != Next::end; next = stream.next(line)) {
        lines.push_back(next == Next::too_long ? "(too long)" : line);
        CHECK(stream.number() == lines.size());
    }
    CHECK(stream.next(line) == Next::end);
    return lines;
}

}  // namespace

TEST_CASE("Lines come without their ends, the last one with or without") {
    using Lines = std::vector<std::string>;
    CHECK(lines_of("a\nb\n", 10) == Lines{"a", "b"});
    CHECK(lines_of("a\n\nb", 10) == Lines{"a", "", "b"});
    CHECK(lines_of("\n", 10) == Lines{""});
    CHECK(lines_of("", 10).empty());
}

TEST_CASE("A line beyond the limit is passed over and the next one is read") {
    using Lines = std::vector<std::string>;
    CHECK(lines_of("12345\n123456\n1", 5) == Lines{"12345", "(too long)", "1"});
    const std::string huge(700'000, 'x');  // several buffers
    CHECK(lines_of(huge + "\nb\n" + huge, 600'000) == Lines{"(too long)", "b", "(too long)"});
    CHECK(lines_of(huge + "\nb", 700'000) == Lines{huge, "b"});
}

TEST_CASE("Opening what is no regular file or is too large fails") {
    const TemporaryFolder folder;
    const auto pipe = folder.path() / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_AS(LineStream(pipe, 10, 10), Error);
    CHECK_THROWS_AS(LineStream(folder.path(), 10, 10), Error);
    CHECK_THROWS_AS(LineStream(folder.path() / "gone", 10, 10), Error);
    CHECK_THROWS_AS(LineStream(folder.write("a", "12345"), 4, 10), Error);
}
