#include "server/metrics.hpp"

#include <cstdio>

namespace tracuu::server {
namespace {

std::string decimal(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.9g", value);
    return text.data();
}

/// A label value: the format escapes backslash, quote and line feed.
std::string label(std::string_view value) {
    std::string out = "\"";
    for (const char byte : value) {
        if (byte == '\n') {
            out += "\\n";
            continue;
        }
        if (byte == '"' || byte == '\\') out += '\\';
        out += byte;
    }
    return out + "\"";
}

}  // namespace

void Metrics::record(std::string_view route, int status, std::chrono::nanoseconds time) {
    const double seconds = std::chrono::duration<double>(time).count();
    const std::lock_guard lock(mutex_);
    ++requests_[{std::string(route), status}];
    Latency& latency = latencies_[std::string(route)];
    ++latency.count;
    latency.seconds += seconds;
    for (std::size_t i = 0; i < kBounds.size(); ++i) {
        if (seconds <= kBounds[i]) ++latency.buckets[i];
    }
}

void Metrics::count_limit(std::string_view limit) {
    const std::lock_guard lock(mutex_);
    ++limits_[std::string(limit)];
}

void Metrics::set_load(std::size_t connections, std::size_t in_flight) {
    const std::lock_guard lock(mutex_);
    connections_ = connections;
    in_flight_ = in_flight;
}

std::string Metrics::load_text() const {
    std::string out =
        "# HELP tracuu_limits_total Requests that a limit stopped.\n"
        "# TYPE tracuu_limits_total counter\n";
    for (const auto& [limit, count] : limits_) {
        out += "tracuu_limits_total{limit=" + label(limit) + "} " + std::to_string(count) + "\n";
    }
    out +=
        "# HELP tracuu_connections Open connections.\n"
        "# TYPE tracuu_connections gauge\n"
        "tracuu_connections " +
        std::to_string(connections_) +
        "\n"
        "# HELP tracuu_in_flight Requests that are answered or wait for a thread.\n"
        "# TYPE tracuu_in_flight gauge\n"
        "tracuu_in_flight " +
        std::to_string(in_flight_) + "\n";
    return out;
}

std::string Metrics::text(std::string_view snapshot) const {
    const std::lock_guard lock(mutex_);
    std::string out =
        "# HELP tracuu_requests_total Requests by route and status.\n"
        "# TYPE tracuu_requests_total counter\n";
    for (const auto& [key, count] : requests_) {
        out += "tracuu_requests_total{route=" + label(key.first) + ",status=\"" +
               std::to_string(key.second) + "\"} " + std::to_string(count) + "\n";
    }
    out +=
        "# HELP tracuu_request_seconds Time to answer, by route.\n"
        "# TYPE tracuu_request_seconds histogram\n";
    for (const auto& [route, latency] : latencies_) {
        const std::string name = "tracuu_request_seconds_bucket{route=" + label(route) + ",le=\"";
        for (std::size_t i = 0; i < kBounds.size(); ++i) {
            out += name + decimal(kBounds[i]) + "\"} " + std::to_string(latency.buckets[i]) + "\n";
        }
        out += name + "+Inf\"} " + std::to_string(latency.count) + "\n";
        const std::string labels = "{route=" + label(route) + "} ";
        out += "tracuu_request_seconds_sum" + labels + decimal(latency.seconds) + "\n";
        out += "tracuu_request_seconds_count" + labels + std::to_string(latency.count) + "\n";
    }
    out += load_text();
    out +=
        "# HELP tracuu_index_info State of the index that is served.\n"
        "# TYPE tracuu_index_info gauge\n";
    return out + "tracuu_index_info{snapshot=" + label(snapshot) + "} 1\n";
}

}  // namespace tracuu::server
