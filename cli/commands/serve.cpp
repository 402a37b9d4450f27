#include <CLI/CLI.hpp>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands/command.hpp"
#include "cli/output.hpp"
#include "server/http_server.hpp"
#include "support/error.hpp"
#include "support/file.hpp"

namespace tracuu::cli {
namespace {

namespace fs = std::filesystem;
using support::Error;
using support::ErrorCode;

struct Options : SourceOptions {
    std::string listen = "127.0.0.1:8080";
    std::string key_file;
    std::string access_log;
    std::string proxy_header = "x-forwarded-for";
    unsigned request_seconds = 10;
    unsigned notice_seconds = 2;
    server::HttpOptions http;
};

struct Address {
    std::string host;
    int port = 0;
};

/// `host:port`, `[::1]:port` or a port alone.
Address parse_address(const std::string& text) {
    const std::size_t colon = text.rfind(':');
    const std::string digits = colon == std::string::npos ? text : text.substr(colon + 1);
    std::string host = colon == std::string::npos ? "127.0.0.1" : text.substr(0, colon);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') {
        host = host.substr(1, host.size() - 2);
    }
    const bool is_number = !digits.empty() && digits.size() <= 5 &&
                           digits.find_first_not_of("0123456789") == std::string::npos;
    const int port = is_number ? std::stoi(digits) : -1;
    if (host.empty() || port < 0 || port > 65535) {
        throw Error(ErrorCode::bad_request, "not an address HOST:PORT: " + text, "--listen");
    }
    return {host, port};
}

/// The built web application beside the program or in its source tree; empty when there is none.
std::string default_web() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    const fs::path folder = program.parent_path();
    for (const fs::path& web : {folder / "../../web/dist", folder / "../web/dist", folder / "web",
                                folder / "../share/tracuu/web"}) {
        if (fs::is_regular_file(web / "index.html", error)) return web.lexically_normal().string();
    }
    return {};
}

/// The keys of a file, one a line; empty lines and those that begin with # are none.
std::vector<std::string> read_keys(const std::string& path) {
    constexpr std::uint64_t kMaxBytes = std::uint64_t{1} << 20U;
    std::istringstream lines(support::read_file(path, kMaxBytes));
    std::vector<std::string> keys;
    for (std::string line; std::getline(lines, line);) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        if (!line.empty() && line.front() != '#') keys.push_back(line);
    }
    if (keys.empty()) throw Error(ErrorCode::unreadable_input, "no key in this file", path);
    return keys;
}

/// Writes lines to a file, or to standard output for `-`; each at once, so that nothing is lost.
class LineLog {
  public:
    explicit LineLog(const std::string& path) {
        if (path == "-") return;
        file_.open(path, std::ios::app);
        if (!file_) throw Error(ErrorCode::cannot_write, "cannot open the access log", path);
    }
    void write(std::string_view line) {
        const std::lock_guard lock(mutex_);
        if (file_.is_open()) {
            file_ << line << '\n' << std::flush;
        } else {
            print(std::string(line) + "\n");
            flush();
        }
    }

  private:
    std::mutex mutex_;
    std::ofstream file_;
};

/// A connection is a descriptor, and the usual limit of them is low.
void allow_descriptors() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// Waits for SIGINT or SIGTERM, which are blocked in every thread, and stops the server. SIGTERM is
/// what a supervisor sends: it gets time to see that `/readyz` changed.
class SignalWatch {
  public:
    SignalWatch(server::HttpServer& server, std::chrono::seconds notice)
        : watcher_([this, &server, notice] {
              int received = 0;
              sigwait(&signals(), &received);
              server.stop(received == SIGTERM ? notice : std::chrono::seconds{0});
          }) {}
    ~SignalWatch() { pthread_kill(watcher_.native_handle(), SIGTERM); }
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

    /// To be called before the first thread is started.
    static void block() { pthread_sigmask(SIG_BLOCK, &signals(), nullptr); }

  private:
    static const sigset_t& signals() {
        static const sigset_t kSignals = [] {
            sigset_t set;
            sigemptyset(&set);
            sigaddset(&set, SIGINT);
            sigaddset(&set, SIGTERM);
            return set;
        }();
        return kSignals;
    }
    std::jthread watcher_;
};

server::HttpOptions http_options(const Options& options) {
    const Address address = parse_address(options.listen);
    server::HttpOptions http = options.http;
    http.host = address.host;
    http.port = address.port;
    if (http.web.empty()) http.web = default_web();
    http.request_time = std::chrono::seconds{options.request_seconds};
    http.reads_forwarded = options.proxy_header == "forwarded";
    // A page opens with several requests at once.
    if (http.rate_burst <= 0) http.rate_burst = std::max(20.0, 2 * http.rate_limit);
    if (!options.key_file.empty()) http.api_keys = read_keys(options.key_file);
    if (!options.access_log.empty()) {
        const auto log = std::make_shared<LineLog>(options.access_log);
        http.access_log = [log](std::string_view line) { log->write(line); };
    }
    http.log = [](std::string_view line) { complain(line); };
    return http;
}

int serve(const Options& options) {
    SignalWatch::block();
    allow_descriptors();
    const server::HttpOptions http = http_options(options);
    server::HttpServer server(http, server::published_source(options.sources));
    const int port = server.bind();
    const bool is_ipv6 = http.host.find(':') != std::string::npos;
    const std::string host = is_ipv6 ? "[" + http.host + "]" : http.host;
    if (http.web.empty()) print("Không có giao diện web; chỉ phục vụ API.\n");
    print("http://" + host + ":" + std::to_string(port) + "\n");
    flush();
    const SignalWatch watch(server, std::chrono::seconds{options.notice_seconds});
    server.run();
    return 0;
}

/// Every setting of the server; docs/server.md says more.
void add_settings(CLI::App& command, Options& options) {
    server::HttpOptions& http = options.http;
    command.add_option("--listen", options.listen, "Address and port")->capture_default_str();
    command.add_option("--web", http.web, "Folder of the built web application");
    command.add_option("--threads", http.threads, "Requests answered at a time (0: by processors)")
        ->check(CLI::Range(0, 1024));
    command
        .add_option("--max-concurrent", http.max_concurrent,
                    "Requests answered or waiting; one more is 503")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        .add_option("--max-connections", http.max_connections,
                    "Open connections; one more closes the one that has waited longest")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        .add_option("--request-timeout", options.request_seconds,
                    "Seconds to send the head of a request; a body has twice as long")
        ->check(CLI::Range(1, 600))
        ->capture_default_str();
    command
        .add_option("--rate-limit", http.rate_limit,
                    "Requests per second and client; one more is 429 (0: no limit)")
        ->check(CLI::Range(0.0, 1e6));
    command
        .add_option("--rate-burst", http.rate_burst,
                    "Requests at once after a pause (0: twice the limit, at least 20)")
        ->check(CLI::Range(0.0, 1e6));
    command.add_option("--trusted-proxy", http.trusted_proxies,
                       "Addresses and networks of proxies that name the client: 10.0.0.0/8");
    command
        .add_option("--proxy-header", options.proxy_header,
                    "Header in which they do: x-forwarded-for, forwarded")
        ->transform(CLI::IsMember({"x-forwarded-for", "forwarded"}, CLI::ignore_case))
        ->capture_default_str();
    command.add_option("--cors", http.cors_origins, "Origins whose pages may ask: https://..., *");
    command.add_option("--api-key-file", options.key_file, "Keys, one a line: ask for one of them");
    command.add_option("--access-log", options.access_log, "File of the access log, - for output");
    command.add_flag("--log-queries", http.log_queries, "Also log what was searched");
    command
        .add_option("--notice", options.notice_seconds,
                    "Seconds between SIGTERM (/readyz is 503) and the end")
        ->check(CLI::Range(0, 600))
        ->capture_default_str();
}

}  // namespace

void declare_serve(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("serve", "Serve the API and the web application");
    const auto options = std::make_shared<Options>();
    add_sources(*command, *options);
    add_settings(*command, *options);
    command->callback([options, &run] { run = [options] { return serve(*options); }; });
}

}  // namespace tracuu::cli
