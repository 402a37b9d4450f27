#include "server/http/connection_loop.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "server/http/limits.hpp"

namespace tracuu::server::http {
namespace {

constexpr std::chrono::milliseconds kTick{100};
constexpr int kAcceptedAtOnce = 64;

void watch(int epoll, int operation, int socket, std::uint32_t events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = socket;
    epoll_ctl(epoll, operation, socket, &event);
}

}  // namespace

ConnectionLoop::ConnectionLoop(LoopLimits limits, LoopHooks hooks)
    : limits_(limits),
      hooks_(std::move(hooks)),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    watch(epoll_, EPOLL_CTL_ADD, wake_, EPOLLIN);
}

ConnectionLoop::~ConnectionLoop() {
    ::close(wake_);
    ::close(epoll_);
}

void ConnectionLoop::stop() {
    stopping_ = true;
    eventfd_write(wake_, 1);
}

void ConnectionLoop::run(int listener) {
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < limits_.threads; ++i) workers.emplace_back([this] { work(); });
    watch(epoll_, EPOLL_CTL_ADD, listener, EPOLLIN);
    while (!stopping_) poll_once(listener);
    accept_all(listener);  // who has connected by now is answered
    watch(epoll_, EPOLL_CTL_DEL, listener, 0);
    ::shutdown(listener, SHUT_RDWR);  // who comes now is refused and does not wait
    drain();
}

void ConnectionLoop::poll_once(int listener) {
    std::array<epoll_event, 64> events;
    const int count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()),
                                 static_cast<int>(kTick.count()));
    for (int i = 0; i < count; ++i) {
        const int socket = events[static_cast<std::size_t>(i)].data.fd;
        if (socket == listener) {
            accept_all(listener);
        } else if (socket != wake_) {
            on_event(socket);
        }
    }
    if (Clock::now() >= next_expiry_) {
        next_expiry_ = Clock::now() + kTick;
        expire();
    }
}

void ConnectionLoop::accept_all(int listener) {
    for (int i = 0; i < kAcceptedAtOnce; ++i) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket >= 0) {
            adopt(socket);
            continue;
        }
        if (errno != EMFILE && errno != ENFILE) return;
        close_oldest();  // no descriptor is left: the next round has one
        return;
    }
}

void ConnectionLoop::adopt(int socket) {
    const int yes = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    auto connection = std::make_unique<Connection>(socket, limits_.request_time);
    bool full = false;
    {
        const std::lock_guard lock(mutex_);
        full = waiting_.size() + queue_.size() + busy_ >= limits_.max_connections;
    }
    if (full) close_oldest();
    connection->await_head();
    watch(epoll_, EPOLL_CTL_ADD, socket, EPOLLONESHOT);
    // Most clients send at once.
    advance(std::move(connection));
}

ConnectionLoop::Owned ConnectionLoop::take(int socket) {
    const std::lock_guard lock(mutex_);
    const auto found = waiting_.find(socket);
    if (found == waiting_.end()) return nullptr;
    Owned connection = std::move(found->second);
    waiting_.erase(found);
    return connection;
}

void ConnectionLoop::on_event(int socket) {
    Owned connection = take(socket);
    if (!connection) return;
    if (!connection->lingers()) return advance(std::move(connection));
    if (connection->discard()) wait_on(std::move(connection));
}

/// Reads on and does what can be done with what has come.
void ConnectionLoop::advance(Owned connection) {
    const bool was_idle = connection->received().empty();
    if (!connection->receive()) return;
    // A request that has begun must be complete in time, however slowly its pieces come.
    if (was_idle && !connection->received().empty()) connection->await_head();
    switch (connection->head_state()) {
        case HeadState::incomplete:
            return wait_on(std::move(connection));
        case HeadState::complete:
            return dispatch(std::move(connection));
        case HeadState::line_too_long:
            return refuse(std::move(connection), 414);
        case HeadState::headers_too_long:
            return refuse(std::move(connection), 431);
    }
}

void ConnectionLoop::dispatch(Owned connection) {
    {
        const std::lock_guard lock(mutex_);
        if (queue_.size() + busy_ < limits_.max_concurrent) {
            queue_.push_back({std::move(connection), Clock::now()});
            filled_.notify_one();
            return;
        }
    }
    refuse(std::move(connection), 503);
}

void ConnectionLoop::refuse(Owned connection, int status) {
    connection->send_now(hooks_.refuse(*connection, status));
    connection->linger();
    wait_on(std::move(connection));
}

void ConnectionLoop::wait_on(Owned connection) {
    const int socket = connection->socket();
    const std::lock_guard lock(mutex_);
    if (draining_) return;
    waiting_[socket] = std::move(connection);
    // Armed under the lock: an event that comes at once finds the connection.
    watch(epoll_, EPOLL_CTL_MOD, socket, EPOLLIN | EPOLLRDHUP | EPOLLONESHOT);
}

void ConnectionLoop::expire() {
    std::vector<Owned> late;
    {
        const std::lock_guard lock(mutex_);
        const Clock::time_point now = Clock::now();
        for (auto at = waiting_.begin(); at != waiting_.end();) {
            if (at->second->deadline() > now) {
                ++at;
                continue;
            }
            late.push_back(std::move(at->second));
            at = waiting_.erase(at);
        }
    }
    for (Owned& connection : late) {
        const bool began = !connection->received().empty() && !connection->lingers();
        if (began) refuse(std::move(connection), 408);
    }
    report();
}

void ConnectionLoop::close_oldest() {
    Owned oldest;
    {
        const std::lock_guard lock(mutex_);
        const auto found = std::min_element(
            waiting_.begin(), waiting_.end(), [](const auto& left, const auto& right) {
                return left.second->deadline() < right.second->deadline();
            });
        if (found == waiting_.end()) return;
        oldest = std::move(found->second);
        waiting_.erase(found);
    }
}

void ConnectionLoop::drain() {
    std::unordered_map<int, Owned> waiting;
    {
        const std::lock_guard lock(mutex_);
        waiting.swap(waiting_);
    }
    for (auto& [socket, connection] : waiting) {
        if (connection->lingers() || !connection->receive()) continue;
        if (connection->head_state() == HeadState::complete) dispatch(std::move(connection));
    }
    const std::lock_guard lock(mutex_);
    waiting_.clear();
    draining_ = true;
    filled_.notify_all();
}

void ConnectionLoop::work() {
    for (;;) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            filled_.wait(lock, [this] { return draining_ || !queue_.empty(); });
            if (queue_.empty()) return;
            job = std::move(queue_.front());
            queue_.pop_front();
            ++busy_;
        }
        const bool late = Clock::now() - job.since > kQueueTime;
        bool keep = false;
        try {
            if (!late) keep = hooks_.serve(*job.connection);
        } catch (const std::exception&) {
            keep = false;  // no memory for the answer: this client is lost, the others are not
        }
        {
            const std::lock_guard lock(mutex_);
            --busy_;
        }
        if (late) {
            refuse(std::move(job.connection), 503);
        } else {
            finish(std::move(job.connection), keep);
        }
    }
}

void ConnectionLoop::finish(Owned connection, bool keep) {
    if (connection->broken()) return;
    if (!keep) {
        connection->linger();
        return wait_on(std::move(connection));
    }
    connection->await(kIdleTime);
    switch (connection->head_state()) {
        case HeadState::incomplete:
            return wait_on(std::move(connection));
        default:  // sent ahead of this answer
            return advance(std::move(connection));
    }
}

void ConnectionLoop::report() {
    std::size_t connections = 0;
    std::size_t in_flight = 0;
    {
        const std::lock_guard lock(mutex_);
        in_flight = queue_.size() + busy_;
        connections = waiting_.size() + in_flight;
    }
    hooks_.count(connections, in_flight);
}

}  // namespace tracuu::server::http
