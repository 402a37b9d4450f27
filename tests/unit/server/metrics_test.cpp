#include "server/metrics.hpp"

#include "tests/catch.hpp"

using tracuu::server::Metrics;
using namespace std::chrono_literals;

TEST_CASE("metrics count by route and status and put times into buckets") {
    Metrics metrics;
    metrics.record("/search", 200, 3ms);
    metrics.record("/search", 200, 30ms);
    metrics.record("/search", 400, 1ms);
    const std::string text = metrics.text("s\"1");
    const auto has = [&](const std::string& line) {
        INFO(line);
        CHECK(text.find(line + "\n") != std::string::npos);
    };
    has("tracuu_requests_total{route=\"/search\",status=\"200\"} 2");
    has("tracuu_requests_total{route=\"/search\",status=\"400\"} 1");
    has("tracuu_request_seconds_bucket{route=\"/search\",le=\"0.005\"} 2");
    has("tracuu_request_seconds_bucket{route=\"/search\",le=\"+Inf\"} 3");
    has("tracuu_request_seconds_count{route=\"/search\"} 3");
    has("tracuu_request_seconds_sum{route=\"/search\"} 0.034");
    has("tracuu_index_info{snapshot=\"s\\\"1\"} 1");
}
