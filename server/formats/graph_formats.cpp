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
<key id="relation" for="edge" attr.name="relation" attr.type="string"/>
<key id="quote" for="edge" attr.name="quote" attr.type="string"/>
<graph edgedefault="directed">
)";

void append_data(std::string& out, std::string_view key, std::string_view value) {
    if (value.empty()) return;
    out += "<data key=\"" + std::string(key) + "\">" + xml_escape(value) + "</data>";
}

void append_node(std::string& out, const DocumentMeta& node) {
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

void append_edge(std::string& out, const GraphEdge& edge) {
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

}  // namespace

std::string xml_escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char byte : text) {
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
            default:
                if (static_cast<unsigned char>(byte) >= 0x20) out += byte;
        }
    }
    return out;
}

std::string graphml(const GraphAnswer& graph) {
    std::string out(kGraphmlHead);
    for (const DocumentMeta& node : graph.nodes) append_node(out, node);
    for (const GraphEdge& edge : graph.edges) append_edge(out, edge);
    return out + "</graph>\n</graphml>\n";
}

std::string dot(const GraphAnswer& graph) {
    std::string out = "digraph tracuu {\n  node [shape=box];\n";
    for (const DocumentMeta& node : graph.nodes) {
        const std::string& label = node.number.empty() ? node.id : node.number;
        out += "  " + dot_string(node.id) + " [label=" + dot_string(label);
        if (!node.title.empty()) out += ", tooltip=" + dot_string(node.title);
        out += node.present ? "];\n" : ", style=dashed];\n";
    }
    for (const GraphEdge& edge : graph.edges) {
        out += "  " + dot_string(edge.from) + " -> " + dot_string(edge.to) +
               " [label=" + dot_string(name(edge.relation)) + "];\n";
    }
    return out + "}\n";
}

}  // namespace tracuu::server
