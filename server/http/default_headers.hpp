#pragma once

namespace tracuu::server::http {

struct DefaultHeader {
    const char* name;
    const char* value;
};

/// Headers of every answer. Nothing is loaded from elsewhere, nothing inline runs, nobody may frame
/// the page.
inline constexpr DefaultHeader kDefaultHeaders[] = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
     "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
     "frame-ancestors 'none'"},
    {"Accept-Ranges", "none"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

}  // namespace tracuu::server::http
