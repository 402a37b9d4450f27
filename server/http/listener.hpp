#pragma once

#include <httplib.h>

#include <functional>
#include <string>

#include "server/http/connection.hpp"

namespace tracuu::server::http {

/// httplib without its loop: it binds the socket, reads requests and writes answers; connections
/// and threads are ours, because its own give each client a thread for as long as it likes.
class Listener final : public httplib::Server {
  public:
    ~Listener() override;

    /// Binds and listens; the port, or 0 when that cannot be.
    int listen_on(const std::string& host, int port);
    [[nodiscard]] int socket() const { return svr_sock_; }

    struct Outcome {
        bool well_formed = false;  ///< false: what comes next on the connection is no request
        bool keep = false;
    };
    /// Reads one request from `connection` and writes its answer.
    Outcome answer(Connection& connection, bool close);

  private:
    // The function has more arguments in later versions than in 0.11.
    template <class Self>
    static bool process(Self& self, Connection& connection, bool close, bool& closed,
                        const std::function<void(httplib::Request&)>& parsed) {
        if constexpr (requires { self.process_request(connection, close, closed, parsed); }) {
            return self.process_request(connection, close, closed, parsed);
        } else {
            std::string local;
            int port = 0;
            connection.get_local_ip_and_port(local, port);
            return self.process_request(connection, connection.address(), 0, local, port, close,
                                        closed, parsed);
        }
    }
};

}  // namespace tracuu::server::http
