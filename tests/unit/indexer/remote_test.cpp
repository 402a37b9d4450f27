#include <arpa/inet.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>

#include "indexer/index.hpp"
#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/index_fixture.hpp"

using namespace tracuu;
using namespace tracuu::indexer;
using tests::found;
using tests::IndexFixture;

namespace {

// A port that was free a moment ago.
int free_port() {
    const int descriptor = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size);
    ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    ::close(descriptor);
    return ntohs(address.sin_port);
}

// `xapian-tcpsrv DIR` for as long as it lives.
class TcpServer {
  public:
    explicit TcpServer(const std::string& directory, std::string port = {})
        : port_(port.empty() ? std::to_string(free_port()) : std::move(port)) {
        child_ = ::fork();
        REQUIRE(child_ >= 0);
        if (child_ != 0) {
            ::setpgid(child_, child_);  // here too: whoever comes first
            return;
        }
        ::setpgid(0, 0);  // at its end it kills its whole process group
        if (std::freopen("/dev/null", "w", stdout) == nullptr) ::_exit(127);
        ::execlp("xapian-tcpsrv", "xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
                 port_.c_str(), directory.c_str(), nullptr);
        ::_exit(127);
    }
    TcpServer(const TcpServer&) = delete;
    TcpServer& operator=(const TcpServer&) = delete;
    ~TcpServer() {
        if (child_ <= 0) return;
        ::kill(child_, SIGTERM);
        ::waitpid(child_, nullptr, 0);
    }
    [[nodiscard]] const std::string& port() const { return port_; }
    [[nodiscard]] std::string source() const { return "tcp://127.0.0.1:" + port_; }

    // The index once the server listens; nullptr when there is no such program.
    [[nodiscard]] std::unique_ptr<Index> open(const Sources& others = {}) const {
        Sources sources{source()};
        sources.insert(sources.end(), others.begin(), others.end());
        for (int attempt = 0;; ++attempt) {
            try {
                return open_index(sources);
            } catch (const support::Error& error) {
                if (::waitpid(child_, nullptr, WNOHANG) != 0) return nullptr;
                if (attempt == 100 || error.code() != support::ErrorCode::unavailable) throw;
                std::this_thread::sleep_for(std::chrono::milliseconds(50));
            }
        }
    }

  private:
    std::string port_;
    pid_t child_ = 0;
};

void write_documents(const IndexFixture& fixture, const std::string& word,
                     std::uint32_t shards = 1) {
    for (int i = 0; i < 5; ++i) {
        fixture.write(word + std::to_string(i) + ".txt",
                      "Kế hoạch số " + std::to_string(i) + " về " + word +
                          ".\n\nThực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.\n");
    }
    auto options = fixture.options();
    options.shards = shards;
    build_index(options, {});
}

}  // namespace

TEST_CASE("A remote index answers like the local one") {
    const IndexFixture fixture;
    write_documents(fixture, "đất đai");
    const TcpServer server(fixture.directory());
    const auto remote = server.open();
    if (!remote) {
        std::puts("skipped: xapian-tcpsrv is not installed");
        return;
    }
    const auto local = fixture.open();
    for (const char* query : {"", "đất đai", "\"kế hoạch số\"", "đất -\"về đất đai nghị\"",
                              "18-NQ/TW", "đất đai rừng biển", "năm:2017"}) {
        CAPTURE(query);
        CHECK(found(*remote, query) == found(*local, query));
        SearchRequest request;
        request.query = query;
        const SearchResult there = remote->search(request);
        const SearchResult here = local->search(request);
        CHECK(there.total == here.total);
        CHECK(tests::ids(there) == tests::ids(here));
        CHECK(there.facets.type.size() == here.facets.type.size());
    }
    const std::string target = local->with_number("18-NQ/TW").at(0).id;
    CHECK(remote->cited_by(target).size() == 5);
    CHECK(remote->text(found(*local, "đất").at(0)) == local->text(found(*local, "đất").at(0)));
    CHECK(remote->stats().documents == 5);
    CHECK(remote->suggest("đất đ", 5).items.size() == local->suggest("đất đ", 5).items.size());
    CHECK(published_snapshot({server.source()}) == server.source());
}

TEST_CASE("Several sources are one index, and an absent document of both is one node") {
    const IndexFixture one;
    write_documents(one, "đất đai", 2);
    const IndexFixture two;
    write_documents(two, "biên chế");
    const auto both = open_index({one.directory(), two.directory()});
    CHECK(found(*both, "kế hoạch").size() == 10);
    CHECK(found(*both, "biên chế").size() == 5);
    CHECK(both->stats().documents == 10);
    CHECK(both->stats().absent == 1);
    CHECK(both->stats().edges == 10);
    const auto twice = open_index({one.directory(), one.directory()});
    CHECK(twice->stats().documents == 5);
    CHECK(twice->stats().edges == 5);
    CHECK(twice->stats().bodies == open_index({one.directory()})->stats().bodies);
    const auto nodes = both->with_number("18-NQ/TW");
    REQUIRE(nodes.size() == 1);
    CHECK(both->cited_by(nodes[0].id).size() == 10);
    for (const std::string& id : found(*both, "")) CHECK(both->text(id).has_value());
    const TcpServer server(two.directory());
    if (const auto mixed = server.open({one.directory()})) {
        CHECK(found(*mixed, "kế hoạch").size() == 10);
        CHECK(mixed->cited_by(nodes[0].id).size() == 10);
    }
}

TEST_CASE("Each shard has a server of its own") {
    const IndexFixture fixture;
    write_documents(fixture, "đất đai", 2);
    const TcpServer all(fixture.directory());
    const TcpServer first(fixture.directory() + "/shard-0");
    const TcpServer second(fixture.directory() + "/shard-1");
    if (!first.open()) {
        std::puts("skipped: xapian-tcpsrv is not installed");
        return;
    }
    const auto local = fixture.open();
    const auto remote = second.open({first.source()});
    REQUIRE(remote);
    for (const char* query : {"", "đất đai", "\"kế hoạch số\"", "đất -\"đai nghị\"", "18-NQ/TW"}) {
        CAPTURE(query);
        CHECK(found(*remote, query) == found(*local, query));
    }
    CHECK(remote->stats().documents == 5);
    for (const std::string& id : found(*local, "")) CHECK(remote->text(id) == local->text(id));
    CHECK(remote->cited_by(local->with_number("18-NQ/TW").at(0).id).size() == 5);
    try {
        static_cast<void>(all.open());
        FAIL("no error");
    } catch (const support::Error& error) {
        CHECK(error.code() == support::ErrorCode::index_incompatible);
    }
}

TEST_CASE("An index outlives the loss of its connection to a remote server") {
    const IndexFixture fixture;
    write_documents(fixture, "đất đai");
    auto server = std::make_unique<TcpServer>(fixture.directory());
    const auto index = server->open();
    if (!index) {
        std::puts("skipped: xapian-tcpsrv is not installed");
        return;
    }
    const std::string port = server->port();
    const std::string first = index->snapshot();
    CHECK_NOTHROW(index->check());
    server.reset();
    for (int i = 0; i < 2; ++i) {  // it stays an error that says what it is
        try {
            index->check();
            FAIL("no error");
        } catch (const support::Error& error) {
            CHECK(error.code() == support::ErrorCode::unavailable);
        }
        CHECK_THROWS_AS(found(*index, "đất"), support::Error);
    }
    fixture.write("mới.txt", "Kế hoạch về đất đai.\n");
    fixture.build();
    server = std::make_unique<TcpServer>(fixture.directory(), port);
    REQUIRE(server->open());
    CHECK(found(*index, "đất đai").size() == 6);
    CHECK(index->snapshot() != first);
    server.reset();
    server = std::make_unique<TcpServer>(fixture.directory(), port);
    REQUIRE(server->open());
    std::size_t nodes = 0;
    index->each_node([&](const DocumentMeta&) { return ++nodes > 0; });
    CHECK(nodes == 7);
}

TEST_CASE("A server that is not there is an error that says so") {
    try {
        static_cast<void>(open_index({"tcp://127.0.0.1:" + std::to_string(free_port())}));
        FAIL("no error");
    } catch (const support::Error& error) {
        CHECK(error.code() == support::ErrorCode::unavailable);
    }
}
