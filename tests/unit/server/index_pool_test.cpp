#include "server/index_pool.hpp"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"

using namespace tracuu;
using namespace tracuu::server;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kInterval{5};

/// A published state that a test can change, and how it was opened. The pool reads it from a
/// thread of its own.
class Published {
  public:
    void publish(std::string snapshot) {
        const std::lock_guard lock(mutex_);
        snapshot_ = std::move(snapshot);
    }
    IndexSource source() {
        return {[this] { return open(); }, [this] { return look(); }};
    }
    /// Waits until the pool has looked twice more: all it had to do after one look is done.
    void wait_for_looks() const {
        const int seen = looks;
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (looks < seen + 2 && std::chrono::steady_clock::now() < end) {
            std::this_thread::sleep_for(kInterval);
        }
        REQUIRE(looks >= seen + 2);
    }

    std::atomic<int> looks = 0;
    std::atomic<int> opened = 0;
    std::atomic<int> opened_here = 0;  ///< in the thread that made this object
    std::atomic<bool> broken = false;
    std::atomic<bool> held = false;  ///< opening does not come back while it is set

  private:
    std::unique_ptr<indexer::Index> open() {
        if (std::this_thread::get_id() == maker_) ++opened_here;
        while (held) std::this_thread::sleep_for(kInterval);
        ++opened;
        const std::lock_guard lock(mutex_);
        return test::make_fake_index(snapshot_);
    }
    std::string look() {
        ++looks;
        if (broken) throw support::Error(support::ErrorCode::index_missing, "gone");
        const std::lock_guard lock(mutex_);
        return snapshot_;
    }

    std::mutex mutex_;
    std::string snapshot_ = "s1";
    std::thread::id maker_ = std::this_thread::get_id();
};

}  // namespace

TEST_CASE("an index that came back is lent again, and one in use is not") {
    Published published;
    IndexPool pool(published.source(), kInterval);
    auto first = pool.lend();
    auto second = pool.lend();
    CHECK(first->index.get() != second->index.get());
    CHECK(published.opened == 2);
    first.reset();
    const auto third = pool.lend();
    CHECK(published.opened == 2);
}

TEST_CASE("a new state is lent after a look and the old one stays with its reader") {
    Published published;
    IndexPool pool(published.source(), kInterval);
    const auto reader = pool.lend();
    published.publish("s2");
    published.wait_for_looks();
    CHECK(pool.lend()->index->stats().snapshot == "s2");
    CHECK(reader->index->stats().snapshot == "s1");
}

TEST_CASE("as many indexes of a new state are opened as are in use, none by a request") {
    Published published;
    IndexPool pool(published.source(), kInterval);
    auto first = pool.lend();
    auto second = pool.lend();
    second.reset();
    CHECK(published.opened_here == 2);
    published.publish("s2");
    published.wait_for_looks();
    CHECK(published.opened == 4);
    first.reset();
    const auto third = pool.lend();
    const auto fourth = pool.lend();
    CHECK(third->index->stats().snapshot == "s2");
    CHECK(fourth->index->stats().snapshot == "s2");
    CHECK(published.opened_here == 2);
}

TEST_CASE("a state that takes long to open does not keep requests waiting") {
    Published published;
    IndexPool pool(published.source(), kInterval);
    static_cast<void>(pool.lend());
    const int looked = published.looks;
    published.held = true;
    published.publish("s2");
    while (published.looks == looked) std::this_thread::sleep_for(kInterval);
    for (int i = 0; i < 100; ++i) CHECK(pool.lend()->index->stats().snapshot == "s1");
    CHECK(published.opened == 1);
    published.held = false;
    published.wait_for_looks();
    CHECK(pool.lend()->index->stats().snapshot == "s2");
}

TEST_CASE("a state that cannot be read leaves the open one in service, until one can") {
    Published published;
    IndexPool pool(published.source(), kInterval);
    static_cast<void>(pool.lend());
    published.broken = true;
    published.publish("s2");
    published.wait_for_looks();
    CHECK(pool.lend()->index->stats().snapshot == "s1");
    IndexPool empty(published.source(), kInterval);
    CHECK_THROWS_AS(empty.lend(), support::Error);
    published.broken = false;
    published.wait_for_looks();
    CHECK(pool.lend()->index->stats().snapshot == "s2");
    CHECK(empty.lend()->index->stats().snapshot == "s2");
}

TEST_CASE("wanted documents are computed once for each state") {
    Published published;
    IndexPool pool(published.source(), kInterval);
    const auto first = pool.wanted(pool.lend());
    CHECK(first->size() == 1);
    CHECK(pool.wanted(pool.lend()).get() == first.get());
    published.publish("s2");
    published.wait_for_looks();
    const auto second = pool.wanted(pool.lend());
    CHECK(second.get() != first.get());
    CHECK(pool.wanted(pool.lend()).get() == second.get());
}
