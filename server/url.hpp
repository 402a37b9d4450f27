#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tracuu::server {

/// The names and values of a query string, in its order, decoded.
using QueryPairs = std::vector<std::pair<std::string, std::string>>;

/// The target of a request: `/api/v1/documents/57%2F2020?x=1`, split before it is decoded, so
/// that an encoded `/` stays inside its segment.
struct Target {
    std::vector<std::string> segments;  ///< of the path, decoded; `/` has none, `/a/` two
    QueryPairs query;
};

/// `text` with %XX decoded (and `+` as a space when `form`); nullopt when a % is not followed by
/// two hexadecimal digits, or the result holds a NUL or is no valid UTF-8.
[[nodiscard]] std::optional<std::string> percent_decode(std::string_view text, bool form = false);

/// `text` with everything but unreserved characters (RFC 3986) as %XX.
[[nodiscard]] std::string percent_encode(std::string_view text);

/// Splits and decodes a request target. Errors: bad_request naming the part that is malformed.
[[nodiscard]] Target parse_target(std::string_view target);

}  // namespace tracuu::server
