#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "server/index_pool.hpp"

namespace tracuu::server {

struct HttpOptions {
    std::string host = "127.0.0.1";
    int port = 8080;       ///< 0: any free one
    unsigned threads = 0;  ///< connections answered at a time; 0: 32
    std::string web;       ///< folder of the web application; empty: the API only
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
    /// Ends `run` after the requests that are being answered. From any thread.
    void stop();

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace tracuu::server
