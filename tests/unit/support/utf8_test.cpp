#include "support/utf8.hpp"

#include <string>
#include <string_view>

#include "tests/catch.hpp"

using namespace std::string_literals;
using namespace tracuu::support;

TEST_CASE("Every length of UTF-8 sequence is decoded") {
    struct Row {
        const char* text;
        char32_t code_point;
        int length;
    };
    const Row rows[] = {{"a", U'a', 1}, {"đ", U'đ', 2}, {"Ủ", U'Ủ', 3}, {"😀", U'😀', 4}};
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(decode(row.text, 0).code_point == row.code_point);
        CHECK(decode(row.text, 0).length == row.length);
    }
}

TEST_CASE("Decoding at the end of the text gives length 0") {
    CHECK(decode("", 0).length == 0);
    CHECK(decode("a", 1).length == 0);
    CHECK(decode("a", 99).length == 0);
}

TEST_CASE("Decoding a damaged sequence gives the replacement character and goes on by one byte") {
    for (const std::string& text : {"\xE1\xBB"s, "\x80"s, "\xC3("s, "\xFF"s}) {
        CHECK(decode(text, 0).code_point == 0xFFFD);
        CHECK(decode(text, 0).length == 1);
    }
}

TEST_CASE("Appending undoes decoding for every scalar value") {
    std::string text;
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        text.clear();
        append(text, c);
        const Decoded back = decode(text, 0);
        if (back.code_point != c || back.length != text.size() || find_invalid_utf8(text)) {
            FAIL("code point " << static_cast<unsigned>(c));
        }
    }
}

TEST_CASE("The first invalid byte is found") {
    struct Row {
        std::string text;
        std::size_t at;
        const char* why;
    };
    const Row rows[] = {
        {"ab\x80", 2, "continuation byte alone"},
        {"a\xC0\xAF", 1, "overlong form of two bytes"},
        {"\xE0\x80\xAF", 0, "overlong form of three bytes"},
        {"\xF0\x80\x80\xAF", 0, "overlong form of four bytes"},
        {"\xED\xA0\x80", 0, "surrogate"},
        {"\xF4\x90\x80\x80", 0, "above U+10FFFF"},
        {"\xF5\x80\x80\x80", 0, "lead byte that cannot be"},
        {"đ\xE1\xBB", 2, "cut at the end"},
        {"a\xC3(", 1, "second byte missing"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.why);
        CHECK(find_invalid_utf8(row.text) == row.at);
    }
}

TEST_CASE("Valid UTF-8 has no invalid byte") {
    CHECK_FALSE(find_invalid_utf8(""));
    CHECK_FALSE(find_invalid_utf8("Ủy ban nhân dân 😀"));
    CHECK_FALSE(find_invalid_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF
    CHECK_FALSE(find_invalid_utf8("a\0b"s));             // NUL is a character
}

TEST_CASE("Code points are counted, not bytes") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("Hòa") == 3);
    CHECK(count_code_points("Ho\u0300a") == 4);  // NFD
}

TEST_CASE("A prefix never cuts a code point") {
    CHECK(prefix("đường", 0).empty());
    CHECK(prefix("đường", 1).empty());
    CHECK(prefix("đường", 2) == "đ");
    CHECK(prefix("đường", 3) == "đ");
    CHECK(prefix("đường", 100) == "đường");
}
