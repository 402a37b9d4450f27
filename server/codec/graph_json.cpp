#include <cmath>

#include "server/codec.hpp"
#include "server/codec/json.hpp"

namespace tracuu::server {
namespace {

Json evidence_json(const std::vector<indexer::Evidence>& evidence) {
    Json json = Json::array();
    for (const auto& item : evidence) json.push_back(to_json(item));
    return json;
}

Json metas_json(const std::vector<indexer::DocumentMeta>& metas) {
    Json json = Json::array();
    for (const auto& meta : metas) json.push_back(to_json(meta));
    return json;
}

Json path_json(const std::vector<indexer::GraphEdge>& path) {
    Json nodes = Json::array();
    Json edges = Json::array();
    if (!path.empty()) nodes.push_back(path.front().from);
    for (const auto& edge : path) {
        nodes.push_back(edge.to);
        edges.push_back(to_json(edge));
    }
    Json json{{"length", path.size()}};
    json["nodes"] = std::move(nodes);
    json["edges"] = std::move(edges);
    return json;
}

Json node_json(const ImplementationNode& node) {
    Json children = Json::array();
    for (const auto& child : node.children) children.push_back(node_json(child));
    Json json;
    json["document"] = to_json(node.document);
    json["evidence"] = evidence_json(node.evidence);
    json["children"] = std::move(children);
    return json;
}

double rounded(double value) {
    return std::round(value * 1e4) / 1e4;
}

Json found_json(const FoundCitation& found) {
    Json json = to_json(found.mention);
    if (!found.known) json["status"] = "unresolved";
    json.erase("rule");
    return json;
}

}  // namespace

Json to_json(const indexer::Evidence& evidence) {
    Json json{{"document", evidence.document}};
    put_range(json, evidence.span);
    json["quote"] = evidence.quote;
    return json;
}

Json to_json(const indexer::GraphEdge& edge) {
    Json json{{"from", edge.from}, {"to", edge.to}};
    json["relation"] = analyzers::name(edge.relation);
    json["evidence"] = evidence_json(edge.evidence);
    return json;
}

Json to_json(const indexer::Reached& reached) {
    Json json{{"id", reached.meta.id}};
    json["relation"] = analyzers::name(reached.edge.relation);
    json["depth"] = reached.depth;
    json["path"] = reached.path;
    json["evidence"] = evidence_json(reached.edge.evidence);
    json["document"] = to_json(reached.meta);
    json["cited_by"] = reached.cited_by;
    json["authority"] = authority_or_null(reached.authority);
    return json;
}

Json to_json(const WantedDocument& wanted) {
    Json json = to_json(wanted.meta);
    json["count"] = wanted.count;
    return json;
}

Json to_json(const SimilarDocument& similar) {
    Json json = to_json(similar.meta);
    json["score"] = rounded(similar.score);
    json["coupling"] = rounded(similar.coupling);
    json["cocitation"] = rounded(similar.cocitation);
    json["text"] = rounded(similar.text);
    json["shared"] = similar.shared;
    json["cited_together"] = similar.cited_together;
    return json;
}

std::string json_text(const List<indexer::Reached>& list) {
    Json json = list_json(list);
    json["truncated"] = list.truncated;
    return dump(json);
}

std::string json_text(const GraphAnswer& answer) {
    Json edges = Json::array();
    for (const auto& edge : answer.edges) edges.push_back(to_json(edge));
    Json json{{"id", answer.start}};
    json["nodes"] = metas_json(answer.nodes);
    json["edges"] = std::move(edges);
    json["truncated"] = answer.truncated;
    return dump(json);
}

std::string json_text(const PathsAnswer& answer) {
    Json paths = Json::array();
    for (const auto& path : answer.paths) paths.push_back(path_json(path));
    Json json{{"from", answer.from}, {"to", answer.to}, {"total", answer.paths.size()}};
    json["paths"] = std::move(paths);
    json["nodes"] = metas_json(answer.nodes);
    json["truncated"] = answer.truncated;
    return dump(json);
}

std::string json_text(const ImplementationAnswer& answer) {
    Json json;
    json["tree"] = node_json(answer.tree);
    json["total"] = answer.total;
    json["places"] = answer.places;
    json["missing"] = answer.missing;
    json["truncated"] = answer.truncated;
    return dump(json);
}

std::string json_text(const List<SimilarDocument>& list) {
    Json json = list_json(list);
    json["truncated"] = list.truncated;
    return dump(json);
}
std::string json_text(const List<WantedDocument>& list) {
    return dump(list_json(list));
}

std::string json_text(const Resolution& resolution) {
    if (resolution.candidates.size() == 1) return dump(to_json(resolution.candidates.front()));
    Json json{{"number", resolution.number}};
    json["code"] = resolution.candidates.empty() ? "not_found" : "ambiguous";
    json["candidates"] = metas_json(resolution.candidates);
    return dump(json);
}

std::string json_text(const List<FoundCitation>& list) {
    return dump(list_json(list, found_json));
}

std::string json_line(const indexer::GraphEdge& edge) {
    return dump(to_json(edge));
}

}  // namespace tracuu::server
