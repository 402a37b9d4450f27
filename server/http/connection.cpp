#include "server/http/connection.hpp"

#include <arpa/inet.h>
#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "server/http/head.hpp"
#include "server/http/limits.hpp"

namespace tracuu::server::http {
namespace {

constexpr std::size_t kReceiveSize = 16384;
/// Written bytes are sent together: header and body of a small answer make one packet.
constexpr std::size_t kSendSize = 16384;

bool would_block() {
    return errno == EAGAIN || errno == EINTR;
}

void name_of(int socket, bool remote, std::string& address, int& port) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto* generic = reinterpret_cast<sockaddr*>(&storage);
    const int failed =
        remote ? getpeername(socket, generic, &size) : getsockname(socket, generic, &size);
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> service{};
    if (failed != 0 || getnameinfo(generic, size, host.data(), host.size(), service.data(),
                                   service.size(), NI_NUMERICHOST | NI_NUMERICSERV) != 0) {
        return;
    }
    address = host.data();
    port = std::atoi(service.data());
}

}  // namespace

thread_local Connection* Connection::current = nullptr;

Connection::Connection(int socket, std::chrono::milliseconds request_time)
    : socket_(socket), request_time_(request_time) {
    name_of(socket, true, address_, port_);
}

Connection::~Connection() {
    ::close(socket_);
}

bool Connection::receive() {
    std::array<char, kReceiveSize> buffer;
    const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count < 0) return would_block();
    input_.append(buffer.data(), static_cast<std::size_t>(count));
    return count > 0;
}

bool Connection::discard() const {
    std::array<char, kReceiveSize> buffer;
    for (int i = 0; i < 64; ++i) {  // the others wait for their turn
        const ssize_t count = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (count == 0) return false;
        if (count < 0) return would_block();
    }
    return true;
}

HeadState Connection::head_state() const {
    const std::size_t line = std::min(input_.find('\n'), input_.size());
    if (line >= kMaxRequestLine) return HeadState::line_too_long;
    const std::size_t end = end_of_head(input_);
    const bool complete = end != std::string::npos;
    if ((complete ? end : input_.size()) > line + kMaxHeaders) return HeadState::headers_too_long;
    return complete ? HeadState::complete : HeadState::incomplete;
}

bool Connection::announces_body() const {
    const std::string_view head = std::string_view(input_).substr(0, end_of_head(input_));
    const bool plain =
        head.starts_with("GET ") || head.starts_with("HEAD ") || head.starts_with("OPTIONS ");
    return !plain || contains_word(head, "content-length") ||
           contains_word(head, "transfer-encoding");
}

void Connection::linger() {
    ::shutdown(socket_, SHUT_WR);
    lingers_ = true;
    await(kLingerTime);
}

void Connection::begin() {
    const std::string_view head = std::string_view(input_).substr(0, end_of_head(input_));
    has_body_ = contains_word(head, "content-length") || contains_word(head, "transfer-encoding");
    body_deadline_ = Clock::now() + 2 * request_time_;
    write_start_ = {};
    written_ = 0;
    read_ = 0;
}

bool Connection::wait(short events, Clock::time_point deadline) const {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return false;
    pollfd entry{socket_, events, 0};
    return ::poll(&entry, 1, static_cast<int>(left.count()) + 1) > 0;
}

ssize_t Connection::read(char* data, std::size_t size) {
    if (read_ == input_.size()) {
        input_.clear();
        read_ = 0;
        // Without a length there is no body; httplib would wait for the end of the connection.
        if (!has_body_) return 0;
        if (!flush()) return -1;  // "100 Continue" waits there
        if (!wait(POLLIN, body_deadline_)) {
            body_timed_out_ = true;
            return -1;
        }
        if (!receive()) return -1;
    }
    const std::size_t count = std::min(size, input_.size() - read_);
    std::memcpy(data, input_.data() + read_, count);
    read_ += count;
    return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char* data, std::size_t size) {
    if (broken_) return -1;
    output_.append(data, size);
    if (output_.size() >= kSendSize && !send_all()) return -1;
    return static_cast<ssize_t>(size);
}

bool Connection::send_all() {
    if (write_start_ == Clock::time_point{}) write_start_ = Clock::now();
    std::size_t sent = 0;
    while (sent < output_.size() && !broken_) {
        const ssize_t count =
            ::send(socket_, output_.data() + sent, output_.size() - sent, MSG_NOSIGNAL);
        if (count > 0) {
            sent += static_cast<std::size_t>(count);
            written_ += static_cast<std::size_t>(count);
            continue;
        }
        const auto time = kWriteTime + std::chrono::seconds(written_ / kSlowestBytes);
        broken_ = !would_block() || !wait(POLLOUT, write_start_ + time);
    }
    output_.clear();
    return !broken_;
}

bool Connection::flush() {
    return output_.empty() ? !broken_ : send_all();
}

void Connection::send_now(std::string_view bytes) const {
    static_cast<void>(::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL));
}

void Connection::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip = address_;
    port = port_;
}

void Connection::get_local_ip_and_port(std::string& ip, int& port) const {
    name_of(socket_, false, ip, port);
}

}  // namespace tracuu::server::http
