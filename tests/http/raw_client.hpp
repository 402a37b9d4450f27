#pragma once

#include <string>

namespace tracuu::test {

/// Sends `bytes` to 127.0.0.1:`port` and gives everything that comes back until the server closes
/// the connection, or three seconds of silence.
[[nodiscard]] std::string raw_exchange(int port, const std::string& bytes);

}  // namespace tracuu::test
