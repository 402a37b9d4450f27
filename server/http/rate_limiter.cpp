#include "server/http/rate_limiter.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <cmath>

namespace tracuu::server::http {

RateLimiter::RateLimiter(double rate, double burst) : rate_(rate), burst_(std::max(burst, 1.0)) {}

RateLimiter::Bucket& RateLimiter::bucket_of(std::string_view client, Clock::time_point now) {
    const auto known = index_.find(client);
    if (known != index_.end()) {
        buckets_.splice(buckets_.begin(), buckets_, known->second);
        return buckets_.front();
    }
    if (buckets_.size() >= kMaxClients) {
        index_.erase(buckets_.back().client);
        buckets_.pop_back();
    }
    buckets_.push_front({std::string(client), burst_, now});
    index_.emplace(buckets_.front().client, buckets_.begin());
    return buckets_.front();
}

std::optional<int> RateLimiter::refuse(std::string_view client, Clock::time_point now) {
    if (rate_ <= 0) return std::nullopt;
    const std::lock_guard lock(mutex_);
    Bucket& bucket = bucket_of(client, now);
    const double passed = std::chrono::duration<double>(now - bucket.filled).count();
    bucket.tokens = std::min(burst_, bucket.tokens + passed * rate_);
    bucket.filled = now;
    if (bucket.tokens < 1) {
        return std::max(1, static_cast<int>(std::ceil((1 - bucket.tokens) / rate_)));
    }
    bucket.tokens -= 1;
    return std::nullopt;
}

std::size_t RateLimiter::clients() const {
    const std::lock_guard lock(mutex_);
    return buckets_.size();
}

std::string client_of(const std::string& address) {
    in6_addr parsed{};
    if (inet_pton(AF_INET6, address.c_str(), &parsed) != 1) return address;
    // An IPv4 client of a socket that takes both.
    if (IN6_IS_ADDR_V4MAPPED(&parsed)) return address.substr(address.rfind(':') + 1);
    std::fill(parsed.s6_addr + 8, parsed.s6_addr + 16, std::uint8_t{0});
    char text[INET6_ADDRSTRLEN];
    return inet_ntop(AF_INET6, &parsed, text, sizeof text);
}

}  // namespace tracuu::server::http
