#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tracuu::server::http {

/// Requests per second for each client, as a bucket of tokens that refills. Thread-safe; keeps the
/// `kMaxClients` that asked last, so memory is bounded whoever asks.
class RateLimiter {
  public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t kMaxClients = 10000;

    /// `rate` 0: no limit. `burst`: requests that may come at once after a pause, at least 1.
    RateLimiter(double rate, double burst);

    /// Counts a request of `client`; when it is one too many, whole seconds until the next is
    /// welcome.
    [[nodiscard]] std::optional<int> refuse(std::string_view client, Clock::time_point now);
    [[nodiscard]] std::size_t clients() const;

  private:
    struct Bucket {
        std::string client;
        double tokens = 0;
        Clock::time_point filled;
    };
    Bucket& bucket_of(std::string_view client, Clock::time_point now);

    double rate_;
    double burst_;
    mutable std::mutex mutex_;
    std::list<Bucket> buckets_;  ///< who asked last stands first
    std::unordered_map<std::string_view, std::list<Bucket>::iterator> index_;
};

/// What counts as one client: an IPv4 address, or the /64 network of an IPv6 address, which is
/// what one subscriber has.
[[nodiscard]] std::string client_of(const std::string& address);

}  // namespace tracuu::server::http
