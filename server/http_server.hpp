#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/index_pool.hpp"

namespace tracuu::server {

struct HttpOptions {
    std::string host = "127.0.0.1";
    int port = 8080;       ///< 0: any free one
    unsigned threads = 0;  ///< requests answered at a time; 0: two each processor, at least 8
    std::string web;       ///< folder of the web application; empty: the API only
    std::size_t max_concurrent = 256;    ///< requests answered or waiting; one more is 503
    std::size_t max_connections = 1000;  ///< one more closes the one that has waited longest
    std::chrono::milliseconds request_time = std::chrono::seconds{10};  ///< to send a head
    std::vector<std::string> cors_origins;     ///< `https://example.org` or `*`; empty: none
    std::vector<std::string> api_keys;         ///< empty: no key is asked for
    double rate_limit = 0;                     ///< requests per second and client; 0: no limit
    double rate_burst = 0;                     ///< requests that may come at once
    std::vector<std::string> trusted_proxies;  ///< addresses, networks: they name the client
    bool reads_forwarded = false;  ///< in the header Forwarded; false: in X-Forwarded-For
    /// Receives a line of the combined log format for every request; from any thread.
    std::function<void(std::string_view)> access_log;
    bool log_queries = false;  ///< the log shows what was searched
    /// Receives one line for every failure that is a bug of ours; may be called from any thread.
    std::function<void(std::string_view)> log;
};

/// The HTTP server over a pool of indexes.
class HttpServer {
  public:
    /// Errors: unreadable_input for a bad `web`; those of opening the index.
    HttpServer(HttpOptions options, IndexSource source);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Binds and gives the port; connections are accepted from now on and answered by `run`.
    /// Errors: cannot_listen.
    int bind();
    /// Answers until `stop`.
    void run();
    /// Ends `run` after the requests that have come. From any thread. For the time of `notice`
    /// everything is still answered, but `/readyz` is 503 and connections are not kept.
    void stop(std::chrono::milliseconds notice = {});

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace tracuu::server
