#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "server/http/connection.hpp"

namespace tracuu::server::http {

struct LoopLimits {
    unsigned threads = 8;              ///< requests answered at a time
    std::size_t max_concurrent = 256;  ///< requests answered or waiting for a thread
    std::chrono::milliseconds request_time = std::chrono::seconds{10};
    std::size_t max_connections = 1000;  ///< one that waits longest is closed for a new one
};

/// What the loop does not know. All are called from several threads.
struct LoopHooks {
    /// Answers the request whose head has come; false ends the connection.
    std::function<bool(Connection&)> serve;
    /// The bytes that refuse a request with this status; `Connection` has its head as far as come.
    std::function<std::string(const Connection&, int status)> refuse;
    /// Numbers for the metrics: open connections, requests answered or waiting for a thread.
    std::function<void(std::size_t connections, std::size_t in_flight)> count;
};

/// Accepts connections and answers their requests. One thread waits for all that clients send
/// slowly or not at all, so a thread that answers is held only by requests whose head is complete.
class ConnectionLoop {
  public:
    ConnectionLoop(LoopLimits limits, LoopHooks hooks);
    ~ConnectionLoop();
    ConnectionLoop(const ConnectionLoop&) = delete;
    ConnectionLoop& operator=(const ConnectionLoop&) = delete;

    /// Answers until `stop`, then finishes the requests that have come. `listener` is a socket
    /// that listens; it then takes nobody any more, but is not closed.
    void run(int listener);
    /// From any thread, also before `run`.
    void stop();
    [[nodiscard]] bool stopping() const { return stopping_; }

  private:
    using Clock = Connection::Clock;
    using Owned = std::unique_ptr<Connection>;
    struct Job {
        Owned connection;
        Clock::time_point since;
    };

    void poll_once(int listener);
    void accept_all(int listener);
    void adopt(int socket);
    void on_event(int socket);
    void advance(Owned connection);
    void dispatch(Owned connection);
    void refuse(Owned connection, int status);
    void wait_on(Owned connection);
    void expire();
    void close_oldest();
    [[nodiscard]] Owned take(int socket);
    void drain();
    void work();
    void finish(Owned connection, bool keep);
    void report();

    LoopLimits limits_;
    LoopHooks hooks_;
    int epoll_;
    int wake_;  ///< eventfd: ends the wait of the loop
    std::atomic<bool> stopping_ = false;
    std::mutex mutex_;
    std::condition_variable filled_;
    std::unordered_map<int, Owned> waiting_;  ///< for the client to send
    std::deque<Job> queue_;
    std::size_t busy_ = 0;
    bool draining_ = false;
    Clock::time_point next_expiry_{};
};

}  // namespace tracuu::server::http
