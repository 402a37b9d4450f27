#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu::server {

/// Counts requests for `/metrics` (Prometheus text format). Thread-safe.
class Metrics {
  public:
    /// Upper bounds of the latency histogram, seconds.
    static constexpr std::array<double, 10> kBounds{0.001, 0.0025, 0.005, 0.01, 0.025,
                                                    0.05,  0.1,    0.25,  1,    5};

    /// `route` is a pattern of the route table or another fixed word: never a client's text.
    void record(std::string_view route, int status, std::chrono::nanoseconds time);

    /// A request that a limit stopped; `limit` is a fixed word.
    void count_limit(std::string_view limit);
    /// Open connections, and requests that are answered or wait for a thread.
    void set_load(std::size_t connections, std::size_t in_flight);

    /// The counters, and the state of the index as a label.
    [[nodiscard]] std::string text(std::string_view snapshot) const;

  private:
    struct Latency {
        std::array<std::uint64_t, kBounds.size()> buckets{};
        std::uint64_t count = 0;
        double seconds = 0;
    };
    [[nodiscard]] std::string load_text() const;
    mutable std::mutex mutex_;
    std::map<std::pair<std::string, int>, std::uint64_t> requests_;
    std::map<std::string, Latency, std::less<>> latencies_;
    std::map<std::string, std::uint64_t, std::less<>> limits_;
    std::size_t connections_ = 0;
    std::size_t in_flight_ = 0;
};

}  // namespace tracuu::server
