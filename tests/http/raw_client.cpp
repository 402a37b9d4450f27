#include "tests/http/raw_client.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <stdexcept>

namespace tracuu::test {
namespace {

int connected_socket(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    const timeval patience{3, 0};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    sockaddr generic{};
    std::memcpy(&generic, &address, sizeof address);
    if (::connect(socket, &generic, sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
    return socket;
}

}  // namespace

std::string raw_exchange(int port, const std::string& bytes) {
    const int socket = connected_socket(port);
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t count =
            ::send(socket, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) break;
        sent += static_cast<std::size_t>(count);
    }
    std::string answer;
    std::array<char, 65536> buffer{};
    for (ssize_t count = 0; (count = ::recv(socket, buffer.data(), buffer.size(), 0)) > 0;) {
        answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
    ::close(socket);
    return answer;
}

}  // namespace tracuu::test
