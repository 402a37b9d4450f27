#include "server/url.hpp"

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu::server;
using tracuu::support::Error;

TEST_CASE("an encoded slash or hash stays inside its path segment") {
    const Target target = parse_target("/api/v1/documents/57%2F2020%2FQH14%231/text");
    REQUIRE(target.segments.size() == 5);
    CHECK(target.segments[3] == "57/2020/QH14#1");
    CHECK(target.query.empty());
}

TEST_CASE("a query is decoded as a form, a path is not") {
    const Target target = parse_target("/a+b?q=t%E1%BB%95+ch%E1%BB%A9c&empty=&flag&&x=1=2");
    CHECK(target.segments == std::vector<std::string>{"a+b"});
    const QueryPairs expected{{"q", "tổ chức"}, {"empty", ""}, {"flag", ""}, {"x", "1=2"}};
    CHECK(target.query == expected);
}

TEST_CASE("malformed encodings, NUL and invalid UTF-8 are refused") {
    for (const char* text : {"%", "%4", "%zz", "%00", "%ff", "%C3", "%ED%A0%80", "%C0%AF"}) {
        INFO(text);
        CHECK_FALSE(percent_decode(text));
        CHECK_THROWS_AS(parse_target("/a/" + std::string(text)), Error);
        CHECK_THROWS_AS(parse_target("/a?q=" + std::string(text)), Error);
    }
    CHECK_THROWS_AS(parse_target("http://x/"), Error);
    CHECK_THROWS_AS(parse_target(""), Error);
}

TEST_CASE("what is encoded decodes to itself") {
    const std::string text = "a/b?c=d&e #%+~đ“";
    CHECK(percent_decode(percent_encode(text), true) == text);
    CHECK(percent_encode("a/b đ") == "a%2Fb%20%C4%91");
}

TEST_CASE("the root has no segments and a trailing slash is an empty one") {
    CHECK(parse_target("/").segments.empty());
    CHECK(parse_target("/a/").segments == std::vector<std::string>{"a", ""});
    CHECK(parse_target("/a//b").segments == std::vector<std::string>{"a", "", "b"});
}
