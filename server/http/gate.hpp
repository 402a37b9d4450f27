#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/rate_limiter.hpp"
#include "server/metrics.hpp"
#include "server/routes.hpp"

namespace tracuu::server::http {

/// The header of a key; `Authorization: Bearer` does as well.
inline constexpr const char* kKeyHeader = "X-API-Key";

struct GateOptions {
    std::vector<std::string> cors_origins;  ///< `https://example.org`, or `*` for all
    std::vector<std::string> api_keys;      ///< empty: none is asked for
    double rate_limit = 0;                  ///< requests per second and client; 0: no limit
    double rate_burst = 0;
};

/// What the gate looks at.
struct GateRequest {
    std::string_view method;
    std::string_view path;
    std::string_view client;  ///< address
    std::string_view origin;  ///< header `Origin`
    std::string_view key;     ///< header `X-API-Key`
    std::string_view bearer;  ///< header `Authorization`
    std::string_view language;
    bool preflight = false;  ///< has `Access-Control-Request-Method`
};

/// Decides who may ask: pages of other origins, keys, rates. Thread-safe.
class Gate {
  public:
    Gate(GateOptions options, Metrics& metrics);

    /// The answer to a request that goes no further.
    [[nodiscard]] std::optional<Reply> stop(const GateRequest& request);
    /// Headers of an answer that let a page of `origin` read it.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> cors_headers(
        std::string_view origin) const;

  private:
    [[nodiscard]] bool has_key(const GateRequest& request) const;
    GateOptions options_;
    Metrics& metrics_;
    RateLimiter limiter_;
};

/// True when both are equal; the time depends on their lengths only.
[[nodiscard]] bool equal_in_constant_time(std::string_view left, std::string_view right);

}  // namespace tracuu::server::http
