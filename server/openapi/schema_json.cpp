#include "server/openapi/schema_json.hpp"

#include <string>

#include "server/codec/schemas.hpp"
#include "server/parameter.hpp"

namespace tracuu::server {
namespace {

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
    if (type == "date") return {{"type", "string"}, {"format", "date"}};
    if (type.find('|') != std::string_view::npos) return enumerated(type);
    if (type == "Pair") return pair_schema();
    const bool is_plain =
        type == "string" || type == "integer" || type == "number" || type == "boolean";
    return is_plain ? Json{{"type", std::string(type)}} : schema_reference(type);
}

}  // namespace

Json schema_reference(std::string_view schema) {
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

Json enumerated(std::string_view choices) {
    Json values = Json::array();
    for (const std::string_view choice : split_choices(choices)) values.push_back(choice);
    return {{"type", "string"}, {"enum", std::move(values)}};
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

}  // namespace tracuu::server
