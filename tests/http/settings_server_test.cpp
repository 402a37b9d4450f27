// Settings of the server: keys, rates, other origins, logs, and its end.

#include <nlohmann/json.hpp>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/running_server.hpp"

using namespace tracuu;
using Json = nlohmann::json;
using server::HttpOptions;
using test::RunningServer;

namespace {

std::string code_of(const std::string& body) {
    return Json::parse(body)["code"];
}

}  // namespace

TEST_CASE("with keys only those who have one are answered, and health checks") {
    const RunningServer server([](HttpOptions& options) { options.api_keys = {"one", "two"}; });
    auto client = server.client();
    for (const char* path : {"/api/v1/stats", "/metrics", "/", "/api/v1/openapi.json"}) {
        INFO(path);
        const auto refused = client.Get(path);
        REQUIRE(refused);
        CHECK(refused->status == 401);
        CHECK(refused->has_header("WWW-Authenticate"));
        CHECK(code_of(refused->body) == "unauthorized");
    }
    CHECK(client.Get("/healthz")->status == 200);
    CHECK(client.Get("/readyz")->status == 200);
    CHECK(client.Get("/api/v1/stats", {{"X-API-Key", "two"}})->status == 200);
    CHECK(client.Get("/api/v1/stats", {{"Authorization", "Bearer one"}})->status == 200);
    for (const char* key : {"tw", "Two", "twoo", "", "one,two"}) {
        INFO(key);
        CHECK(client.Get("/api/v1/stats", {{"X-API-Key", key}})->status == 401);
    }
    const auto post = client.Post("/api/v1/citations", "18-NQ/TW", "text/plain");
    REQUIRE(post);
    CHECK(post->status == 401);
}

TEST_CASE("a client that asks too often is told when to come back") {
    const RunningServer server([](HttpOptions& options) {
        options.rate_limit = 0.01;
        options.rate_burst = 3;
    });
    auto client = server.client();
    for (int i = 0; i < 3; ++i) CHECK(client.Get("/api/v1/stats")->status == 200);
    const auto refused = client.Get("/api/v1/stats", {{"Accept-Language", "en"}});
    REQUIRE(refused);
    CHECK(refused->status == 429);
    CHECK(code_of(refused->body) == "rate_limited");
    const int seconds = std::stoi(refused->get_header_value("Retry-After"));
    CHECK(seconds > 60);
    CHECK(seconds <= 100);
    CHECK(client.Get("/healthz")->status == 200);
}

TEST_CASE("behind a trusted proxy each of its clients has its own rate and line in the log") {
    const auto limited = [](HttpOptions& options) {
        options.rate_limit = 0.01;
        options.rate_burst = 1;
    };
    const RunningServer server([&](HttpOptions& options) {
        limited(options);
        options.trusted_proxies = {"127.0.0.1"};
    });
    auto client = server.client();
    const auto ask = [&](const char* chain) {
        return client.Get("/api/v1/stats", {{"X-Forwarded-For", chain}})->status;
    };
    CHECK(ask("192.0.2.1") == 200);
    CHECK(ask("192.0.2.2") == 200);
    CHECK(ask("8.8.8.8, 192.0.2.2") == 429);  // a client cannot pretend to be another one
    const httplib::Headers twice{{"X-Forwarded-For", "8.8.4.4"}, {"X-Forwarded-For", "192.0.2.1"}};
    CHECK(client.Get("/api/v1/stats", twice)->status == 429);
    CHECK(client.Get("/api/v1/stats", {{"Forwarded", "for=192.0.2.9"}})->status == 200);
    const auto lines = server.access();
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].starts_with("192.0.2.1 - - ["));
    CHECK(lines[2].starts_with("192.0.2.2 - - ["));
    CHECK(lines[3].starts_with("192.0.2.1 - - ["));
    CHECK(lines[4].starts_with("127.0.0.1 - - ["));  // the other header says nothing

    const RunningServer open(limited);
    auto other = open.client();
    const auto forged = [&](const char* chain) {
        return other.Get("/api/v1/stats", {{"X-Forwarded-For", chain}})->status;
    };
    CHECK(forged("192.0.2.1") == 200);
    CHECK(forged("192.0.2.2") == 429);
    CHECK(open.access()[1].starts_with("127.0.0.1 - - ["));
}

TEST_CASE("a proxy that is no address does not start a server") {
    CHECK_THROWS_AS(
        RunningServer([](HttpOptions& options) { options.trusted_proxies = {"proxy.example"}; }),
        support::Error);
}

TEST_CASE("only pages of the origins set may read answers") {
    const RunningServer server(
        [](HttpOptions& options) { options.cors_origins = {"https://a.example"}; });
    auto client = server.client();
    const auto allowed = client.Get("/api/v1/stats", {{"Origin", "https://a.example"}});
    CHECK(allowed->get_header_value("Access-Control-Allow-Origin") == "https://a.example");
    CHECK(allowed->get_header_value("Vary").find("Origin") != std::string::npos);
    const auto problem = client.Get("/api/v1/none", {{"Origin", "https://a.example"}});
    CHECK(problem->has_header("Access-Control-Allow-Origin"));
    const auto other = client.Get("/api/v1/stats", {{"Origin", "https://b.example"}});
    CHECK_FALSE(other->has_header("Access-Control-Allow-Origin"));
    const httplib::Headers asks{{"Origin", "https://a.example"},
                                {"Access-Control-Request-Method", "POST"}};
    const auto preflight = client.Options("/api/v1/citations", asks);
    REQUIRE(preflight);
    CHECK(preflight->status == 204);
    CHECK(preflight->get_header_value("Access-Control-Allow-Methods") == "GET, HEAD, POST");
    const RunningServer closed;
    CHECK_FALSE(
        closed.client().Get("/api/v1/stats", asks)->has_header("Access-Control-Allow-Origin"));
    CHECK(closed.client().Options("/api/v1/citations", asks)->status == 405);
}

TEST_CASE("a preflight needs no key, the request behind it does, and may read why not") {
    const RunningServer server([](HttpOptions& options) {
        options.cors_origins = {"*"};
        options.api_keys = {"one"};
    });
    const httplib::Headers asks{{"Origin", "https://a.example"},
                                {"Access-Control-Request-Method", "GET"}};
    CHECK(server.client().Options("/api/v1/stats", asks)->status == 204);
    const auto refused = server.client().Get("/api/v1/stats", asks);
    CHECK(refused->status == 401);
    CHECK(refused->get_header_value("Access-Control-Allow-Origin") == "*");
}

TEST_CASE("the access log has a line for each request, without what was searched") {
    const RunningServer server;
    auto client = server.client();
    const httplib::Headers headers{{"Referer", "http://x/?q=secret"}, {"User-Agent", "a\"b"}};
    static_cast<void>(client.Get("/api/v1/search?q=secret", headers));
    static_cast<void>(test::raw_exchange(server.port(), "nonsense\r\n\r\n"));
    const auto lines = server.access();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].find("127.0.0.1 - - [") == 0);
    CHECK(lines[0].find("\"GET /api/v1/search HTTP/1.1\" 200 ") != std::string::npos);
    CHECK(lines[0].find("\"http://x/\" \"a\\\"b\"") != std::string::npos);
    CHECK(lines[0].find("secret") == std::string::npos);
    CHECK(lines[1].find("400") != std::string::npos);
    const RunningServer open([](HttpOptions& options) { options.log_queries = true; });
    static_cast<void>(open.client().Get("/api/v1/search?q=word"));
    REQUIRE(open.access().size() == 1);
    CHECK(open.access()[0].find("/api/v1/search?q=word HTTP") != std::string::npos);
}

TEST_CASE("metrics count what limits stopped") {
    const RunningServer server([](HttpOptions& options) { options.api_keys = {"one"}; });
    static_cast<void>(server.client().Get("/"));
    const auto metrics = server.client().Get("/metrics", {{"X-API-Key", "one"}});
    CHECK(metrics->body.find("tracuu_limits_total{limit=\"key\"} 1\n") != std::string::npos);
    CHECK(metrics->body.find("tracuu_in_flight ") != std::string::npos);
}

TEST_CASE("a connection answers many requests, also those sent ahead") {
    const RunningServer server;
    const std::string request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const test::RawConnection connection(server.port());
    for (int i = 0; i < 200; ++i) {
        REQUIRE(connection.send(request));
        REQUIRE(connection.receive("ok\n").find("HTTP/1.1 200") == 0);
    }
    REQUIRE(connection.send(request + request + "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"));
    const std::string answers = connection.receive("ready\n");
    CHECK(answers.find("ok\n") != answers.rfind("ok\n"));
}

TEST_CASE("an answer that did not change is not sent again") {
    const RunningServer server;
    auto client = server.client();
    const auto first = client.Get("/api/v1/stats");
    const std::string etag = first->get_header_value("ETag");
    CHECK(first->get_header_value("Cache-Control") == "no-cache");
    const auto second = client.Get("/api/v1/stats", {{"If-None-Match", etag}});
    REQUIRE(second);
    CHECK(second->status == 304);
    CHECK(second->body.empty());
    const RunningServer other([](HttpOptions&) {}, {[] { return test::make_fake_index("s2"); },
                                                    [] { return std::string("s2"); }});
    CHECK(other.client().Get("/api/v1/stats", {{"If-None-Match", etag}})->status == 200);
}

TEST_CASE("small answers are not compressed") {
    const RunningServer server;
    auto client = server.client();
    client.set_decompress(false);
    const auto small = client.Get("/healthz", {{"Accept-Encoding", "gzip"}});
    CHECK_FALSE(small->has_header("Content-Encoding"));
    CHECK(small->get_header_value("Vary").find("Accept-Encoding") != std::string::npos);
}

TEST_CASE("while it leaves, the server is not ready but answers, and finishes what it began") {
    RunningServer server;
    auto client = server.client();
    client.set_keep_alive(true);
    CHECK(client.Get("/readyz")->status == 200);
    std::thread stopper([&] { server.stop(std::chrono::milliseconds(400)); });
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    const auto ready = server.client().Get("/readyz");
    REQUIRE(ready);
    CHECK(ready->status == 503);
    const auto answer = server.client().Get("/api/v1/stats");
    REQUIRE(answer);
    CHECK(answer->status == 200);
    CHECK(answer->get_header_value("Connection") == "close");
    stopper.join();
    CHECK_FALSE(server.client().Get("/healthz"));
}

TEST_CASE("requests that have come when the server ends are answered") {
    const auto slow = [] {
        std::this_thread::sleep_for(std::chrono::milliseconds(150));
        return test::make_fake_index();
    };
    RunningServer server([](HttpOptions& options) { options.threads = 1; },
                         {slow, [] { return std::string("s1"); }});
    std::vector<std::unique_ptr<test::RawConnection>> connections;
    for (int i = 0; i < 5; ++i) {
        connections.push_back(std::make_unique<test::RawConnection>(server.port()));
        REQUIRE(connections.back()->send("GET /api/v1/stats HTTP/1.1\r\nHost: x\r\n\r\n"));
    }
    server.stop();
    for (const auto& connection : connections) {
        CHECK(test::status_of(connection->receive()) == 200);
    }
}

TEST_CASE("a new state of the index is served soon and no request fails meanwhile") {
    std::atomic<int> state = 1;
    const auto name = [&] { return std::string(state == 1 ? "s1" : "s2"); };
    const RunningServer server([](HttpOptions&) {}, {[&] { return test::make_fake_index(name()); },
                                                     [&] { return name(); }});
    std::atomic<bool> ended = false;
    std::atomic<int> failed = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&] {
            auto client = server.client();
            client.set_keep_alive(true);
            while (!ended) {
                const auto result = client.Get("/api/v1/search?q=Lu%E1%BA%ADt");
                if (!result || result->status != 200) ++failed;
            }
        });
    }
    state = 2;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    std::string served;
    while (served != "s2" && std::chrono::steady_clock::now() < end) {
        served = Json::parse(server.client().Get("/api/v1/stats")->body)["snapshot"];
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    ended = true;
    for (auto& client : clients) client.join();
    CHECK(served == "s2");
    CHECK(failed == 0);
}
