#include "support/offset_index.hpp"

#include <string>

#include "support/utf8.hpp"
#include "tests/catch.hpp"

using namespace tracuu::support;

namespace {

// Long enough for several steps of the index, with sequences of every length.
std::string long_text() {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "aĐiều ủy 😀\n";
    return text;
}

}  // namespace

TEST_CASE("Bytes map to code points and back over the whole text") {
    const std::string text = long_text();
    const OffsetIndex index(text);
    CHECK(index.size() == count_code_points(text));
    std::uint32_t code_point = 0;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) {
        REQUIRE(index.code_point(offset(at)) == code_point);
        REQUIRE(index.byte(code_point) == at);
        ++code_point;
    }
}

TEST_CASE("Offsets beyond the text count as its end") {
    const std::string text = "Ủy";
    const OffsetIndex index(text);
    CHECK(index.code_point(4) == 2);
    CHECK(index.code_point(1000) == 2);
    CHECK(index.byte(2) == 4);
    CHECK(index.byte(1000) == 4);
}

TEST_CASE("An empty text has offset 0 only") {
    const OffsetIndex index("");
    CHECK(index.size() == 0);
    CHECK(index.code_point(0) == 0);
    CHECK(index.byte(0) == 0);
    CHECK(index.byte(7) == 0);
}

TEST_CASE("Ranges are converted at both ends") {
    const std::string text = "số 18-NQ/TW của Trung ương";
    const OffsetIndex index(text);
    const auto at = offset(text.find("của"));
    const CodePointRange range = index.code_points({at, at + offset(std::string("của").size())});
    CHECK(range == CodePointRange{12, 15});
    CHECK(slice(text, index.bytes(range)) == "của");
}

TEST_CASE("A slice that does not fit is empty") {
    CHECK(slice("abc", {0, 4}).empty());
    CHECK(slice("abc", {2, 1}).empty());
    CHECK(slice("abc", {4, 5}).empty());
    CHECK(slice("abc", {1, 3}) == "bc");
}
