#include "server/http_server.hpp"

#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

#include "server/api.hpp"
#include "server/http/access_log.hpp"
#include "server/http/connection_loop.hpp"
#include "server/http/default_headers.hpp"
#include "server/http/gate.hpp"
#include "server/http/head.hpp"
#include "server/http/limits.hpp"
#include "server/http/listener.hpp"
#include "server/http/proxies.hpp"
#include "server/http/raw_answer.hpp"
#include "server/http/slots.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using support::Error;
using support::ErrorCode;
using Clock = std::chrono::steady_clock;

constexpr const char* kPostPath = "/api/v1/citations";
/// Requests wait for the disk and for each other's locks: more threads than processors.
constexpr unsigned kLeastThreads = 8;

httplib::Headers default_headers() {
    httplib::Headers headers;
    for (const auto& [name, value] : http::kDefaultHeaders) headers.emplace(name, value);
    return headers;
}

void stream_reply(Reply& reply, std::shared_ptr<void> slot, httplib::Response& response) {
    auto provider = [stream = std::move(reply.stream), slot = std::move(slot)](
                        std::size_t, httplib::DataSink& sink) {
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
          threads_(options_.threads > 0
                       ? options_.threads
                       : std::max(kLeastThreads, 2 * std::thread::hardware_concurrency())),
          pool_(std::move(source)),
          api_(pool_, metrics_, StaticFiles(options_.web)),
          gate_(
              {options_.cors_origins, options_.api_keys, options_.rate_limit, options_.rate_burst},
              metrics_),
          proxies_(options_.trusted_proxies, options_.reads_forwarded
                                                 ? http::ProxyHeader::forwarded
                                                 : http::ProxyHeader::x_forwarded_for),
          loop_(loop_limits(), hooks()) {
        static_cast<void>(pool_.lend());  // a server without an index does not start
        configure();
    }

    int bind() {
        const int port = http_.listen_on(options_.host, options_.port);
        if (port > 0) return port;
        throw Error(ErrorCode::cannot_listen,
                    "cannot listen: the port is in use or the address "
                    "is not of this machine",
                    options_.host + ":" + std::to_string(options_.port));
    }

    void run() { loop_.run(http_.socket()); }

    void stop(std::chrono::milliseconds notice) {
        leaving_ = true;
        std::this_thread::sleep_for(notice);
        loop_.stop();
    }

  private:
    [[nodiscard]] http::LoopLimits loop_limits() const {
        return {threads_, std::max<std::size_t>(options_.max_concurrent, 1), options_.request_time,
                std::max<std::size_t>(options_.max_connections, 1)};
    }

    http::LoopHooks hooks() {
        return {[this](http::Connection& connection) { return serve(connection); },
                [this](const http::Connection& connection, int status) {
                    return refuse(connection, status);
                },
                [this](std::size_t connections, std::size_t in_flight) {
                    metrics_.set_load(connections, in_flight);
                }};
    }

    void configure() {
        http_.set_payload_max_length(http::kMaxBody);
        http_.set_default_headers(default_headers());
        http_.set_pre_routing_handler(
            [this](const httplib::Request& request, httplib::Response& response) {
                return route(request, response);
            });
        http_.Post(kPostPath, [this](const httplib::Request& request, httplib::Response& response,
                                     const httplib::ContentReader& reader) {
            answer_post(request, reader, response);
        });
        http_.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
            if (!response.body.empty() || response.content_provider_) return;
            if (response.status < 400) return;
            const std::string language = request.get_header_value("Accept-Language");
            const Reply reply = Api::status_reply(response.status, language);
            response.set_content(reply.body, reply.content_type);
        });
        http_.set_exception_handler(BugReply{options_.log});
        http_.set_logger(
            [this](const httplib::Request& request, const httplib::Response& response) {
                log_access(request, response);
            });
    }

    /// One request of a connection; false when it was the last.
    bool serve(http::Connection& connection) {
        http::Connection::current = &connection;
        // What is left of a body that nobody read must not be taken for a request.
        const bool last = leaving_ || loop_.stopping() || connection.announces_body();
        connection.begin();
        const http::Listener::Outcome outcome = http_.answer(connection, last);
        const bool sent = connection.flush();
        connection.end();
        http::Connection::current = nullptr;
        return sent && outcome.keep && !last;
    }

    std::string refuse(const http::Connection& connection, int status) {
        const std::string_view head = connection.received();
        metrics_.count_limit(limit_of_status(status));
        metrics_.record("other", status, {});
        const Reply reply = Api::status_reply(status, http::header_value(head, "accept-language"));
        if (options_.access_log) {
            options_.access_log(http::access_line(
                {connection.address(), {}, {}, {}, status, reply.body.size(), {}, {}},
                options_.log_queries, std::chrono::system_clock::now()));
        }
        return http::raw_answer(reply);
    }

    httplib::Server::HandlerResponse route(const httplib::Request& request,
                                           httplib::Response& response) {
        forbid_brotli(request);
        // httplib would cut the body and leave our 200. Answers are whole, as they may be (RFC
        // 9110).
        const_cast<httplib::Request&>(request).ranges.clear();
        // Only this one route reads a body; the path is compared decoded, as httplib routes.
        const bool posts =
            request.method == "POST" && request.path == kPostPath && is_text(request);
        if (auto reply = stop_at_gate(request)) {
            metrics_.record("other", reply->status, {});
            write(request, *reply, response);
        } else if (posts && announced_length(request) > http::kMaxBody) {
            refuse_body(request, 413, response);
        } else if (posts) {
            return httplib::Server::HandlerResponse::Unhandled;
        } else {
            answer(request, {}, response);
        }
        return httplib::Server::HandlerResponse::Handled;
    }

    /// What proxies say of whom they speak for.
    [[nodiscard]] std::string chain_of(const httplib::Request& request) const {
        std::string chain;
        const auto [begin, end] = request.headers.equal_range(proxies_.header());
        for (auto at = begin; at != end; ++at) chain += (at == begin ? "" : ",") + at->second;
        return chain;
    }
    /// The address that asks, be it through a proxy.
    [[nodiscard]] std::string client_of(const httplib::Request& request) const {
        const std::string& peer = http::Connection::current->address();
        return proxies_.empty() ? peer : proxies_.client(peer, chain_of(request));
    }

    std::optional<Reply> stop_at_gate(const httplib::Request& request) {
        const std::string language = request.get_header_value("Accept-Language");
        if (leaving_ && request.path == "/readyz") return Api::status_reply(503, language);
        const std::string origin = request.get_header_value("Origin");
        const std::string key = request.get_header_value(http::kKeyHeader);
        const std::string authorization = request.get_header_value("Authorization");
        const std::string client = client_of(request);
        return gate_.stop({request.method, request.path, client, origin, key, authorization,
                           language, request.has_header("Access-Control-Request-Method")});
    }

    void answer_post(const httplib::Request& request, const httplib::ContentReader& reader,
                     httplib::Response& response) {
        std::string body;
        int status = 503;
        {
            const auto slot = slow_.enter();
            if (slot && read_body(reader, body)) status = 0;
            // Longer than announced lengths may be (413), or broken off, or too slow.
            else if (slot)
                status = response.status >= 400 ? response.status : 400;
        }
        if (status == 0) return answer(request, body, response);
        if (status == 400 && http::Connection::current->body_timed_out()) status = 408;
        refuse_body(request, status, response);
    }

    /// httplib would read all of it before it refuses it.
    static std::uint64_t announced_length(const httplib::Request& request) {
        return std::strtoull(request.get_header_value("Content-Length").c_str(), nullptr, 10);
    }

    void refuse_body(const httplib::Request& request, int status, httplib::Response& response) {
        metrics_.count_limit(limit_of_status(status));
        metrics_.record("/citations", status, {});
        Reply reply = Api::status_reply(status, request.get_header_value("Accept-Language"));
        write(request, reply, response);
    }

    static std::string_view limit_of_status(int status) {
        switch (status) {
            case 408:
                return "time";
            case 413:
                return "body";
            case 414:
                return "url";
            case 431:
                return "headers";
            case 503:
                return "concurrency";
            default:
                return "malformed";
        }
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
            body.append(data, std::min(size, http::kMaxBody + 1 - body.size()));
            return body.size() <= http::kMaxBody;
        });
        return whole || body.size() > http::kMaxBody;
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
        api_request.is_https =
            !proxies_.empty() &&
            proxies_.is_https(http::Connection::current->address(), chain_of(request),
                              request.get_header_value("X-Forwarded-Proto"));
        ApiReply answer = api_.handle(api_request);
        if (answer.reply.status == 413) metrics_.count_limit("body");
        metrics_.record(answer.route, answer.reply.status, Clock::now() - start);
        write(request, answer.reply, response);
    }

    void write(const httplib::Request& request, Reply& reply, httplib::Response& response) {
        std::shared_ptr<void> slot;
        if (reply.stream && !(slot = slow_.enter())) {
            metrics_.count_limit("concurrency");
            reply = Api::status_reply(503, request.get_header_value("Accept-Language"));
        }
        response.status = reply.status;
        for (const auto& [name, value] : reply.headers) response.set_header(name, value);
        for (const auto& [name, value] : gate_.cors_headers(request.get_header_value("Origin"))) {
            response.set_header(name, value);
        }
        response.set_header("Vary", options_.cors_origins.empty()
                                        ? "Accept-Encoding, Accept-Language"
                                        : "Accept-Encoding, Accept-Language, Origin");
        if (reply.stream) return stream_reply(reply, std::move(slot), response);
        if (reply.body.size() < http::kSmallestCompressed) {
            const_cast<httplib::Request&>(request).headers.erase("Accept-Encoding");
        }
        const bool has_content = reply.status != 304 && reply.status != 204;
        if (has_content) response.set_content(reply.body, reply.content_type);
    }

    void log_access(const httplib::Request& request, const httplib::Response& response) {
        if (!options_.access_log) return;
        const std::string referer = request.get_header_value("Referer");
        const std::string agent = request.get_header_value("User-Agent");
        const std::string client = client_of(request);
        options_.access_log(
            http::access_line({client, request.method, request.target, request.version,
                               response.status, response.body.size(), referer, agent},
                              options_.log_queries, std::chrono::system_clock::now()));
    }

    HttpOptions options_;
    unsigned threads_;
    IndexPool pool_;
    Metrics metrics_;
    Api api_;
    http::Gate gate_;
    http::TrustedProxies proxies_;
    http::Slots slow_{std::max(threads_ / 2, 1U)};
    std::atomic<bool> leaving_ = false;
    http::Listener http_;
    http::ConnectionLoop loop_;  // last: its threads end before what they use
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
void HttpServer::stop(std::chrono::milliseconds notice) {
    implementation_->stop(notice);
}

}  // namespace tracuu::server
