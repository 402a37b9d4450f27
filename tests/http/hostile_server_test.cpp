// Clients that want to harm: everything is bounded, and the others are served meanwhile.

#include <chrono>
#include <memory>

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/running_server.hpp"

using namespace tracuu;
using server::HttpOptions;
using test::RawConnection;
using test::RunningServer;
using test::status_of;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

const std::string kPost =
    "POST /api/v1/citations HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";

/// Requests have 300 ms here.
void hurry(HttpOptions& options) {
    options.request_time = milliseconds(300);
}

std::vector<std::unique_ptr<RawConnection>> connect(int port, int count, const std::string& sent) {
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (int i = 0; i < count; ++i) {
        connections.push_back(std::make_unique<RawConnection>(port));
        static_cast<void>(connections.back()->send(sent));
    }
    return connections;
}

/// Another client gets its answers without waiting for anybody.
void check_served(const RunningServer& server) {
    const auto start = Clock::now();
    for (int i = 0; i < 5; ++i) {
        const auto result = server.client().Get("/api/v1/stats");
        REQUIRE(result);
        CHECK(result->status == 200);
    }
    CHECK(Clock::now() - start < milliseconds(2000));
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("clients that send nothing or half a head hold no thread") {
    const RunningServer server;
    const auto silent = connect(server.port(), 100, "");
    const auto half = connect(server.port(), 100, "GET / HTTP/1.1\r\nHost: x\r\n");
    check_served(server);
}

TEST_CASE("a head that comes too slowly is 408, however its pieces come") {
    const RunningServer server(hurry);
    const RawConnection slow(server.port());
    const auto start = Clock::now();
    const std::string head = "GET / HTTP/1.1\r\nX-Long: " + std::string(1000, 'a');
    for (const char byte : head) {
        if (!slow.send(std::string(1, byte)) || Clock::now() - start > milliseconds(700)) break;
        std::this_thread::sleep_for(milliseconds(20));
    }
    const std::string answer = slow.receive();
    CHECK(status_of(answer) == 408);
    CHECK(has(answer, "\"code\":\"request_timeout\""));
    CHECK(has(server.metrics(), "tracuu_limits_total{limit=\"time\"} 1\n"));
    const RawConnection silent(server.port());
    CHECK(silent.receive().empty());  // closed without a word: it asked nothing
    CHECK(Clock::now() - start < milliseconds(5000));
}

TEST_CASE("slow bodies leave threads to others and end with 408") {
    const RunningServer server(hurry);
    const auto slow = connect(server.port(), 20, kPost + "Content-Length: 1000\r\n\r\nabc");
    check_served(server);
    int timed_out = 0;
    int refused = 0;
    for (const auto& connection : slow) {
        const int status = status_of(connection->receive());
        timed_out += status == 408 ? 1 : 0;
        refused += status == 503 ? 1 : 0;
    }
    CHECK(timed_out >= 1);
    CHECK(timed_out + refused == 20);
    check_served(server);
}

TEST_CASE("more requests than allowed at a time are a quick 503 that says when to come back") {
    const RunningServer server([](HttpOptions& options) { options.max_concurrent = 2; });
    const auto busy =
        connect(server.port(), 2, "GET /api/v1/search?q=wait HTTP/1.1\r\nHost: x\r\n\r\n");
    std::this_thread::sleep_for(milliseconds(50));
    const auto start = Clock::now();
    const std::string answer =
        test::raw_exchange(server.port(), "GET /api/v1/stats HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(Clock::now() - start < milliseconds(200));
    CHECK(status_of(answer) == 503);
    CHECK(has(answer, "Retry-After: "));
    CHECK(has(answer, "\"code\":\"unavailable\""));
    for (const auto& connection : busy) {
        CHECK(status_of(connection->receive("took_ms")) == 200);
    }
}

TEST_CASE("slow bodies beyond half of the threads are 503, and fewer are waited for") {
    const RunningServer server([](HttpOptions& options) { options.threads = 2; });
    const RawConnection slow(server.port());
    REQUIRE(slow.send(kPost + "Content-Length: 9\r\n\r\n"));
    std::this_thread::sleep_for(milliseconds(50));
    const std::string answer =
        test::raw_exchange(server.port(), kPost + "Content-Length: 9\r\n\r\n");
    CHECK(status_of(answer) == 503);
    check_served(server);
    REQUIRE(slow.send("123456789"));
    CHECK(status_of(slow.receive()) == 200);
}

TEST_CASE("a full server closes who has waited longest and serves who comes") {
    const RunningServer server([](HttpOptions& options) { options.max_connections = 10; });
    const auto idle = connect(server.port(), 100, "GET / HT");
    check_served(server);
    CHECK(idle.front()->receive().empty());
}

TEST_CASE("every oversized part has its own answer") {
    const RunningServer server;
    const auto check = [&](const std::string& request, int status, const std::string& code) {
        INFO(code);
        const std::string answer = test::raw_exchange(server.port(), request);
        CHECK(status_of(answer) == status);
        CHECK(has(answer, "\"code\":\"" + code + "\""));
        CHECK(has(answer, "Content-Security-Policy: default-src 'none'"));
    };
    const std::string many = [] {
        std::string headers;
        for (int i = 0; i < 2000; ++i) headers += "X-" + std::to_string(i) + ": a\r\n";
        return headers;
    }();
    check("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n", 414, "url_too_long");
    check("GET /" + std::string(100000, 'a'), 414, "url_too_long");
    check("GET / HTTP/1.1\r\nX: " + std::string(9000, 'a') + "\r\n\r\n", 431, "headers_too_large");
    check("GET / HTTP/1.1\r\n" + many + "\r\n", 431, "headers_too_large");
    check(kPost + "Content-Length: 2000000\r\n\r\n", 413, "too_large");
    check(kPost + "Content-Length: 99999999999999999999\r\n\r\n", 413, "too_large");
}

TEST_CASE("nothing of a request gets into the headers of its answer") {
    const RunningServer server([](HttpOptions& options) { options.cors_origins = {"*"}; });
    for (const char* target :
         {"/%0d%0aX-Injected:%201", "/api/v1/documents/a%0d%0aX-Injected:%201",
          "/api/v1/search?q=%0d%0aX-Injected:%201", "/opensearch.xml?%0d%0aX-Injected:1",
          "/api/v1/feeds/search.atom?q=%0d%0aX-Injected:1"}) {
        INFO(target);
        const std::string answer =
            test::raw_exchange(server.port(), std::string("GET ") + target +
                                                  " HTTP/1.1\r\nHost: a\rX-Injected: 1\r\nOrigin: "
                                                  "b\rX-Injected: 1\r\nConnection: close\r\n\r\n");
        CHECK(status_of(answer) > 0);
        CHECK(status_of(answer) < 500);
        const std::string head = answer.substr(0, answer.find("\r\n\r\n"));
        CHECK_FALSE(has(head, "X-Injected"));
    }
}

TEST_CASE("a body that a request hides is never taken for a request") {
    const RunningServer server(hurry);
    const std::string inner = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string length = std::to_string(inner.size());
    for (const std::string& headers :
         {"Content-Length: " + length, "content-length:" + length, "Content-Length : " + length,
          "Content-Length: 0\r\nContent-Length: " + length, "Content-Length: +" + length,
          std::string("Transfer-Encoding: chunked"), std::string("Transfer-Encoding:\tchunked"),
          "Transfer-Encoding: x\r\nContent-Length: " + length}) {
        for (const char* start : {"GET /healthz", "POST /api/v1/citations", "PUT /", "HEAD /"}) {
            INFO(start << " " << headers);
            const std::string answer =
                test::raw_exchange(server.port(), std::string(start) + " HTTP/1.1\r\nHost: x\r\n" +
                                                      headers + "\r\n\r\n" + inner);
            CHECK_FALSE(has(answer, "tracuu_requests_total"));
        }
    }
}

TEST_CASE("a client that does not read its answer leaves threads to others") {
    const RunningServer server;
    std::string ahead;
    for (int i = 0; i < 200; ++i) ahead += "GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto deaf = connect(server.port(), 3, ahead);
    check_served(server);
}

TEST_CASE("connections that break off at any byte do no harm") {
    const RunningServer server;
    const std::string whole = kPost + "Content-Length: 8\r\n\r\n26-KH/TU";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const RawConnection connection(server.port());
        static_cast<void>(connection.send(whole.substr(0, size)));
    }
    check_served(server);
}
