// JSON-LD with the terms of the European Legislation Identifier: https://eur-lex.europa.eu/eli

#include <map>

#include "server/codec/json.hpp"
#include "server/formats.hpp"
#include "server/url.hpp"

namespace tracuu::server {
namespace {

using analyzers::Relation;
using indexer::DocumentMeta;

/// The property of ELI that says what our relation says; ours where ELI has none that fits. ELI
/// knows no replacement: what is replaced is repealed.
struct Term {
    Relation relation;
    std::string_view property;
};
constexpr Term kTerms[] = {
    {Relation::mentions, "eli:cites"},    {Relation::reviews, "tracuu:reviews"},
    {Relation::based_on, "eli:based_on"}, {Relation::implements, "eli:implements"},
    {Relation::amends, "eli:amends"},     {Relation::replaces, "eli:repeals"},
    {Relation::repeals, "eli:repeals"},
};

Json context() {
    Json json;
    json["eli"] = "http://data.europa.eu/eli/ontology#";
    json["xsd"] = "http://www.w3.org/2001/XMLSchema#";
    json["tracuu"] = "urn:tracuu:";
    json["eli:date_document"] = {{"@type", "xsd:date"}};
    json["eli:title"] = {{"@language", "vi"}};
    for (const Term& term : kTerms) json[std::string(term.property)] = {{"@type", "@id"}};
    return json;
}

std::string address(std::string_view id) {
    return "urn:tracuu:" + percent_encode(id);
}

void put(Json& json, const char* property, std::string_view value) {
    if (!value.empty()) json[property] = value;
}

Json resource(const DocumentMeta& meta) {
    Json json{{"@id", address(meta.id)}, {"@type", "eli:LegalResource"}};
    put(json, "eli:id_local", meta.number);
    put(json, "eli:type_document", meta.type);
    put(json, "eli:title", meta.title);
    put(json, "eli:passed_by", meta.issuer);
    put(json, "eli:jurisdiction", meta.jurisdiction);
    if (meta.date) json["eli:date_document"] = meta.date->iso();
    json["tracuu:status"] = meta.present ? "present" : "absent";
    return json;
}

std::string_view property_of(Relation relation) {
    for (const Term& term : kTerms) {
        if (term.relation == relation) return term.property;
    }
    return kTerms[0].property;
}

}  // namespace

std::string jsonld(const GraphAnswer& graph) {
    std::map<std::string, Json> properties;  // of each document that an edge leads from
    for (const indexer::GraphEdge& edge : graph.edges) {
        Json& targets = properties[edge.from][std::string(property_of(edge.relation))];
        targets.push_back(address(edge.to));
    }
    Json resources = Json::array();
    for (const DocumentMeta& node : graph.nodes) {
        Json json = resource(node);
        // Beside `@graph` it would make that a named graph.
        if (graph.truncated && node.id == graph.start) json["tracuu:truncated"] = true;
        const auto found = properties.find(node.id);
        if (found != properties.end()) json.update(found->second);
        resources.push_back(std::move(json));
    }
    Json json{{"@context", context()}, {"@graph", std::move(resources)}};
    return dump(json) + "\n";
}

}  // namespace tracuu::server
