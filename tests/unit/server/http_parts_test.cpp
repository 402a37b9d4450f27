#include "server/http/access_log.hpp"
#include "server/http/gate.hpp"
#include "server/http/head.hpp"
#include "server/http/rate_limiter.hpp"
#include "server/http/slots.hpp"

#include "tests/catch.hpp"

using namespace tracuu::server::http;
using std::chrono::seconds;

TEST_CASE("a bucket gives its burst at once and then its rate") {
    RateLimiter limiter(2, 3);
    RateLimiter::Clock::time_point now{};
    for (int i = 0; i < 3; ++i) CHECK_FALSE(limiter.refuse("a", now));
    CHECK(limiter.refuse("a", now) == 1);
    CHECK_FALSE(limiter.refuse("b", now));
    now += seconds(1);
    CHECK_FALSE(limiter.refuse("a", now));
    CHECK_FALSE(limiter.refuse("a", now));
    CHECK(limiter.refuse("a", now));
}

TEST_CASE("however many clients there are, the limiter remembers a bounded number") {
    RateLimiter limiter(1, 1);
    const RateLimiter::Clock::time_point now{};
    for (int i = 0; i < 25000; ++i) CHECK_FALSE(limiter.refuse(std::to_string(i), now));
    CHECK(limiter.clients() == RateLimiter::kMaxClients);
    CHECK(limiter.refuse("24999", now));
}

TEST_CASE("no limit counts nobody") {
    RateLimiter limiter(0, 0);
    for (int i = 0; i < 100; ++i) CHECK_FALSE(limiter.refuse("a", {}));
    CHECK(limiter.clients() == 0);
}

TEST_CASE("an IPv6 network is one client") {
    CHECK(client_of("10.0.0.1") == "10.0.0.1");
    CHECK(client_of("2001:db8::1") == client_of("2001:db8::2:3"));
    CHECK(client_of("2001:db8::1") != client_of("2001:db8:0:1::1"));
    CHECK(client_of("::ffff:10.0.0.1") == "10.0.0.1");
}

TEST_CASE("keys are equal only when every byte is") {
    CHECK(equal_in_constant_time("abc", "abc"));
    CHECK_FALSE(equal_in_constant_time("abc", "abd"));
    CHECK_FALSE(equal_in_constant_time("abc", "ab"));
    CHECK_FALSE(equal_in_constant_time("", "a"));
}

TEST_CASE("a line of the log is in the combined format and cannot be forged") {
    AccessEntry entry{"::1", "GET", "/s?q=x", "HTTP/1.1", 200, 12, "http://a/?q=y", "b\"\n c"};
    const std::chrono::system_clock::time_point now{seconds(1511568000)};
    CHECK(access_line(entry, false, now) ==
          "::1 - - [25/Nov/2017:00:00:00 +0000] \"GET /s HTTP/1.1\" 200 12 \"http://a/\" "
          "\"b\\\"\\x0A c\"");
    CHECK(access_line(entry, true, now).find("\"GET /s?q=x HTTP/1.1\"") != std::string::npos);
    CHECK(access_line({"", "", "", "", 408, 0, "", ""}, true, now) ==
          "- - - [25/Nov/2017:00:00:00 +0000] \"-\" 408 - \"-\" \"-\"");
}

TEST_CASE("the head of a request ends with an empty line") {
    CHECK(end_of_head("GET / HTTP/1.1\r\nA: b\r\n\r\nbody") == 24);
    CHECK(end_of_head("GET / HTTP/1.1\r\nA: b\r\n") == std::string_view::npos);
    CHECK(header_value("GET /\r\nACCEPT: x\r\nAccept-Language: en\r\n\r\n", "accept-language") ==
          "en");
    CHECK(header_value("GET /\r\nX-Accept: x\r\n", "accept").empty());
    CHECK(contains_word("a Content-LENGTH b", "content-length"));
}

TEST_CASE("slots are free again when their holder is gone") {
    Slots slots(1);
    auto first = slots.enter();
    CHECK(first);
    CHECK_FALSE(slots.enter());
    first.reset();
    CHECK(slots.enter());
}
