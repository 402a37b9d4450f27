// What the API promises of every endpoint, as a table: members of answers, forms, and how each of
// them refuses what it does not know.

#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/operations.hpp"
#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"
#include "tests/http/reply_header.hpp"

using namespace tracuu;
using namespace tracuu::server;
using tracuu::tests::header;
using Json = nlohmann::json;

namespace {

struct Server {
    Server() : pool(test::fake_source()), api(pool, metrics, StaticFiles("")) {}
    Reply ask(std::string_view method, const std::string& target, std::string_view body = {}) {
        ApiRequest request;
        request.method = method;
        request.target = target;
        request.host = "localhost";
        request.body = body;
        return api.handle(request).reply;
    }
    Reply get(const std::string& target) { return ask("GET", target); }

    IndexPool pool;
    Metrics metrics;
    Api api;
};

/// Members as JSON pointers that the answer must have.
struct Promise {
    const char* target;
    std::vector<const char*> members;
};

const std::vector<Promise>& promises() {
    static const std::vector<Promise> kAll{
        {"/search?q=Ngh%E1%BB%8B",
         {"/query",
          "/total",
          "/hits/0/id",
          "/hits/0/number",
          "/hits/0/type",
          "/hits/0/issuer",
          "/hits/0/jurisdiction",
          "/hits/0/date",
          "/hits/0/title",
          "/hits/0/section",
          "/hits/0/score",
          "/hits/0/snippet/text",
          "/hits/0/snippet/highlights/0/1",
          "/facets/type",
          "/facets/jurisdiction",
          "/facets/issuer",
          "/facets/year",
          "/facets/body",
          "/direct",
          "/suggestion",
          "/took_ms",
          "/offset",
          "/limit",
          "/next",
          "/facet_totals/type"}},
        {"/documents", {"/total", "/offset", "/limit", "/next", "/items/0/id"}},
        {"/documents/26-kh-tu.binh-dinh.2018-03-15",
         {"/id", "/status", "/counts/cited_by", "/sections", "/citations", "/tasks", "/source"}},
        {"/documents/26-kh-tu.binh-dinh.2018-03-15/text", {"/text", "/spans/0/kind"}},
        {"/documents/26-kh-tu.binh-dinh.2018-03-15/cites",
         {"/total", "/items/0/id", "/items/0/relation", "/items/0/depth", "/items/0/path/1",
          "/items/0/evidence/0/document", "/items/0/evidence/0/start", "/items/0/evidence/0/end",
          "/items/0/evidence/0/quote", "/items/0/document/title", "/truncated"}},
        {"/documents/26-kh-tu.binh-dinh.2018-03-15/graph", {"/nodes/0/id", "/edges", "/truncated"}},
        {"/documents/18-nq-tw.2017-10-25/implementation", {"/tree/children/0", "/missing/0"}},
        {"/documents/26-kh-tu.binh-dinh.2018-03-15/similar", {"/total", "/items", "/truncated"}},
        {"/paths?from=26-KH/TU&to=18-nq-tw.2017-10-25",
         {"/paths/0/edges/0/relation", "/truncated"}},
        {"/tasks?facets=true",
         {"/total", "/items/0/id", "/items/0/text", "/items/0/document", "/items/0/section",
          "/items/0/bodies/0/id", "/items/0/bodies/0/name", "/items/0/bodies/0/role",
          "/items/0/deadline/surface", "/items/0/deadline/kind", "/items/0/deadline/from",
          "/items/0/deadline/to", "/items/0/cites", "/items/0/start", "/items/0/end",
          "/facets/body", "/facet_totals/body"}},
        {"/bodies", {"/total", "/items/0/aliases", "/items/0/level", "/items/0/counts/lead"}},
        {"/wanted", {"/total", "/items/0/count"}},
        {"/stats", {"/documents", "/snapshot"}},
    };
    return kAll;
}

const std::string kPrefix = "/api/v1";

/// A request that the route answers: its path with an id, and what it requires.
std::string target_of(const Route& route) {
    std::string path(route.path);
    const std::size_t id = path.find("{id}");
    const bool is_body = path.starts_with("/bodies");
    if (id != std::string::npos) path.replace(id, 4, is_body ? "so-noi-vu.binh-dinh" : test::kPlan);
    char mark = '?';
    for (const Parameter& parameter : route.parameters) {
        if (!parameter.required) continue;
        path += mark + std::string(parameter.name) + "=26-KH%2FTU";
        mark = '&';
    }
    return kPrefix + path + mark;
}

const Parameter* find(const Route& route, std::string_view name) {
    for (const Parameter& parameter : route.parameters) {
        if (parameter.name == name) return &parameter;
    }
    return nullptr;
}

void check_refused(const Reply& reply, std::string_view parameter) {
    CHECK(reply.status == 400);
    CHECK(reply.content_type == "application/problem+json");
    const Json problem = Json::parse(reply.body);
    for (const char* member : {"type", "title", "status", "detail", "code"}) {
        CHECK(problem.contains(member));
    }
    CHECK(problem["detail"].get<std::string>().starts_with(std::string(parameter) + ": "));
}

}  // namespace

TEST_CASE("every endpoint has the members that the contract names") {
    Server server;
    for (const auto& [target, members] : promises()) {
        const Reply reply = server.get(kPrefix + target);
        INFO(target << "\n" << reply.body);
        REQUIRE(reply.status == 200);
        const Json json = Json::parse(reply.body);
        for (const char* member : members) {
            INFO(member);
            CHECK(json.contains(Json::json_pointer(member)));
        }
    }
}

TEST_CASE("every parameter of every route refuses what it is not, by name") {
    Server server;
    for (const Route& route : routes()) {
        const std::string target = target_of(route);
        const auto ask = [&](std::string_view name, const std::string& value) {
            INFO(target << name << "=" << value);
            check_refused(server.ask(route.method, target + std::string(name) + "=" + value), name);
        };
        ask("unknown", "1");
        for (const Parameter& parameter : route.parameters) {
            ask(parameter.name, "%zz");
            ask(parameter.name, "%ff");
            switch (parameter.kind) {
                case ParameterKind::integer:
                case ParameterKind::integers:
                    ask(parameter.name, std::to_string(parameter.maximum + 1));
                    ask(parameter.name, "-1");
                    ask(parameter.name, "1x");
                    break;
                case ParameterKind::date:
                    ask(parameter.name, "2018-02-30");
                    ask(parameter.name, "1/2/2018");
                    break;
                case ParameterKind::choice:
                case ParameterKind::choices:
                    ask(parameter.name, "none_of_these");
                    break;
                default:
                    break;
            }
        }
    }
}

TEST_CASE("lists are paged by limit, offset and cursor, and every form says how many there are") {
    Server server;
    std::size_t lists = 0;
    for (const Route& route : routes()) {
        const Parameter* const format = find(route, "format");
        if (find(route, "offset") == nullptr || format == nullptr) continue;
        ++lists;
        CHECK(find(route, "limit")->maximum == 200);
        CHECK(find(route, "limit")->fallback == "20");
        CHECK(find(route, "cursor") != nullptr);
        const Json json = Json::parse(server.get(target_of(route) + "limit=1").body);
        for (const std::string_view one : split_choices(format->choices)) {
            const Reply reply = server.get(target_of(route) + "format=" + std::string(one));
            INFO(route.path << " " << one);
            CHECK(reply.status == 200);
            CHECK(header(reply, "X-Total-Count") == std::to_string(json["total"].get<int>()));
            CHECK(header(reply, "X-Truncated").empty());
        }
    }
    CHECK(lists >= 7);
}

TEST_CASE("facets say how many values they have when they show fewer") {
    Server server;
    const Json all = Json::parse(server.get("/api/v1/search?q=Ngh%E1%BB%8B").body);
    CHECK(all["facet_totals"]["type"] == all["facets"]["type"].size());
    const Json one = Json::parse(server.get("/api/v1/search?facets=type").body);
    CHECK(one["facet_totals"].size() == 1);
    CHECK(Json::parse(server.get("/api/v1/search?facets=false").body)["facet_totals"].empty());
    const Json tasks = Json::parse(server.get("/api/v1/tasks?facets=true&facet_limit=1").body);
    CHECK(tasks["facets"]["body"].size() <= 1);
    CHECK(tasks["facet_totals"].size() == 7);
    CHECK_FALSE(Json::parse(server.get("/api/v1/tasks").body).contains("facet_totals"));
}

TEST_CASE("what answers beside the routes has no parameters") {
    Server server;
    for (const Operation& operation : operations()) {
        INFO(operation.path);
        const std::string path(operation.path);
        CHECK(server.get(path).status == 200);
        CHECK(server.get(path).content_type == operation.content_type);
        check_refused(server.get(path + "?unknown=1"), "unknown");
        CHECK(server.ask("POST", path).status == 405);
    }
}

TEST_CASE("addresses in answers have the scheme that the client used") {
    Server server;
    ApiRequest request;
    request.target = "/opensearch.xml";
    request.host = "example.org";
    request.is_https = true;
    CHECK(server.api.handle(request).reply.body.find("https://example.org/?q=") !=
          std::string::npos);
}
