#pragma once

#include <string>

namespace tracuu::test {

/// Sends `bytes` to 127.0.0.1:`port` and gives everything that comes back until the server closes
/// the connection, or three seconds of silence.
[[nodiscard]] std::string raw_exchange(int port, const std::string& bytes);

/// A connection whose bytes a test writes itself.
class RawConnection {
  public:
    explicit RawConnection(int port);
    ~RawConnection();
    RawConnection(const RawConnection&) = delete;
    RawConnection& operator=(const RawConnection&) = delete;
    /// False when the server has closed.
    bool send(const std::string& bytes) const;
    /// What comes until the server closes, `enough` is in it, or three seconds of silence.
    [[nodiscard]] std::string receive(const std::string& enough = {}) const;

  private:
    int socket_;
};

/// The status of an answer; 0 when it is none.
[[nodiscard]] int status_of(const std::string& answer);

}  // namespace tracuu::test
