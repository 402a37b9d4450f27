#include "server/paging.hpp"

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::server;

namespace {

constexpr Parameter kParameters[] = {
    {"q", ParameterKind::text, "words"},
    {"limit", ParameterKind::integer, "items", {}, "20", 1, 200},
    {"offset", ParameterKind::integer, "items", {}, "0", 0, 100},
    {"cursor", ParameterKind::text, "next"},
};

Page page_of(const QueryPairs& query, std::string_view snapshot) {
    const Arguments arguments(kParameters, query);
    return Paging(arguments, "/list", snapshot).page();
}

std::string cursor_of(const QueryPairs& query, std::uint64_t total) {
    const Arguments arguments(kParameters, query);
    Paging paging(arguments, "/list", "s1");
    return paging.next(total, paging.page());
}

}  // namespace

TEST_CASE("a cursor goes on behind the page, with another limit too") {
    const std::string cursor = cursor_of({{"q", "a"}, {"offset", "40"}}, 100);
    CHECK(page_of({{"q", "a"}, {"cursor", cursor}}, "s1").offset == 60);
    CHECK(page_of({{"q", "a"}, {"cursor", cursor}, {"limit", "5"}}, "s1").limit == 5);
    CHECK(cursor_of({{"q", "a"}, {"offset", "80"}}, 100).empty());
    CHECK(cursor_of({}, 0).empty());
}

TEST_CASE("a cursor of another state of the index is stale") {
    const std::string cursor = cursor_of({}, 100);
    CHECK(page_of({{"cursor", cursor}}, "s1").offset == 20);
    try {
        static_cast<void>(page_of({{"cursor", cursor}}, "s2"));
        FAIL("taken");
    } catch (const support::Error& error) {
        CHECK(error.code() == support::ErrorCode::stale_cursor);
        CHECK(error.context() == "cursor");
    }
}
