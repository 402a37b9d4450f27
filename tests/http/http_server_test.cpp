// The real server on a real socket.

#include "server/http_server.hpp"

#include <httplib.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/running_server.hpp"

using namespace tracuu;
using test::status_of;
using Json = nlohmann::json;

namespace {

/// The server of `RunningServer`, and whole answers to raw bytes.
struct Running : test::RunningServer {
    using RunningServer::RunningServer;
    [[nodiscard]] std::string raw(const std::string& bytes) const {
        return test::raw_exchange(port(), bytes);
    }
};

std::string request_line(const std::string& method, const std::string& target) {
    return method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
}

}  // namespace

TEST_CASE("an answer carries the security headers and a strict policy") {
    const Running server;
    for (const char* path : {"/", "/api/v1/stats", "/api/v1/none", "/app.js"}) {
        INFO(path);
        const auto result = server.client().Get(path);
        REQUIRE(result);
        const std::string policy = result->get_header_value("Content-Security-Policy");
        CHECK(policy.find("default-src 'none'; script-src 'self'") == 0);
        CHECK(policy.find("unsafe") == std::string::npos);
        CHECK(result->get_header_value("X-Content-Type-Options") == "nosniff");
        CHECK(result->get_header_value("Referrer-Policy") == "no-referrer");
    }
}

TEST_CASE("the page, its files and addresses inside the application are served") {
    const Running server;
    auto client = server.client();
    CHECK(client.Get("/")->body == "<p>page</p>");
    CHECK(client.Get("/app.js")->get_header_value("Content-Type") ==
          "text/javascript; charset=utf-8");
    CHECK(client.Get("/van-ban/57%2F2020%2FQH14%231")->body == "<p>page</p>");
    CHECK(client.Get("/missing.js")->status == 404);
    CHECK(client.Get("/api/none")->status == 404);
}

TEST_CASE("traversal in any spelling leaves the folder closed") {
    const Running server;
    for (const char* target : {"/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
                               "/..%2f..%2fetc%2fpasswd", "/....//etc/passwd", "/%2fetc%2fpasswd",
                               "/..%5c..%5cetc%5cpasswd", "/a/../../etc/passwd"}) {
        INFO(target);
        const std::string answer = server.raw(request_line("GET", target));
        CHECK(answer.find("root:") == std::string::npos);
        CHECK((status_of(answer) == 404 || answer.find("<p>page</p>") != std::string::npos));
    }
}

TEST_CASE("malformed targets are 400 with a problem") {
    const Running server;
    for (const char* target : {"/api/v1/search?q=%", "/api/v1/documents/%zz", "/%00", "/%ff"}) {
        INFO(target);
        const std::string answer = server.raw(request_line("GET", target));
        CHECK(status_of(answer) == 400);
        CHECK(answer.find("application/problem+json") != std::string::npos);
    }
}

TEST_CASE("requests that are no HTTP, too long or have many ranges do not harm") {
    const Running server;
    CHECK(status_of(server.raw("nonsense\r\n\r\n")) == 400);
    CHECK(status_of(server.raw(request_line("GET", "/" + std::string(9000, 'a')))) == 414);
    std::string ranges = "bytes=0-1";
    for (int i = 0; i < 1500; ++i) ranges += ",0-1";
    static_cast<void>(server.raw(
        "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nRange: " + ranges + "\r\n\r\n"));
    CHECK(server.client().Get("/healthz")->status == 200);
}

TEST_CASE("an answer is whole whatever range of it is asked for") {
    const Running server;
    auto client = server.client();
    for (const char* path : {"/api/v1/wanted", "/app.js", "/api/v1/export/edges", "/metrics"}) {
        const std::string whole = client.Get(path)->body;
        for (const char* range :
             {"bytes=0-1", "bytes=1-", "bytes=-2", "bytes=0-0,2-3", "bytes=99999-"}) {
            INFO(path << " " << range);
            const auto answer = client.Get(path, {{"Range", range}});
            REQUIRE(answer);
            CHECK(answer->status == 200);
            // Counters go on.
            CHECK((answer->body == whole || std::string(path) == "/metrics"));
            CHECK(answer->body.size() + 20 > whole.size());
            CHECK(answer->get_header_value("Accept-Ranges") == "none");
        }
    }
}

TEST_CASE("HEAD has the headers of GET and no body") {
    const Running server;
    const auto result = server.client().Head("/api/v1/stats");
    REQUIRE(result);
    CHECK(result->status == 200);
    CHECK(result->has_header("ETag"));
    CHECK(result->body.empty());
}

TEST_CASE("methods that change things are refused") {
    const Running server;
    auto client = server.client();
    const auto refused = client.Delete("/api/v1/documents/x");
    REQUIRE(refused);
    CHECK(refused->status == 405);
    CHECK(refused->get_header_value("Allow") == "GET, HEAD");
    CHECK(client.Put("/api/v1/citations", "a", "text/plain")->status == 405);
    CHECK(client.Post("/", "a", "text/plain")->status == 405);
}

TEST_CASE("a body that is not read is not taken for the next request") {
    const Running server;
    const std::string inner = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string outer =
        "GET /api/v1/stats HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(inner.size()) +
        "\r\n\r\n";
    const std::string answer = server.raw(outer + inner);
    CHECK(status_of(answer) == 200);
    CHECK(answer.find("ok\n") == std::string::npos);
}

TEST_CASE("citations are posted with a length or in chunks, up to 1 MiB") {
    const Running server;
    auto client = server.client();
    const auto good = client.Post("/api/v1/citations", "Kế hoạch số 26-KH/TU", "text/plain");
    REQUIRE(good);
    CHECK(Json::parse(good->body)["items"][0]["target"] == test::kPlan);
    const std::string chunked =
        "POST /api/v1/citations HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
        "text/plain\r\n"
        "Transfer-Encoding: chunked\r\n\r\n8\r\n26-KH/TU\r\n0\r\n\r\n";
    CHECK(status_of(server.raw(chunked)) == 200);
    const std::string large((1U << 20U) + 1, 'a');
    const auto refused = server.client().Post("/api/v1/citations", large, "text/plain");
    REQUIRE(refused);
    CHECK(refused->status == 413);
    CHECK(server.client().Post("/api/v1/citations", "{}", "application/json")->status == 415);
    CHECK(server.client()
              .Post("/api/v1/citations", std::string(1U << 20U, 'a'), "text/plain")
              ->status == 200);
}

TEST_CASE("chunks and compression do not get around the limit of a body") {
    const Running server;
    std::string chunked =
        "POST /api/v1/citations HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: "
        "text/plain\r\n"
        "Transfer-Encoding: chunked\r\n\r\n";
    const std::string piece(65536, 'a');
    for (int i = 0; i < 32; ++i) chunked += "10000\r\n" + piece + "\r\n";
    const std::string answer = server.raw(chunked + "0\r\n\r\n");
    // The server may close before it has read all of it; then the answer can be lost.
    if (!answer.empty()) CHECK(status_of(answer) == 413);
    CHECK(server.client().Get("/healthz")->status == 200);
}

TEST_CASE("large answers are compressed for those who can read that") {
    const Running server;
    auto client = server.client();
    client.set_decompress(false);
    const auto packed = client.Get("/api/v1/openapi.json", {{"Accept-Encoding", "br, gzip"}});
    REQUIRE(packed);
    CHECK(packed->get_header_value("Content-Encoding") == "gzip");
    const auto plain = client.Get("/api/v1/openapi.json", {{"Accept-Encoding", "identity"}});
    CHECK_FALSE(plain->has_header("Content-Encoding"));
    CHECK(packed->body.size() < plain->body.size() / 3);
}

TEST_CASE("a bug in a request is a logged 500 and the server goes on") {
    const Running server;
    const auto result = server.client().Get("/api/v1/search?q=throw");
    REQUIRE(result);
    CHECK(result->status == 500);
    CHECK(Json::parse(result->body)["code"] == "internal");
    CHECK(result->body.find("a bug") == std::string::npos);
    CHECK(server.logged() == 1);
    CHECK(server.client().Get("/healthz")->status == 200);
}

TEST_CASE("exports arrive whole over the wire") {
    const Running server;
    const auto result = server.client().Get("/api/v1/export/documents");
    REQUIRE(result);
    CHECK(Json::parse(result->body)["items"].size() == 5);
}

TEST_CASE("problems speak the language of the reader") {
    const Running server;
    auto client = server.client();
    const auto vietnamese = client.Get("/api/v1/documents/none");
    CHECK(Json::parse(vietnamese->body)["title"] == "Không tìm thấy");
    const auto english = client.Get("/api/v1/documents/none", {{"Accept-Language", "en"}});
    CHECK(Json::parse(english->body)["title"] == "Not found");
}

TEST_CASE("many clients at once get whole answers") {
    const Running server;
    std::atomic<int> good = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 8; ++i) {
        clients.emplace_back([&] {
            auto client = server.client();
            for (int request = 0; request < 20; ++request) {
                const auto result = client.Get("/api/v1/search?q=Lu%E1%BA%ADt");
                if (result && result->status == 200 && Json::parse(result->body)["total"] == 1)
                    ++good;
            }
        });
    }
    for (auto& client : clients) client.join();
    CHECK(good == 160);
}

TEST_CASE("a port in use is an error that names the address") {
    const Running first;
    server::HttpOptions options;
    options.port = first.port();
    server::HttpServer second(options, test::fake_source());
    try {
        second.bind();
        FAIL("bound twice");
    } catch (const support::Error& error) {
        CHECK(error.code() == support::ErrorCode::cannot_listen);
        CHECK(error.context() == "127.0.0.1:" + std::to_string(first.port()));
    }
}

TEST_CASE("a server without an index or with a wrong web folder does not start") {
    const auto missing = []() -> std::string {
        throw support::Error(support::ErrorCode::index_missing, "no index", "dir");
    };
    const server::IndexSource source{[] { return test::make_fake_index(); }, missing};
    CHECK_THROWS_AS(server::HttpServer({}, source), support::Error);
    server::HttpOptions options;
    options.web = "no/such/folder";
    CHECK_THROWS_AS(server::HttpServer(options, test::fake_source()), support::Error);
}

TEST_CASE("a stop before the loop runs is not lost") {
    server::HttpOptions options;
    options.port = 0;
    server::HttpServer server(options, test::fake_source());
    server.bind();
    server.stop();
    server.run();
    SUCCEED("came back");
}
