// Seeded random requests against the real server: 3,000, or as many as TRACUU_FUZZ_REQUESTS says.

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <random>
#include <thread>

#include "tests/catch.hpp"
#include "tests/http/raw_client.hpp"
#include "tests/http/running_server.hpp"

using namespace tracuu;
using test::status_of;

namespace {

/// They wait for each other's time to run out rather than one after the other.
constexpr unsigned long kClients = 8;

unsigned long from_environment(const char* name, unsigned long fallback) {
    const char* text = std::getenv(name);
    return text == nullptr ? fallback : std::strtoul(text, nullptr, 10);
}

/// Requests that are nearly right, which reach further than noise.
class Requests {
  public:
    explicit Requests(unsigned long seed) : random_(seed) {}

    std::string next() {
        const std::string body = pick({"", "", "", "18-NQ/TW", "\xff\xfe", "0\r\n\r\n"});
        std::string request = pick(kMethods) + target() + pick(kVersions) + "\r\n";
        for (std::size_t i = below(5); i > 0; --i) request += pick(kHeaders) + "\r\n";
        if (!body.empty()) request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        request += "Connection: close\r\n\r\n" + body;
        for (std::size_t i = below(4); i > 0 && below(2) == 0; --i) mutate(request);
        return request;
    }

  private:
    using Words = std::vector<std::string>;
    std::size_t below(std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
    }
    std::string pick(const Words& words) { return words[below(words.size())]; }

    std::string target() {
        std::string out = pick(kPaths);
        for (std::size_t i = below(4); i > 0; --i) {
            out += out.find('?') == std::string::npos ? '?' : '&';
            out.append(pick(kNames)).append("=").append(pick(kValues));
        }
        return out;
    }

    void mutate(std::string& text) {
        if (text.empty()) return;
        const std::size_t at = below(text.size());
        switch (below(5)) {
            case 0:
                text[at] = static_cast<char>(below(256));
                break;
            case 1:
                text.erase(at, 1 + below(8));
                break;
            case 2:
                text.insert(at, pick({"%", "%00", "\r\n", "\n", "\r", ":", " ", "\xc3", "../"}));
                break;
            case 3:
                text.append(text, at, below(64));
                break;
            default:
                text.insert(at, std::string(below(3) == 0 ? 9000 : 100, 'a'));
        }
    }

    const Words kMethods{"GET ", "GET ", "GET ",     "GET ",     "HEAD ", "POST ",
                         "PUT ", "get ", "OPTIONS ", "CONNECT ", "PRI ",  ""};
    const Words kVersions{" HTTP/1.1", " HTTP/1.1", " HTTP/1.1", " HTTP/1.0", " HTTP/9", ""};
    const Words kPaths{"/",
                       "/healthz",
                       "/api/v1/search",
                       "/api/v1/suggest",
                       "/api/v1/documents",
                       "/api/v1/documents/18-nq-tw.2017-10-25",
                       "/api/v1/documents/18-NQ%2FTW/cited-by",
                       "/api/v1/documents/57%2F2020%2FQH14%231/graph",
                       "/api/v1/documents/%/cites",
                       "/api/v1/documents/26-kh-tu.binh-dinh.2018-03-15/text",
                       "/api/v1/documents/18-nq-tw.2017-10-25/implementation",
                       "/api/v1/paths",
                       "/api/v1/resolve",
                       "/api/v1/citations",
                       "/api/v1/tasks",
                       "/api/v1/bodies",
                       "/api/v1/wanted",
                       "/api/v1/stats",
                       "/api/v1/export/tasks",
                       "/api/v1/openapi.json",
                       "/feeds/search.atom",
                       "/opensearch.xml",
                       "/metrics",
                       "/../../etc/passwd",
                       "/%2e%2e/%2e%2e/etc/passwd",
                       "/app.js",
                       "*",
                       "http://x/",
                       "/%c3%28"};
    const Words kNames{"q",     "type", "year",   "from",      "to",     "cites",  "depth",
                       "limit", "body", "offset", "direction", "number", "format", "facets",
                       "sort",  "%00",  "as_of",  "kind",      "role",   "x"};
    const Words kValues{"",
                        "1",
                        "-1",
                        "99999999999999999999",
                        "18-NQ/TW",
                        "10",
                        "json",
                        "csv",
                        "ics",
                        "graphml",
                        "jsonld",
                        "atom",
                        "2018-02-30",
                        "2018-05-24",
                        "s%E1%BB%9F",
                        "%ff",
                        "%",
                        "%22%22%22((((",
                        "s%E1%BB%91:a OR -b",
                        "%F0%9F%98%80",
                        "'; DROP TABLE x",
                        "<script>",
                        "true",
                        "date",
                        "both"};
    const Words kHeaders{"Host: x",
                         "Host: a\tb",
                         "Range: bytes=0-1,5-",
                         "Range: bytes=-",
                         "Range: bytes=99999999999999999999-1",
                         "If-None-Match: *",
                         "If-None-Match: W/\"\"",
                         "Accept-Encoding: gzip, br;q=0",
                         "Accept-Language: en;q=x,vi;q=9e999",
                         "Content-Type: multipart/form-data; boundary=",
                         "Content-Type: multipart/form-data",
                         "Content-Type: text/plain",
                         "Content-Encoding: gzip",
                         "Transfer-Encoding: chunked",
                         "Content-Length: 7",
                         "Content-Length: -1",
                         "Expect: 100-continue",
                         "Origin: null",
                         "X-API-Key: \x01",
                         "Authorization: Bearer",
                         "X-Forwarded-For: 192.0.2.1",
                         "X-Forwarded-For: \x01, [::1",
                         "X-Forwarded-Proto: https",
                         "No colon",
                         ": no name",
                         " folded"};
    std::mt19937_64 random_;
};

}  // namespace

TEST_CASE("random requests get an answer that is no failure of the server") {
    const auto seed = from_environment("TRACUU_SEED", std::random_device{}());
    const auto count = from_environment("TRACUU_FUZZ_REQUESTS", 3000);
    std::cout << "TRACUU_SEED=" << seed << '\n';
    const test::RunningServer server([](server::HttpOptions& options) {
        options.request_time = std::chrono::milliseconds(50);
        options.trusted_proxies = {"127.0.0.1"};
    });
    std::atomic<unsigned long> answered = 0;
    std::mutex mutex;
    std::vector<std::string> failures;
    std::vector<std::thread> clients;
    for (unsigned long client = 0; client < kClients; ++client) {
        clients.emplace_back([&, client] {
            Requests requests(seed + client);
            for (unsigned long i = client; i < count; i += kClients) {
                const std::string request = requests.next();
                const int status = status_of(test::raw_exchange(server.port(), request));
                if (status > 0) ++answered;
                if (status < 500 || status == 503) continue;
                const std::lock_guard lock(mutex);
                failures.push_back(std::to_string(status) + " for " + request);
            }
        });
    }
    for (auto& client : clients) client.join();
    std::cout << answered << " of " << count << " requests were answered\n";
    for (const std::string& failure : failures) FAIL_CHECK(failure);
    CHECK(answered > count / 2);
    CHECK(server.logged() == 0);
    CHECK(server.client().Get("/healthz")->status == 200);
}
