#include "server/parameter.hpp"

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu::server;
using tracuu::support::Error;
using tracuu::support::ErrorCode;

namespace {

constexpr Parameter kParameters[] = {
    {"q", ParameterKind::text, "words"},
    {"type", ParameterKind::texts, "types"},
    {"limit", ParameterKind::integer, "items", {}, "20", 1, 200},
    {"year", ParameterKind::integers, "years", {}, {}, 1900, 2200},
    {"from", ParameterKind::date, "day"},
    {"sort", ParameterKind::choice, "order", "relevance|date", "relevance"},
    {"relation", ParameterKind::choices, "relations", "implements|amends"},
};

/// The parameter that is named in the error.
std::string rejected(const QueryPairs& query) {
    try {
        static_cast<void>(Arguments(kParameters, query));
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::bad_request);
        return error.context();
    }
    return "accepted";
}

}  // namespace

TEST_CASE("parameters have their values, their fallbacks, or nothing") {
    const Arguments given(kParameters, {{"q", "a b"}, {"limit", "7"}, {"from", "2018-03-15"}});
    CHECK(given.text("q") == "a b");
    CHECK(given.integer("limit") == 7);
    CHECK(given.date("from")->iso() == "2018-03-15");
    const Arguments none(kParameters, {{"q", ""}, {"limit", ""}});
    CHECK_FALSE(none.has("q"));
    CHECK(none.integer("limit") == 20);
    CHECK(none.text("sort") == "relevance");
    CHECK_FALSE(none.date("from"));
}

TEST_CASE("lists are repeated, choices may be separated by commas too") {
    const Arguments given(kParameters, {{"type", "Luật, bộ luật"},
                                        {"type", "Kế hoạch"},
                                        {"year", "2017"},
                                        {"year", "2018"},
                                        {"relation", "implements,amends"}});
    CHECK(given.texts("type") == std::vector<std::string>{"Luật, bộ luật", "Kế hoạch"});
    CHECK(given.integers("year") == std::vector<int>{2017, 2018});
    CHECK(given.texts("relation") == std::vector<std::string>{"implements", "amends"});
}

TEST_CASE("every malformed parameter is named") {
    CHECK(rejected({{"unknown", "1"}}) == "unknown");
    CHECK(rejected({{"limit", "0"}}) == "limit");
    CHECK(rejected({{"limit", "201"}}) == "limit");
    CHECK(rejected({{"limit", "1x"}}) == "limit");
    CHECK(rejected({{"limit", "99999999999999999999"}}) == "limit");
    CHECK(rejected({{"limit", "1"}, {"limit", "2"}}) == "limit");
    CHECK(rejected({{"year", "18"}}) == "year");
    CHECK(rejected({{"from", "2018-02-30"}}) == "from");
    CHECK(rejected({{"from", "15/3/2018"}}) == "from");
    CHECK(rejected({{"sort", "Date"}}) == "sort");
    CHECK(rejected({{"relation", "implements,"}}) == "relation");
    CHECK(rejected({{"q", "a"}, {"limit", "200"}}) == "accepted");
}

TEST_CASE("a required parameter that is missing or empty is named") {
    constexpr Parameter required[] = {
        {"number", ParameterKind::text, "number", {}, {}, 0, 0, true}};
    CHECK_THROWS_WITH(Arguments(required, {}), "number: missing parameter");
    CHECK_THROWS_AS(Arguments(required, {{"number", ""}}), Error);
}
