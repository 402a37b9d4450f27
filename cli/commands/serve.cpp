#include <CLI/CLI.hpp>

#include <csignal>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands/command.hpp"
#include "cli/output.hpp"
#include "server/http_server.hpp"
#include "support/error.hpp"

namespace tracuu::cli {
namespace {

namespace fs = std::filesystem;
using support::Error;
using support::ErrorCode;

struct Options : SourceOptions {
    std::string listen = "127.0.0.1:8080";
    std::string web;
    unsigned threads = 0;
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

/// Waits for SIGINT or SIGTERM, which are blocked in every thread, and stops the server.
class SignalWatch {
  public:
    explicit SignalWatch(server::HttpServer& server)
        : watcher_([this, &server] {
              int received = 0;
              sigwait(&signals(), &received);
              server.stop();
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

int serve(const Options& options) {
    SignalWatch::block();
    const Address address = parse_address(options.listen);
    server::HttpOptions http;
    http.host = address.host;
    http.port = address.port;
    http.threads = options.threads;
    http.web = options.web.empty() ? default_web() : options.web;
    http.log = [](std::string_view line) { complain(line); };
    server::HttpServer server(http, server::published_source(options.sources));
    const int port = server.bind();
    const bool is_ipv6 = address.host.find(':') != std::string::npos;
    const std::string host = is_ipv6 ? "[" + address.host + "]" : address.host;
    if (http.web.empty()) print("Không có giao diện web; chỉ phục vụ API.\n");
    print("http://" + host + ":" + std::to_string(port) + "\n");
    flush();
    const SignalWatch watch(server);
    server.run();
    return 0;
}

}  // namespace

void declare_serve(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("serve", "Serve the API and the web application");
    const auto options = std::make_shared<Options>();
    add_sources(*command, *options);
    command->add_option("--listen", options->listen, "Address and port")->capture_default_str();
    command->add_option("--web", options->web, "Folder of the built web application");
    command->add_option("--threads", options->threads, "Connections answered at a time (0: 32)")
        ->check(CLI::Range(0, 1024));
    command->callback([options, &run] { run = [options] { return serve(*options); }; });
}

}  // namespace tracuu::cli
