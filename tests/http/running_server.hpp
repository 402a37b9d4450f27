#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "server/http_server.hpp"
#include "tests/http/fake_index.hpp"
#include "tests/temporary_folder.hpp"

namespace tracuu::test {

/// A server on a free port, with a small web application, for one test.
class RunningServer {
  public:
    /// `adjust` changes the options: four threads, everything else as by default.
    explicit RunningServer(
        const std::function<void(server::HttpOptions&)>& adjust = [](server::HttpOptions&) {},
        server::IndexSource source = fake_source())
        : server_(options(adjust), std::move(source)),
          port_(server_.bind()),
          thread_([this] { server_.run(); }) {}
    ~RunningServer() { stop(); }
    void stop(std::chrono::milliseconds notice = {}) {
        if (stopped_.exchange(true)) return;
        server_.stop(notice);
        thread_.join();
    }
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] httplib::Client client() const { return httplib::Client("127.0.0.1", port_); }
    [[nodiscard]] int logged() const { return logged_; }
    /// The lines of the access log so far.
    [[nodiscard]] std::vector<std::string> access() const {
        const std::lock_guard lock(mutex_);
        return access_;
    }
    [[nodiscard]] std::string metrics() const { return client().Get("/metrics")->body; }

  private:
    server::HttpOptions options(const std::function<void(server::HttpOptions&)>& adjust) {
        folder_.write("index.html", "<p>page</p>");
        folder_.write("app.js", "code");
        server::HttpOptions options;
        options.port = 0;
        options.threads = 4;
        options.web = folder_.path().string();
        options.log = [this](std::string_view) { ++logged_; };
        options.access_log = [this](std::string_view line) {
            const std::lock_guard lock(mutex_);
            access_.emplace_back(line);
        };
        adjust(options);
        return options;
    }
    tests::TemporaryFolder folder_;
    std::atomic<int> logged_ = 0;
    mutable std::mutex mutex_;
    std::vector<std::string> access_;
    std::atomic<bool> stopped_ = false;
    server::HttpServer server_;
    int port_;
    std::thread thread_;
};

}  // namespace tracuu::test
