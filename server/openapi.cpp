#include "server/openapi.hpp"

#include <algorithm>

#include "server/codec/json.hpp"
#include "server/http/gate.hpp"
#include "server/openapi/responses.hpp"
#include "server/openapi/schema_json.hpp"
#include "server/operations.hpp"
#include "server/routes.hpp"

namespace tracuu::server {
namespace {

Json list_of(Json items) {
    return {{"type", "array"}, {"items", std::move(items)}};
}

Json integer_schema(const Parameter& parameter) {
    return {{"type", "integer"}, {"minimum", parameter.minimum}, {"maximum", parameter.maximum}};
}

Json parameter_schema(const Parameter& parameter) {
    switch (parameter.kind) {
        case ParameterKind::text:
            return {{"type", "string"}};
        case ParameterKind::texts:
            return list_of({{"type", "string"}});
        case ParameterKind::integer:
            return integer_schema(parameter);
        case ParameterKind::integers:
            return list_of(integer_schema(parameter));
        case ParameterKind::date:
            return {{"type", "string"}, {"format", "date"}};
        case ParameterKind::choice:
            return enumerated(parameter.choices);
        case ParameterKind::choices:
            return list_of(enumerated(parameter.choices));
    }
    return Json::object();
}

Json parameter_json(const Parameter& parameter) {
    Json json{{"name", parameter.name}, {"in", "query"}, {"required", parameter.required}};
    json["description"] = parameter.doc;
    json["schema"] = parameter_schema(parameter);
    if (!parameter.example.empty()) {
        const bool is_list = json["schema"]["type"] == "array";
        json["example"] = is_list ? Json::array({parameter.example}) : Json(parameter.example);
    }
    if (parameter.fallback.empty()) return json;
    if (parameter.kind == ParameterKind::integer) {
        json["schema"]["default"] = std::stoll(std::string(parameter.fallback));
    } else {
        json["schema"]["default"] = parameter.fallback;
    }
    return json;
}

Json id_parameter(const Route& route) {
    const bool is_body = route.path.starts_with("/bodies");
    Json json{{"name", "id"}, {"in", "path"}, {"required", true}};
    json["description"] =
        is_body ? "Id of a body, percent-encoded." : "Id or number of a document, percent-encoded.";
    json["schema"] = {{"type", "string"}, {"minLength", 1}};
    json["example"] = is_body ? "so-noi-vu.kon-tum" : "10-nq-cp.2018-02-03";
    return json;
}

/// The tag of the routes whose path begins so; operations name theirs.
struct Tag {
    std::string_view path;
    std::string_view name;
    std::string_view description;
};
constexpr Tag kTags[] = {
    {"/search", "search", "Words, phrases and fields; completions."},
    {"/suggest", "search", {}},
    {"/documents", "documents", "Documents, their texts and the citations between them."},
    {"/paths", "documents", {}},
    {"/wanted", "documents", {}},
    {"/resolve", "numbers", "What a number or a text full of numbers means."},
    {"/citations", "numbers", {}},
    {"/tasks", "tasks", "Who has to do what, until when."},
    {"/bodies", "tasks", {}},
    {"/stats", "everything", "The index as a whole."},
    {"/export", "everything", {}},
    {"/feeds", "feeds", "What is new, for feed readers."},
    {{}, "operation", "For whoever runs the server."},
    {{}, "discovery", "What programs find the API by."},
};

std::string_view tag_of(const Route& route) {
    const auto* const tag = std::find_if(std::begin(kTags), std::end(kTags), [&](const Tag& item) {
        return !item.path.empty() && route.path.starts_with(item.path);
    });
    return tag == std::end(kTags) ? std::string_view{} : tag->name;
}

Json tags_json() {
    Json tags = Json::array();
    for (const Tag& tag : kTags) {
        if (tag.description.empty()) continue;
        tags.push_back({{"name", tag.name}, {"description", tag.description}});
    }
    return tags;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    });
    return out;
}

/// `getDocumentCitedBy`: the method and the words of the path; what an id follows is singular.
std::string operation_id(std::string_view method, std::string path) {
    for (const auto& [many, one] :
         {std::pair{"documents/{id}", "document"}, std::pair{"bodies/{id}", "body"}}) {
        const std::size_t at = path.find(many);
        if (at != std::string::npos) path.replace(at, std::string_view(many).size(), one);
    }
    path = path.substr(0, std::min(path.find("/{id}"), path.find(".atom")));
    std::string id = lower(method);
    bool starts_word = false;
    for (const char byte : path) {
        const bool is_letter = byte >= 'a' && byte <= 'z';
        if (is_letter) id += starts_word ? static_cast<char>(byte - 32) : byte;
        starts_word = !is_letter;
    }
    return id;
}

Json operation_json(const Route& route) {
    Json json{{"operationId", operation_id(route.method, std::string(route.path))},
              {"summary", route.summary}};
    json["tags"] = Json::array({tag_of(route)});
    json["parameters"] = Json::array();
    if (has_id(route)) json["parameters"].push_back(id_parameter(route));
    for (const Parameter& parameter : route.parameters) {
        json["parameters"].push_back(parameter_json(parameter));
    }
    if (route.method == "POST") {
        json["requestBody"]["required"] = true;
        Json& media = json["requestBody"]["content"]["text/plain"];
        media["schema"] = {{"type", "string"}};
        media["example"] = "Thực hiện Nghị quyết số 10/NQ-CP ngày 03/02/2018";
    }
    json["responses"] = responses_of(route);
    return json;
}

constexpr std::string_view kPrefix = "/api/v1";

/// Paths beside the prefix say where they are.
void add_operation(Json& paths, const Operation& operation) {
    std::string_view path = operation.path;
    const bool is_below = path.starts_with(kPrefix);
    if (is_below) path.remove_prefix(kPrefix.size());
    Json& item = paths[std::string(path)];
    if (!is_below) item["servers"] = Json::array({{{"url", "/"}}});
    Json& json = item["get"];
    json["operationId"] = operation_id("GET", std::string(path));
    json["summary"] = operation.summary;
    json["tags"] = Json::array({operation.tag});
    json["parameters"] = Json::array();
    if (operation.is_health) json["security"] = Json::array();
    json["responses"] = responses_of(operation);
}

/// No key, where the server asks for none, or one in either header.
Json security_json() {
    Json one_of = Json::array();
    one_of.push_back(Json::object());
    one_of.push_back({{"key", Json::array()}});
    one_of.push_back({{"bearer", Json::array()}});
    return one_of;
}

Json security_schemes() {
    constexpr const char* kWhen = "Where the server was started with --api-key-file.";
    return {{"key",
             {{"type", "apiKey"},
              {"in", "header"},
              {"name", http::kKeyHeader},
              {"description", kWhen}}},
            {"bearer", {{"type", "http"}, {"scheme", "bearer"}, {"description", kWhen}}}};
}

Json info_json() {
    Json json{{"title", "tracuu"}, {"version", TRACUU_VERSION}};
    json["summary"] = "Vietnamese policy documents: search, citations, tasks.";
    json["description"] =
        "Read only. Lists are paged by `offset` or by the cursor in `next`; unknown parameters are "
        "refused by name. Details are in docs/api.md.";
    json["license"] = {{"name", "GNU General Public License, version 2 or later"},
                       {"identifier", "GPL-2.0-or-later"}};
    return json;
}

}  // namespace

std::string openapi_json() {
    Json json{{"openapi", "3.1.0"}};
    json["info"] = info_json();
    json["servers"] = Json::array({{{"url", kPrefix}, {"description", "This server."}}});
    json["security"] = security_json();
    json["tags"] = tags_json();
    for (const Route& route : routes()) {
        json["paths"][std::string(route.path)][lower(route.method)] = operation_json(route);
    }
    for (const Operation& operation : operations()) add_operation(json["paths"], operation);
    json["components"]["schemas"] = schemas_json();
    json["components"]["responses"] = problem_responses();
    json["components"]["headers"] = response_headers();
    json["components"]["securitySchemes"] = security_schemes();
    return dump(json);
}

}  // namespace tracuu::server
