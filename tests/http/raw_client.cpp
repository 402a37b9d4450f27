#include "tests/http/raw_client.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
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

RawConnection::RawConnection(int port) : socket_(connected_socket(port)) {}

RawConnection::~RawConnection() {
    ::close(socket_);
}

bool RawConnection::send(const std::string& bytes) const {
    for (std::size_t sent = 0; sent < bytes.size();) {
        const ssize_t count =
            ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count <= 0) return false;
        sent += static_cast<std::size_t>(count);
    }
    return true;
}

std::string RawConnection::receive(const std::string& enough) const {
    std::string answer;
    std::array<char, 65536> buffer{};
    while (enough.empty() || answer.find(enough) == std::string::npos) {
        const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (count <= 0) break;
        answer.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return answer;
}

std::string raw_exchange(int port, const std::string& bytes) {
    const RawConnection connection(port);
    static_cast<void>(connection.send(bytes));
    return connection.receive();
}

int status_of(const std::string& answer) {
    if (answer.size() < 12 || answer.compare(0, 7, "HTTP/1.") != 0) return 0;
    return std::atoi(answer.c_str() + 9);
}

}  // namespace tracuu::test
