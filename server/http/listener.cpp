#include "server/http/listener.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tracuu::server::http {
namespace {

/// httplib asks for a queue of five, which a few browsers fill.
constexpr int kBacklog = 1024;

}  // namespace

Listener::~Listener() {
    const socket_t socket = svr_sock_.exchange(INVALID_SOCKET);
    if (socket != INVALID_SOCKET) ::close(socket);
}

int Listener::listen_on(const std::string& host, int port) {
    set_socket_options([](socket_t socket) {
        // Not SO_REUSEPORT, which httplib sets: a second server on the port must fail.
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    if (port == 0) {
        port = bind_to_any_port(host);
    } else if (!bind_to_port(host, port)) {
        return 0;
    }
    if (port <= 0 || ::listen(socket(), kBacklog) != 0) return 0;
    fcntl(socket(), F_SETFL, fcntl(socket(), F_GETFL) | O_NONBLOCK);
    return port;
}

Listener::Outcome Listener::answer(Connection& connection, bool close) {
    Outcome outcome;
    bool closed = close;
    const bool answered = process(*this, connection, close, closed,
                                  [&](httplib::Request&) { outcome.well_formed = true; });
    outcome.keep = answered && !closed && outcome.well_formed;
    return outcome;
}

}  // namespace tracuu::server::http
