#pragma once

#include <httplib.h>

#include <chrono>
#include <string>
#include <string_view>
#include <utility>

namespace tracuu::server::http {

/// What the bytes received so far are.
enum class HeadState { incomplete, complete, line_too_long, headers_too_long };

/// One client: the bytes it sent that nobody read yet, and deadlines for what it still has to do.
/// The socket never blocks; `read` and `write`, which httplib calls, wait until the deadline.
class Connection final : public httplib::Stream {
  public:
    using Clock = std::chrono::steady_clock;

    /// Takes over a connected socket. `request_time`: for the head of a request; a body has twice.
    Connection(int socket, std::chrono::milliseconds request_time);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Takes what has arrived; false when the client is gone.
    bool receive();
    /// Throws away what has arrived; false when the client is gone.
    [[nodiscard]] bool discard() const;
    [[nodiscard]] HeadState head_state() const;
    /// Request line and headers as far as received, and what came behind them.
    [[nodiscard]] std::string_view received() const { return input_; }
    /// True when the head names a body, in any spelling, or its method may have one.
    [[nodiscard]] bool announces_body() const;

    /// The next request has until now plus `time` to arrive.
    void await(std::chrono::milliseconds time) { deadline_ = Clock::now() + time; }
    void await_head() { await(request_time_); }
    [[nodiscard]] Clock::time_point deadline() const { return deadline_; }
    /// The connection is open only for the client to read its last answer.
    void linger();
    [[nodiscard]] bool lingers() const { return lingers_; }

    /// The request is being answered from now on: its body and the answer have their time.
    void begin();
    /// Sends what was written. False when the client is gone or too slow.
    bool flush();
    /// The request is answered: what is left of the received bytes is the next one.
    void end() { input_.erase(0, std::exchange(read_, 0)); }
    /// Sends as much as the socket takes at once.
    void send_now(std::string_view bytes) const;
    /// True when the body did not come in time.
    [[nodiscard]] bool body_timed_out() const { return body_timed_out_; }
    [[nodiscard]] bool broken() const { return broken_; }
    [[nodiscard]] const std::string& address() const { return address_; }

    /// The connection whose request this thread answers.
    static thread_local Connection* current;

    // httplib::Stream
    [[nodiscard]] bool is_readable() const override { return !input_.empty() && !broken_; }
    [[nodiscard]] bool is_writable() const override { return !broken_; }
    ssize_t read(char* data, std::size_t size) override;
    ssize_t write(const char* data, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] socket_t socket() const override { return socket_; }

  private:
    [[nodiscard]] bool wait(short events, Clock::time_point deadline) const;
    bool send_all();

    int socket_;
    std::chrono::milliseconds request_time_;
    std::string address_;
    int port_ = 0;
    std::string input_;
    std::size_t read_ = 0;  ///< bytes of `input_` that httplib has taken
    std::string output_;
    std::size_t written_ = 0;
    Clock::time_point deadline_;
    Clock::time_point body_deadline_;
    Clock::time_point write_start_;
    bool has_body_ = false;
    bool body_timed_out_ = false;
    bool broken_ = false;
    bool lingers_ = false;
};

}  // namespace tracuu::server::http
