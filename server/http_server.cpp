#include "server/http_server.hpp"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "server/api.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using support::Error;
using support::ErrorCode;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxBody = std::size_t{1} << 20U;
constexpr const char* kPostPath = "/api/v1/citations";
constexpr int kReadSeconds = 5;
constexpr int kWriteSeconds = 30;
/// A connection that waits holds a thread: browsers keep several, so the wait is short.
constexpr int kKeepAliveSeconds = 2;
/// Six connections of each of a few browsers; a thread that waits costs next to nothing.
constexpr unsigned kThreads = 32;
constexpr std::size_t kKeepAliveRequests = 1000;

// Nothing is loaded from elsewhere, nothing inline runs, nobody may frame the page.
constexpr const char* kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

httplib::Headers default_headers() {
    return {{"Content-Security-Policy", kContentSecurityPolicy},
            {"X-Content-Type-Options", "nosniff"},
            {"X-Frame-Options", "DENY"},
            {"Referrer-Policy", "no-referrer"},
            {"Cross-Origin-Opener-Policy", "same-origin"},
            {"Cross-Origin-Resource-Policy", "same-origin"},
            {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"}};
}

void stream_reply(Reply& reply, httplib::Response& response) {
    auto provider = [stream = std::move(reply.stream)](std::size_t, httplib::DataSink& sink) {
        const ChunkSink chunk = [&](std::string_view text) {
            return sink.is_writable() && sink.write(text.data(), text.size());
        };
        try {
            stream(chunk);
        } catch (const std::exception&) {
            return false;  // the missing last chunk tells the client that it broke off
        }
        sink.done();
        return true;
    };
    response.set_chunked_content_provider(reply.content_type, std::move(provider));
}

/// A GET with a body would leave that body on the connection, to be read as the next request:
/// such a connection is closed after the answer, which a failing provider does.
void answer_and_close(Reply& reply, httplib::Response& response) {
    const std::size_t size = reply.body.size();
    auto provider = [body = std::move(reply.body)](std::size_t offset, std::size_t length,
                                                   httplib::DataSink& sink) {
        static_cast<void>(sink.write(body.data() + offset, length));
        return false;
    };
    response.set_content_provider(size, reply.content_type, std::move(provider));
}

bool has_unread_body(const httplib::Request& request) {
    return request.has_header("Transfer-Encoding") ||
           (request.has_header("Content-Length") &&
            request.get_header_value("Content-Length") != "0");
}

/// What a request gets that met a bug of ours. httplib before 0.11 hands out the exception itself,
/// later ones a pointer to it.
struct BugReply {
    std::function<void(std::string_view)> log;

    void operator()(const httplib::Request& request, httplib::Response& response,
                    const std::exception_ptr& thrown) const {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& error) {
            write(request, response, error.what());
        } catch (...) {  // the last resort of the HTTP side: a request may not end the process
            write(request, response, "unknown exception");
        }
    }
    void operator()(const httplib::Request& request, httplib::Response& response,
                    const std::exception& error) const {
        write(request, response, error.what());
    }

  private:
    void write(const httplib::Request& request, httplib::Response& response,
               const char* what) const {
        if (log) log(request.method + " " + request.path + ": " + what);
        const std::string language = request.get_header_value("Accept-Language");
        const Reply reply = Api::status_reply(500, language);
        response.status = 500;
        response.set_content(reply.body, reply.content_type);
    }
};

}  // namespace

class HttpServer::Implementation {
  public:
    Implementation(HttpOptions options, IndexSource source)
        : options_(std::move(options)),
          pool_(std::move(source)),
          api_(pool_, metrics_, StaticFiles(options_.web)) {
        static_cast<void>(pool_.lend());  // a server without an index does not start
        configure();
    }

    int bind() {
        int port = options_.port;
        if (port == 0) {
            port = http_.bind_to_any_port(options_.host);
            if (port > 0) return port;
        } else if (http_.bind_to_port(options_.host, port)) {
            return port;
        }
        throw Error(ErrorCode::cannot_listen,
                    "cannot listen: the port is in use or the address "
                    "is not of this machine",
                    options_.host + ":" + std::to_string(options_.port));
    }

    void run() {
        {
            const std::lock_guard lock(state_mutex_);
            if (stopping_) return;
            entered_ = true;
        }
        http_.listen_after_bind();
        finished_ = true;
    }

    /// httplib ignores a stop before its loop runs, so one that comes early waits for it.
    void stop() {
        bool entered = false;
        {
            const std::lock_guard lock(state_mutex_);
            stopping_ = true;
            entered = entered_;
        }
        while (entered && !finished_ && !http_.is_running()) std::this_thread::yield();
        http_.stop();
    }

  private:
    void configure() {
        const unsigned threads = options_.threads > 0 ? options_.threads : kThreads;
        http_.new_task_queue = [threads] { return new httplib::ThreadPool(threads); };
        http_.set_read_timeout(kReadSeconds);
        http_.set_write_timeout(kWriteSeconds);
        http_.set_keep_alive_timeout(kKeepAliveSeconds);
        http_.set_keep_alive_max_count(kKeepAliveRequests);
        http_.set_payload_max_length(kMaxBody);
        http_.set_tcp_nodelay(true);
        http_.set_default_headers(default_headers());
        http_.set_socket_options([](socket_t socket) {
            // Not SO_REUSEPORT, which httplib sets: a second server on the port must fail.
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        set_handlers();
    }

    void set_handlers() {
        http_.set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                forbid_brotli(request);
                // Only this one route reads a body; the path is compared decoded, as httplib
                // routes.
                if (request.method == "POST" && request.path == kPostPath && is_text(request)) {
                    return httplib::Server::HandlerResponse::Unhandled;
                }
                answer(request, {}, response);
                return httplib::Server::HandlerResponse::Handled;
            });
        http_.Post(kPostPath, [this](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
            std::string body;
            if (read_body(reader, body)) return answer(request, body, response);
            // Longer than announced lengths may be (413), or broken off.
            const int status = response.status >= 400 ? response.status : 400;
            Reply reply = Api::status_reply(status, request.get_header_value("Accept-Language"));
            metrics_.record(kPostPath, status, {});
            write(true, reply, response);
        });
        http_.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
            if (!response.body.empty() || response.content_provider_) return;
            const std::string language = request.get_header_value("Accept-Language");
            const Reply reply = Api::status_reply(response.status, language);
            response.set_content(reply.body, reply.content_type);
        });
        http_.set_exception_handler(BugReply{options_.log});
    }

    /// httplib prefers Brotli at its slowest level, which takes seconds for a large answer; the
    /// request that it hands out as const is its own and not a constant.
    static void forbid_brotli(const httplib::Request& request) {
        auto& headers = const_cast<httplib::Request&>(request).headers;
        const auto [begin, end] = headers.equal_range("Accept-Encoding");
        for (auto at = begin; at != end; ++at) {
            const bool gzip = at->second.find("gzip") != std::string::npos;
            at->second = gzip ? "gzip" : "identity";
        }
    }

    /// At most one byte more than is allowed, whether the length was announced, chunked or
    /// compressed: the API then says that it is too much. False when there was no whole body.
    static bool read_body(const httplib::ContentReader& reader, std::string& body) {
        const bool whole = reader([&](const char* data, std::size_t size) {
            body.append(data, std::min(size, kMaxBody + 1 - body.size()));
            return body.size() <= kMaxBody;
        });
        return whole || body.size() > kMaxBody;
    }

    static bool is_text(const httplib::Request& request) {
        const std::string type = request.get_header_value("Content-Type");
        return type.empty() || type.rfind("text/plain", 0) == 0;
    }

    void answer(const httplib::Request& request, std::string_view body,
                httplib::Response& response) {
        const Clock::time_point start = Clock::now();
        const std::string language = request.get_header_value("Accept-Language");
        const std::string type = request.get_header_value("Content-Type");
        const std::string known = request.get_header_value("If-None-Match");
        const std::string host = request.get_header_value("Host");
        ApiRequest api_request;
        api_request.method = request.method == "HEAD" ? "GET" : std::string_view(request.method);
        api_request.target = request.target;
        api_request.accept_language = language;
        api_request.content_type = type;
        api_request.if_none_match = known;
        api_request.host = host;
        api_request.body = body;
        ApiReply answer = api_.handle(api_request);
        metrics_.record(answer.route, answer.reply.status, Clock::now() - start);
        const bool unread = request.method != "POST" || body.empty() || body.size() > kMaxBody;
        write(unread && has_unread_body(request), answer.reply, response);
    }

    /// `close`: a part of the request is still on the connection.
    static void write(bool close, Reply& reply, httplib::Response& response) {
        response.status = reply.status;
        for (const auto& [name, value] : reply.headers) response.set_header(name, value);
        if (reply.stream) return stream_reply(reply, response);
        if (close && !reply.body.empty()) return answer_and_close(reply, response);
        if (reply.status != 304) response.set_content(reply.body, reply.content_type);
    }

    HttpOptions options_;
    IndexPool pool_;
    Metrics metrics_;
    Api api_;
    std::mutex state_mutex_;
    bool stopping_ = false;
    bool entered_ = false;
    std::atomic<bool> finished_ = false;
    httplib::Server http_;  // last: its threads end before what they use
};

HttpServer::HttpServer(HttpOptions options, IndexSource source)
    : implementation_(std::make_unique<Implementation>(std::move(options), std::move(source))) {}
HttpServer::~HttpServer() = default;

int HttpServer::bind() {
    return implementation_->bind();
}
void HttpServer::run() {
    implementation_->run();
}
void HttpServer::stop() {
    implementation_->stop();
}

}  // namespace tracuu::server
