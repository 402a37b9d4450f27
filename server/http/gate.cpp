#include "server/http/gate.hpp"

#include <algorithm>

#include "server/api.hpp"
#include "server/operations.hpp"

namespace tracuu::server::http {
namespace {

/// Whoever watches over the server must see it whatever the others do.
bool is_health(std::string_view path) {
    const Operation* const operation = find_operation(path);
    return operation != nullptr && operation->is_health;
}

Reply preflight_reply() {
    Reply reply{204, {}, {}};
    reply.headers = {
        {"Access-Control-Allow-Methods", "GET, HEAD, POST"},
        {"Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match, X-API-Key"},
        {"Access-Control-Max-Age", "86400"}};
    return reply;
}

}  // namespace

bool equal_in_constant_time(std::string_view left, std::string_view right) {
    unsigned difference = left.size() == right.size() ? 0 : 1;
    const std::size_t size = std::min(left.size(), right.size());
    for (std::size_t i = 0; i < size; ++i) {
        difference |= static_cast<unsigned>(static_cast<unsigned char>(left[i] ^ right[i]));
    }
    return difference == 0;
}

Gate::Gate(GateOptions options, Metrics& metrics)
    : options_(std::move(options)),
      metrics_(metrics),
      limiter_(options_.rate_limit, options_.rate_burst) {}

bool Gate::has_key(const GateRequest& request) const {
    std::string_view given = request.key;
    constexpr std::string_view kScheme = "Bearer ";
    if (given.empty() && request.bearer.starts_with(kScheme)) {
        given = request.bearer.substr(kScheme.size());
    }
    bool found = false;
    // All of them are compared, so that the time does not tell which one it was.
    for (const std::string& key : options_.api_keys) {
        found = equal_in_constant_time(key, given) || found;
    }
    return found;
}

std::optional<Reply> Gate::stop(const GateRequest& request) {
    if (is_health(request.path)) return std::nullopt;
    const std::string client = client_of(std::string(request.client));
    if (const auto seconds = limiter_.refuse(client, RateLimiter::Clock::now())) {
        metrics_.count_limit("rate");
        Reply reply = Api::status_reply(429, request.language);
        reply.headers.emplace_back("Retry-After", std::to_string(*seconds));
        return reply;
    }
    // Browsers ask without the key whether they may send it.
    const bool allowed = !cors_headers(request.origin).empty();
    if (request.method == "OPTIONS" && request.preflight && allowed) return preflight_reply();
    if (options_.api_keys.empty() || has_key(request)) return std::nullopt;
    metrics_.count_limit("key");
    Reply reply = Api::status_reply(401, request.language);
    reply.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"tracuu\"");
    return reply;
}

std::vector<std::pair<std::string, std::string>> Gate::cors_headers(std::string_view origin) const {
    if (origin.empty()) return {};
    for (const std::string& known : options_.cors_origins) {
        if (known != "*" && known != origin) continue;
        return {{"Access-Control-Allow-Origin", known},
                {"Access-Control-Expose-Headers",
                 "Content-Disposition, ETag, Link, Retry-After, X-Total-Count, X-Truncated"}};
    }
    return {};
}

}  // namespace tracuu::server::http
