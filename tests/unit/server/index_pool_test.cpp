#include "server/index_pool.hpp"

#include <thread>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"

using namespace tracuu;
using namespace tracuu::server;

namespace {

/// A published state that a test can change, and how often it was opened.
struct Published {
    std::string snapshot = "s1";
    int opened = 0;
    bool broken = false;

    IndexSource source() {
        return {[this] {
                    ++opened;
                    return test::make_fake_index(snapshot);
                },
                [this] {
                    if (broken) throw support::Error(support::ErrorCode::index_missing, "gone");
                    return snapshot;
                }};
    }
};

/// Longer than the pool waits between two looks.
void wait_for_look() {
    std::this_thread::sleep_for(std::chrono::milliseconds(1050));
}

}  // namespace

TEST_CASE("an index that came back is lent again, and one in use is not") {
    Published published;
    IndexPool pool(published.source());
    auto first = pool.lend();
    auto second = pool.lend();
    CHECK(first->index.get() != second->index.get());
    CHECK(published.opened == 2);
    first.reset();
    const auto third = pool.lend();
    CHECK(published.opened == 2);
}

TEST_CASE("a new state is opened within a second and the old one stays with its reader") {
    Published published;
    IndexPool pool(published.source());
    const auto reader = pool.lend();
    published.snapshot = "s2";
    wait_for_look();
    CHECK(pool.lend()->index->stats().snapshot == "s2");
    CHECK(reader->index->stats().snapshot == "s1");
}

TEST_CASE("a state that cannot be read leaves the open one in service") {
    Published published;
    IndexPool pool(published.source());
    static_cast<void>(pool.lend());
    published.broken = true;
    wait_for_look();
    CHECK(pool.lend()->index->stats().snapshot == "s1");
    IndexPool empty(published.source());
    CHECK_THROWS_AS(empty.lend(), support::Error);
}

TEST_CASE("wanted documents are computed once for each state") {
    Published published;
    IndexPool pool(published.source());
    const auto first = pool.wanted(pool.lend());
    CHECK(first->size() == 1);
    CHECK(pool.wanted(pool.lend()).get() == first.get());
}
