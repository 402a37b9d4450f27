#include "server/openapi.hpp"

#include <algorithm>

#include "server/codec/json.hpp"
#include "server/codec/schemas.hpp"
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

Json pair_schema() {
    return {{"type", "array"}, {"items", {{"type", "integer"}}}, {"minItems", 2}, {"maxItems", 2}};
}

Json type_schema(std::string_view type) {
    if (type.ends_with("[]")) {
        return {{"type", "array"}, {"items", type_schema(type.substr(0, type.size() - 2))}};
    }
    if (type.ends_with("?")) return nullable(type_schema(type.substr(0, type.size() - 1)));
    if (type == "any") return Json::object();
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
        schema["properties"][std::string(field.field)] = std::move(property);
    }
    return schemas;
}

Json enumerated(std::string_view choices) {
    Json values = Json::array();
    for (const std::string_view choice : split_choices(choices)) values.push_back(choice);
    return {{"type", "string"}, {"enum", std::move(values)}};
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
    if (parameter.fallback.empty()) return json;
    if (parameter.kind == ParameterKind::integer) {
        json["schema"]["default"] = std::stoll(std::string(parameter.fallback));
    } else {
        json["schema"]["default"] = parameter.fallback;
    }
    return json;
}

Json id_parameter() {
    Json json{{"name", "id"}, {"in", "path"}, {"required", true}};
    json["description"] = "Percent-encoded id: one path segment.";
    json["schema"] = {{"type", "string"}};
    return json;
}

Json content_json(const Route& route) {
    if (route.formats == "atom") return {{"application/atom+xml", Json::object()}};
    return {{"application/json", {{"schema", reference(route.answer)}}}};
}

Json responses_json(const Route& route) {
    Json responses;
    responses["200"] = {{"description", "The answer."}, {"content", content_json(route)}};
    if (route.path == "/resolve") {
        responses["300"] = {{"description", "Several documents have the number."}};
    }
    Json problem{{"description", "A problem."}};
    problem["content"] = {{"application/problem+json", {{"schema", reference("Problem")}}}};
    responses["default"] = std::move(problem);
    return responses;
}

Json operation_json(const Route& route) {
    Json json{{"summary", route.summary}};
    json["parameters"] = Json::array();
    if (route.path.find("{id}") != std::string_view::npos) {
        json["parameters"].push_back(id_parameter());
    }
    for (const Parameter& parameter : route.parameters) {
        json["parameters"].push_back(parameter_json(parameter));
    }
    if (route.method == "POST") {
        json["requestBody"]["required"] = true;
        json["requestBody"]["content"]["text/plain"]["schema"] = {{"type", "string"}};
    }
    json["responses"] = responses_json(route);
    return json;
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    });
    return out;
}

}  // namespace

std::string openapi_json() {
    Json json{{"openapi", "3.1.0"}};
    json["info"] = {{"title", "tracuu"},
                    {"version", TRACUU_VERSION},
                    {"description", "Vietnamese policy documents: search, citations, tasks."}};
    json["servers"] = Json::array({{{"url", "/api/v1"}}});
    for (const Route& route : routes()) {
        json["paths"][std::string(route.path)][lower(route.method)] = operation_json(route);
    }
    json["components"]["schemas"] = schemas_json();
    return dump(json);
}

}  // namespace tracuu::server
