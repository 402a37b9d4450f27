#include "server/formats.hpp"

namespace tracuu::server {
namespace {

using indexer::DocumentMeta;
using indexer::GraphEdge;

constexpr std::string_view kGraphmlHead =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="number" for="node" attr.name="number" attr.type="string"/>
<key id="type" for="node" attr.name="type" attr.type="string"/>
<key id="issuer" for="node" attr.name="issuer" attr.type="string"/>
<key id="jurisdiction" for="node" attr.name="jurisdiction" attr.type="string"/>
<key id="date" for="node" attr.name="date" attr.type="string"/>
<key id="title" for="node" attr.name="title" attr.type="string"/>
<key id="status" for="node" attr.name="status" attr.type="string"/>
<key id="truncated" for="graph" attr.name="truncated" attr.type="boolean"/>
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="quote" for="edge" attr.name="quote" attr.type="string"/>
<graph edgedefault="directed">
)";

void append_data(std::string& out, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += "<data key=\"" + std::string(key) + "\">" + xml_escape(value) + "</data>";
}

std::string graphml_start(bool truncated) {
    std::string out(kGraphmlHead);
    append_data(out, "truncated", truncated ? "true" : "");
    return out;
}

void append_graphml_node(std::string& out, const DocumentMeta& node) {
    out += "<node id=\"" + xml_escape(node.id) + "\">";
    append_data(out, "number", node.number);
    append_data(out, "type", node.type);
    append_data(out, "issuer", node.issuer);
    append_data(out, "jurisdiction", node.jurisdiction);
    append_data(out, "date", node.date ? node.date->iso() : "");
    append_data(out, "title", node.title);
    append_data(out, "status", node.present ? "present" : "absent");
    out += "</node>\n";
}

void append_graphml_edge(std::string& out, const GraphEdge& edge) {
    out += "<edge source=\"" + xml_escape(edge.from) + "\" target=\"" + xml_escape(edge.to) + "\">";
    append_data(out, "relation", name(edge.relation));
    if (!edge.evidence.empty()) append_data(out, "quote", edge.evidence.front().quote);
    out += "</edge>\n";
}

/// A quoted string of the DOT language.
std::string dot_string(std::string_view text) {
    std::string out = "\"";
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') out += '\\';
        if (byte == '\n' || byte == '\r') {
            out += ' ';
            continue;
        }
        out += byte;
    }
    return out + "\"";
}

std::string dot_start(bool truncated) {
    std::string out = "digraph tracuu {\n";
    if (truncated) out += "  truncated=true;\n";
    return out + "  node [shape=box];\n";
}

void append_dot_node(std::string& out, const DocumentMeta& node) {
    const std::string& label = node.number.empty() ? node.id : node.number;
    out += "  " + dot_string(node.id) + " [label=" + dot_string(label);
    if (!node.title.empty()) out += ", tooltip=" + dot_string(node.title);
    out += node.present ? "];\n" : ", style=dashed];\n";
}

void append_dot_edge(std::string& out, const GraphEdge& edge) {
    out += "  " + dot_string(edge.from) + " -> " + dot_string(edge.to) +
           " [label=" + dot_string(name(edge.relation)) + "];\n";
}

constexpr GraphWriting kWritings[] = {
    {"graphml", graphml_start, append_graphml_node, append_graphml_edge, "</graph>\n</graphml>\n"},
    {"dot", dot_start, append_dot_node, append_dot_edge, "}\n"},
};

std::string written(const GraphAnswer& graph, const GraphWriting& writing) {
    std::string out = writing.start(graph.truncated);
    for (const DocumentMeta& node : graph.nodes) writing.append_node(out, node);
    for (const GraphEdge& edge : graph.edges) writing.append_edge(out, edge);
    out += writing.end;
    return out;
}

/// U+FFFE and U+FFFF.
bool is_noncharacter(std::string_view bytes) {
    return bytes == "\xEF\xBF\xBE" || bytes == "\xEF\xBF\xBF";
}

}  // namespace

const GraphWriting* graph_writing(std::string_view format) {
    for (const GraphWriting& writing : kWritings) {
        if (writing.format == format) return &writing;
    }
    return nullptr;
}

std::string xml_escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        switch (byte) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&apos;";
                break;
            case '\t':
            case '\n':
            case '\r':
                out += byte;
                break;
            case '\xEF':
                if (is_noncharacter(text.substr(i, 3))) {
                    i += 2;
                } else {
                    out += byte;
                }
                break;
            default:
                if (static_cast<unsigned char>(byte) >= 0x20) out += byte;
        }
    }
    return out;
}

std::string graphml(const GraphAnswer& graph) {
    return written(graph, kWritings[0]);
}

std::string dot(const GraphAnswer& graph) {
    return written(graph, kWritings[1]);
}

}  // namespace tracuu::server
