#include "server/openapi.hpp"

#include <nlohmann/json.hpp>

#include "server/operations.hpp"
#include "server/routes.hpp"
#include "tests/catch.hpp"

using Json = nlohmann::json;
using namespace tracuu::server;

namespace {

/// Calls `visit` with every `$ref` in the document.
void each_reference(const Json& json, const std::function<void(const std::string&)>& visit) {
    if (json.is_object() && json.contains("$ref")) visit(json["$ref"]);
    if (!json.is_structured()) return;
    for (const Json& child : json) each_reference(child, visit);
}

}  // namespace

TEST_CASE("the OpenAPI document describes every route and parameter") {
    const Json json = Json::parse(openapi_json());
    CHECK(json["openapi"] == "3.1.0");
    for (const Route& route : routes()) {
        INFO(route.path);
        const std::string method = route.method == "POST" ? "post" : "get";
        const Json& operation = json["paths"][std::string(route.path)][method];
        REQUIRE(operation.is_object());
        const bool has_id = route.path.find("{id}") != std::string_view::npos;
        CHECK(operation["parameters"].size() == route.parameters.size() + (has_id ? 1 : 0));
        for (const Json& parameter : operation["parameters"]) {
            CHECK_FALSE(parameter["description"].get<std::string>().empty());
        }
    }
}

TEST_CASE("the OpenAPI document describes what answers beside the routes, and where") {
    const Json json = Json::parse(openapi_json());
    for (const Operation& operation : operations()) {
        INFO(operation.path);
        const bool is_below = operation.path.starts_with("/api/v1/");
        const Json& item = json["paths"][std::string(operation.path.substr(is_below ? 7 : 0))];
        REQUIRE(item["get"].is_object());
        CHECK(item.contains("servers") == !is_below);
        // Health checks are answered to everybody.
        CHECK(item["get"].contains("security") == operation.is_health);
        CHECK(item["get"]["responses"].contains("401") == !operation.is_health);
    }
}

TEST_CASE("the OpenAPI document names the keys and every failure that a route may answer with") {
    const Json json = Json::parse(openapi_json());
    CHECK(json["components"]["securitySchemes"]["key"]["name"] == "X-API-Key");
    CHECK(json["security"].size() == 3);
    CHECK(json["security"][0].empty());  // a server may ask for none
    const Json& search = json["paths"]["/search"]["get"]["responses"];
    for (const char* status : {"400", "401", "408", "410", "414", "429", "431", "503"}) {
        INFO(status);
        CHECK(search.contains(status));
    }
    CHECK_FALSE(search.contains("413"));
    CHECK(json["paths"]["/citations"]["post"]["responses"].contains("413"));
    CHECK(json["paths"]["/citations"]["post"]["responses"].contains("415"));
    const Json& responses = json["components"]["responses"];
    CHECK(responses["RateLimited"]["headers"].contains("Retry-After"));
    CHECK(responses["Unavailable"]["headers"].contains("Retry-After"));
    CHECK(responses["Unauthorized"]["headers"].contains("WWW-Authenticate"));
    CHECK(responses["BadRequest"]["content"]["application/problem+json"]["schema"]["allOf"][1]
                   ["properties"]["code"]["enum"] ==
          Json::array({"bad_request", "malformed_number"}));
}

TEST_CASE("every reference of the OpenAPI document leads to a part of it") {
    const Json json = Json::parse(openapi_json());
    std::size_t references = 0;
    each_reference(json, [&](const std::string& reference) {
        INFO(reference);
        ++references;
        REQUIRE(reference.starts_with("#/components/"));
        CHECK(json.contains(Json::json_pointer(reference.substr(1))));
    });
    CHECK(references > 20);
}

TEST_CASE("a path segment is one id, and another method is told from no path") {
    const std::vector<std::string> path{"documents", "a/b", "cited-by"};
    const RouteMatch match = find_route("GET", path);
    REQUIRE(match.route != nullptr);
    CHECK(match.route->path == "/documents/{id}/cited-by");
    CHECK(match.id == "a/b");
    const std::vector<std::string> post{"citations"};
    CHECK(find_route("GET", post).route == nullptr);
    CHECK(find_route("GET", post).other_method == "POST");
    const std::vector<std::string> feed{"feeds", "cited-by", "x.1.atom"};
    CHECK(find_route("GET", feed).id == "x.1");
    const std::vector<std::string> none{"documents", "a", "b", "c"};
    CHECK(find_route("GET", none).route == nullptr);
    CHECK(find_route("GET", none).other_method.empty());
}
