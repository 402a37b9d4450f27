#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace tracuu::server::http {

/// One answered request.
struct AccessEntry {
    std::string_view address;
    std::string_view method;  ///< empty when the request was not understood
    std::string_view target;
    std::string_view version;
    int status = 0;
    std::size_t bytes = 0;  ///< of the body; 0: none, or streamed
    std::string_view referer;
    std::string_view agent;
};

/// The line of the combined log format (Apache, nginx), without a line end. What people search
/// stands behind the `?` of addresses: it is left out unless `with_queries`.
[[nodiscard]] std::string access_line(const AccessEntry& entry, bool with_queries,
                                      std::chrono::system_clock::time_point now);

}  // namespace tracuu::server::http
