#include "indexer/xapian/token_file.hpp"

#include <fstream>

#include "support/error.hpp"
#include "support/file.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

template <typename T>
void put(std::string& bytes, const T& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Two documents of three and one tokens.
std::string small_file() {
    std::string bytes;
    put(bytes, TokenFile::Head{TokenFile::kMagic, 2, 4, 1, 5});
    put(bytes, TokenFile::Entry{0, 3, 3, 1, 2, 0, 3});
    put(bytes, TokenFile::Entry{3, 9, 1, 0, 0, 3, 2});
    for (const StreamToken token : {11U, 12U, 13U, 14U}) put(bytes, token);
    put(bytes, TokenFile::FormCount{5, 2});
    return bytes + "abcde";
}

TokenFile open(const tests::TemporaryFolder& folder, const std::string& bytes) {
    std::ofstream(folder.path() / "tokens", std::ios::binary) << bytes;
    return TokenFile(folder.path() / "tokens");
}

}  // namespace

TEST_CASE("Streams and ids are found by record number") {
    const tests::TemporaryFolder folder;
    const TokenFile file = open(folder, small_file());
    REQUIRE(file.stream(3));
    CHECK(file.stream(3)->tokens.size() == 3);
    CHECK(file.stream(3)->title().size() == 1);
    CHECK(file.stream(3)->text()[0] == 13);
    CHECK(file.id(3) == "abc");
    CHECK(file.id(9) == "de");
    CHECK_FALSE(file.stream(4));
    CHECK(file.id(4).empty());
    CHECK(file.having(5) == 2);
    CHECK(file.having(6) == 0);
    CHECK(file.documents() == 2);
}

TEST_CASE("A file that is cut, longer or not ours is damaged") {
    const tests::TemporaryFolder folder;
    const std::string good = small_file();
    for (std::size_t size = 0; size < good.size(); ++size) {
        CAPTURE(size);
        CHECK_THROWS_AS(open(folder, good.substr(0, size)), support::Error);
    }
    CHECK_THROWS_AS(open(folder, good + "x"), support::Error);
    std::string other = good;
    other[0] = 'X';
    CHECK_THROWS_AS(open(folder, other), support::Error);
}

TEST_CASE("A stream that leads out of the file is none") {
    const tests::TemporaryFolder folder;
    std::string bytes;
    put(bytes, TokenFile::Head{TokenFile::kMagic, 3, 2, 0, 0});
    put(bytes, TokenFile::Entry{1, 1, 2, 0, 0, 0, 0});
    put(bytes, TokenFile::Entry{UINT64_MAX, 2, 1, 0, 0, 9, 9});
    put(bytes, TokenFile::Entry{0, 3, 2, 2, 1, 0, 0});
    put(bytes, StreamToken{1});
    put(bytes, StreamToken{2});
    const TokenFile file = open(folder, bytes);
    for (const std::uint32_t record : {1U, 2U, 3U}) {
        CHECK_FALSE(file.stream(record));
        CHECK(file.id(record).empty());
    }
}
