#pragma once

#include <chrono>
#include <cstddef>

namespace tracuu::server::http {

// What one request may take. Lengths of the address and the headers are also built into httplib.
inline constexpr std::size_t kMaxRequestLine = 8192;
inline constexpr std::size_t kMaxHeaders = 8192;
inline constexpr std::size_t kMaxBody = std::size_t{1} << 20U;

inline constexpr std::chrono::seconds kIdleTime{15};   ///< between two requests
inline constexpr std::chrono::seconds kQueueTime{10};  ///< until a thread takes the request
inline constexpr std::chrono::seconds kLingerTime{2};  ///< for the client to read the last answer

/// An answer may take this long and a second more for each `kSlowestBytes`.
inline constexpr std::chrono::seconds kWriteTime{10};
inline constexpr std::size_t kSlowestBytes = std::size_t{16} << 10U;

/// Shorter answers are not compressed: they fit a packet as they are.
inline constexpr std::size_t kSmallestCompressed = 1024;

}  // namespace tracuu::server::http
