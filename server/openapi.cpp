#include "server/openapi.hpp"

#include <algorithm>

#include "server/codec/json.hpp"
#include "server/codec/schemas.hpp"
#include "server/handlers/handlers.hpp"
#include "server/problem.hpp"
#include "server/routes.hpp"

namespace tracuu::server {
namespace {

Json reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

Json nullable(Json schema) {
    Json any = Json::array();
    any.push_back(std::move(schema));
    any.push_back({{"type", "null"}});
    return {{"anyOf", std::move(any)}};
}

Json enumerated(std::string_view choices) {
    Json values = Json::array();
    for (const std::string_view choice : split_choices(choices)) values.push_back(choice);
    return {{"type", "string"}, {"enum", std::move(values)}};
}

Json pair_schema() {
    return {{"type", "array"}, {"items", {{"type", "integer"}}}, {"minItems", 2}, {"maxItems", 2}};
}

Json type_schema(std::string_view type) {
    if (type.ends_with("[]")) {
        return {{"type", "array"}, {"items", type_schema(type.substr(0, type.size() - 2))}};
    }
    if (type.ends_with("?")) return nullable(type_schema(type.substr(0, type.size() - 1)));
    if (type == "any") return Json::object();
    if (type == "date") return {{"type", "string"}, {"format", "date"}};
    if (type.find('|') != std::string_view::npos) return enumerated(type);
    if (type == "Pair") return pair_schema();
    const bool is_plain =
        type == "string" || type == "integer" || type == "number" || type == "boolean";
    return is_plain ? Json{{"type", std::string(type)}} : reference(type);
}

Json schemas_json() {
    Json schemas = Json::object();
    for (const SchemaField& field : schema_fields()) {
        Json& schema = schemas[std::string(field.schema)];
        schema["type"] = "object";
        Json property = type_schema(field.type);
        if (!field.doc.empty()) property["description"] = field.doc;
        std::string name(field.field);
        if (name.back() == '?') {
            name.pop_back();
        } else {
            schema["required"].push_back(name);
        }
        schema["properties"][name] = std::move(property);
    }
    return schemas;
}

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

bool has_id(const Route& route) {
    return route.path.find("{id}") != std::string_view::npos;
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

Json content_json(const Route& route) {
    Json content;
    for (const std::string_view format : split_choices(route.formats)) {
        const std::string_view type = handlers::content_type_of(format);
        Json media{{"schema", {{"type", "string"}}}};
        if (format == "json") media["schema"] = reference(route.answer);
        if (format == "jsonld") media["schema"]["type"] = "object";
        content[std::string(type.substr(0, type.find(';')))] = std::move(media);
    }
    return content;
}

struct ProblemRow {
    std::string_view name;
    int status;
    std::string_view description;
};
constexpr ProblemRow kProblems[] = {
    {"BadRequest", 400, "A parameter is unknown, missing or malformed; `detail` names it."},
    {"NotFound", 404, "No such document, number or body."},
    {"StaleCursor", 410, "The index changed since the cursor was given."},
    {"TooLarge", 413, "The body is longer than 1 MiB."},
    {"UnsupportedInput", 415, "The body is not text/plain."},
    {"Unavailable", 503, "The index cannot be read now; see Retry-After."},
};

Json problem_content(int status) {
    Json content;
    Json& media = content["application/problem+json"];
    media["schema"] = reference("Problem");
    media["example"] = Json::parse(json_text(problem_of_status(status, Language::english)));
    return content;
}

Json problem_responses() {
    Json responses;
    for (const ProblemRow& row : kProblems) {
        responses[std::string(row.name)] = {{"description", row.description},
                                            {"content", problem_content(row.status)}};
    }
    responses["Problem"] = {{"description", "Another problem."}, {"content", problem_content(500)}};
    return responses;
}

bool can_fail(const Route& route, int status) {
    if (status == 404) return has_id(route) || route.path == "/resolve" || route.path == "/paths";
    if (status == 410) {
        return std::any_of(route.parameters.begin(), route.parameters.end(),
                           [](const Parameter& item) { return item.name == "cursor"; });
    }
    return (status != 413 && status != 415) || route.method == "POST";
}

/// True where one document must be meant: a number of several is no answer.
bool means_one(const Route& route) {
    const bool is_reach = route.path.ends_with("/cites") || route.path.ends_with("/cited-by");
    return (has_id(route) && !route.path.starts_with("/bodies") && !is_reach) ||
           route.path == "/resolve" || route.path == "/paths";
}

Json several_response(const Route& route) {
    Json several{{"description", "Several documents have the number."}};
    if (route.path == "/resolve") {
        several["content"]["application/json"]["schema"] = reference("Candidates");
    } else {
        several["content"]["application/problem+json"]["schema"] = reference("Problem");
    }
    return several;
}

Json responses_json(const Route& route) {
    Json responses;
    responses["200"] = {{"description", "The answer."}, {"content", content_json(route)}};
    if (means_one(route)) responses["300"] = several_response(route);
    for (const ProblemRow& row : kProblems) {
        if (!can_fail(route, row.status)) continue;
        responses[std::to_string(row.status)] = {
            {"$ref", "#/components/responses/" + std::string(row.name)}};
    }
    responses["default"] = {{"$ref", "#/components/responses/Problem"}};
    return responses;
}

/// The tag of the routes whose path begins so.
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
};

std::string_view tag_of(const Route& route) {
    const auto* const tag = std::find_if(std::begin(kTags), std::end(kTags), [&](const Tag& item) {
        return route.path.starts_with(item.path);
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
std::string operation_id(const Route& route) {
    std::string path(route.path);
    for (const auto& [many, one] :
         {std::pair{"documents/{id}", "document"}, std::pair{"bodies/{id}", "body"}}) {
        const std::size_t at = path.find(many);
        if (at != std::string::npos) path.replace(at, std::string_view(many).size(), one);
    }
    path = path.substr(0, std::min(path.find("/{id}"), path.find(".atom")));
    std::string id = lower(route.method);
    bool starts_word = false;
    for (const char byte : path) {
        const bool is_letter = byte >= 'a' && byte <= 'z';
        if (is_letter) id += starts_word ? static_cast<char>(byte - 32) : byte;
        starts_word = !is_letter;
    }
    return id;
}

Json operation_json(const Route& route) {
    Json json{{"operationId", operation_id(route)}, {"summary", route.summary}};
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
    json["responses"] = responses_json(route);
    return json;
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
    json["servers"] = Json::array({{{"url", "/api/v1"}, {"description", "This server."}}});
    json["security"] = Json::array();
    json["tags"] = tags_json();
    for (const Route& route : routes()) {
        json["paths"][std::string(route.path)][lower(route.method)] = operation_json(route);
    }
    json["components"]["schemas"] = schemas_json();
    json["components"]["responses"] = problem_responses();
    return dump(json);
}

}  // namespace tracuu::server
