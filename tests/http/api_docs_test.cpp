// docs/api.md against the program: every route and parameter stands there, every example is run
// against an index of the sample, and answers have the shape that the OpenAPI document promises.

#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "server/api.hpp"
#include "server/openapi.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::server;
using Json = nlohmann::json;

namespace {

std::string api_md() {
    std::ifstream stream(TRACUU_API_MD);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// The text of the section below `heading`, up to the next one.
std::string section(const std::string& text, const std::string& heading) {
    const std::size_t at = text.find("\n" + heading + "\n");
    if (at == std::string::npos) return {};
    return text.substr(at + 1, text.find("\n##", at + 2) - at - 1);
}

struct Example {
    std::string method;
    std::string target;
    std::string body;
    int status = 200;
    std::string answer;  ///< JSON; empty when none is shown
};

std::string block(const std::string& text, std::size_t& at, const std::string& language) {
    const std::string fence = "```" + language + "\n";
    const std::size_t begin = text.find(fence, at);
    if (begin == std::string::npos) return {};
    const std::size_t end = text.find("\n```", begin);
    at = end + 4;
    return text.substr(begin + fence.size(), end - begin - fence.size());
}

Example example_of(const std::string& request) {
    Example example;
    const std::string line = request.substr(0, request.find('\n'));
    example.method = line.substr(0, line.find(' '));
    example.target = line.substr(line.find(' ') + 1);
    const std::size_t status = request.find("\nHTTP ");
    if (status != std::string::npos) example.status = std::stoi(request.substr(status + 6));
    const std::size_t body = request.find("\n\n");
    if (body != std::string::npos) example.body = request.substr(body + 2);
    return example;
}

std::vector<Example> examples() {
    const std::string text = api_md();
    std::vector<Example> all;
    for (std::size_t at = 0;;) {
        const std::string request = block(text, at, "http");
        if (request.empty()) return all;
        all.push_back(example_of(request));
        if (text.compare(at, 9, "\n```json\n") == 0) all.back().answer = block(text, at, "json");
    }
}

/// Where `actual` does not hold what `expected` shows; empty when it does.
std::string difference(const Json& expected, const Json& actual, const std::string& path) {
    if (expected == "…") return {};
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [name, value] : expected.items()) {
            if (!actual.contains(name)) return path + "/" + name + " is missing";
            const std::string inner = difference(value, actual[name], path + "/" + name);
            if (!inner.empty()) return inner;
        }
        return {};
    }
    if (expected.is_array() && actual.is_array()) {
        if (expected.empty() != actual.empty() || expected.size() > actual.size()) {
            return path + " has " + std::to_string(actual.size()) + " items";
        }
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::string inner =
                difference(expected[i], actual[i], path + "/" + std::to_string(i));
            if (!inner.empty()) return inner;
        }
        return {};
    }
    return expected == actual ? "" : path + " is " + actual.dump();
}

/// Checks values against schemas of the OpenAPI document, with the few words that it uses.
class Shapes {
  public:
    explicit Shapes(const Json& document) : schemas_(document["components"]["schemas"]) {}

    /// Where `value` is not what `schema` says; empty when it is.
    [[nodiscard]] std::string problem(const Json& schema, const Json& value,
                                      const std::string& path) const {
        if (schema.contains("$ref")) {
            const std::string reference = schema["$ref"];
            return problem(schemas_[reference.substr(reference.rfind('/') + 1)], value, path);
        }
        if (schema.contains("anyOf")) {
            return value.is_null() ? "" : problem(schema["anyOf"][0], value, path);
        }
        if (!schema.contains("type")) return {};
        const std::string type = schema["type"];
        if (type == "object") return object_problem(schema, value, path);
        if (type == "array") return array_problem(schema, value, path);
        const bool fits = (type == "string" && value.is_string()) ||
                          (type == "integer" && value.is_number_integer()) ||
                          (type == "number" && value.is_number()) ||
                          (type == "boolean" && value.is_boolean());
        return fits ? "" : path + " is no " + type;
    }

  private:
    [[nodiscard]] std::string object_problem(const Json& schema, const Json& value,
                                             const std::string& path) const {
        if (!value.is_object()) return path + " is no object";
        for (const auto& [name, member] : value.items()) {
            if (!schema["properties"].contains(name))
                return path + "/" + name + " is not described";
            std::string inner = problem(schema["properties"][name], member, path + "/" + name);
            if (!inner.empty()) return inner;
        }
        return {};
    }
    [[nodiscard]] std::string array_problem(const Json& schema, const Json& value,
                                            const std::string& path) const {
        if (!value.is_array()) return path + " is no array";
        for (const Json& item : value) {
            std::string inner = problem(schema["items"], item, path + "[]");
            if (!inner.empty()) return inner;
        }
        return {};
    }
    Json schemas_;
};

struct SampleServer {
    SampleServer()
        : pool(published_source({TRACUU_SAMPLE_INDEX})), api(pool, metrics, StaticFiles("")) {}
    Reply ask(const Example& example) {
        ApiRequest request;
        request.method = example.method;
        request.target = example.target;
        request.body = example.body;
        return api.handle(request).reply;
    }
    IndexPool pool;
    Metrics metrics;
    Api api;
};

std::string whole_body(const Reply& reply) {
    if (!reply.stream) return reply.body;
    std::string out;
    reply.stream([&](std::string_view text) {
        out += text;
        return true;
    });
    return out;
}

}  // namespace

TEST_CASE("docs/api.md describes every route with all of its parameters") {
    const std::string text = api_md();
    for (const Route& route : routes()) {
        const std::string heading =
            "### " + std::string(route.method) + " " + std::string(route.path);
        const std::string part = section(text, heading);
        INFO(heading);
        REQUIRE_FALSE(part.empty());
        CHECK(part.find("```http\n" + std::string(route.method) + " /api/v1/") !=
              std::string::npos);
        for (const Parameter& parameter : route.parameters) {
            INFO(parameter.name);
            CHECK(part.find("\n| `" + std::string(parameter.name) + "` |") != std::string::npos);
        }
    }
}

TEST_CASE("every example of docs/api.md answers what it shows") {
    SampleServer server;
    const auto all = examples();
    CHECK(all.size() > routes().size());
    for (const Example& example : all) {
        const Reply reply = server.ask(example);
        const std::string body = whole_body(reply);
        INFO(example.method << " " << example.target << "\n" << body.substr(0, 2000));
        CHECK(reply.status == example.status);
        if (example.answer.empty()) continue;
        CHECK(difference(Json::parse(example.answer), Json::parse(body), "") == "");
    }
}

TEST_CASE("answers have the shape that the OpenAPI document promises") {
    const Json document = Json::parse(openapi_json());
    const Shapes shapes(document);
    SampleServer server;
    for (const Example& example : examples()) {
        const Target target = parse_target(example.target);
        const std::span<const std::string> segments = std::span(target.segments).subspan(2);
        const RouteMatch match = find_route(example.method, segments);
        REQUIRE(match.route != nullptr);
        if (example.status != 200 || match.route->formats == "atom") continue;
        const std::string method = example.method == "POST" ? "post" : "get";
        const Json& content = document["paths"][std::string(match.route->path)][method]["responses"]
                                      ["200"]["content"];
        const Json answer = Json::parse(whole_body(server.ask(example)));
        INFO(example.target);
        CHECK(shapes.problem(content["application/json"]["schema"], answer, "") == "");
    }
}
