#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/index.hpp"
#include "server/answers.hpp"

namespace tracuu::server {

/// Answers as RFC 4180 CSV: UTF-8 without a byte order mark, CRLF, one header line, `id` first.
/// Cells hold the values as they are; lists in a cell are joined by "; ".
[[nodiscard]] std::string csv(const SearchAnswer& answer);
[[nodiscard]] std::string csv(const std::vector<indexer::DocumentMeta>& documents);
[[nodiscard]] std::string csv(const std::vector<indexer::Reached>& reached);
[[nodiscard]] std::string csv(const std::vector<indexer::GraphEdge>& edges);
[[nodiscard]] std::string csv(const std::vector<indexer::TaskRecord>& tasks);
[[nodiscard]] std::string csv(const std::vector<indexer::BodyRecord>& bodies);
[[nodiscard]] std::string csv(const std::vector<WantedDocument>& wanted);
[[nodiscard]] std::string csv(const std::vector<SimilarDocument>& similar);
[[nodiscard]] std::string csv(const std::vector<FoundCitation>& citations);

/// Our CSV for spreadsheets: with the byte order mark by which Excel knows UTF-8, and with a `'`
/// before every cell that a spreadsheet would run as a formula (`=`, `+`, `-`, `@`, tab, CR).
[[nodiscard]] std::string spreadsheet(std::string_view csv);

/// One CSV row of values; quoted where a value holds a comma, quote, line end or outer space.
void append_csv_row(std::string& out, const std::vector<std::string>& values);

/// A graph as GraphML (http://graphml.graphdrawing.org) with the metadata as attributes; the
/// attribute `truncated` of the graph says that it is not whole.
[[nodiscard]] std::string graphml(const GraphAnswer& graph);
/// A graph in the language of Graphviz, with the same attribute.
[[nodiscard]] std::string dot(const GraphAnswer& graph);

/// A file of a graph that is written piece by piece: the start, all nodes, all edges, the end.
struct GraphWriting {
    std::string_view format;  ///< `graphml`, `dot`
    std::string (*start)(bool truncated);
    void (*append_node)(std::string& out, const indexer::DocumentMeta& node);
    void (*append_edge)(std::string& out, const indexer::GraphEdge& edge);
    std::string_view end;
};
/// The way to write `format`; null for those that are no graphs.
[[nodiscard]] const GraphWriting* graph_writing(std::string_view format);

/// A graph as JSON-LD with the terms of ELI (http://data.europa.eu/eli/ontology) for documents and
/// relations, and our own where ELI has none; the context stands in the file.
[[nodiscard]] std::string jsonld(const GraphAnswer& graph);

/// Tasks with a day as all-day events of RFC 5545: on the last day allowed, over the period where
/// one is stated, repeated where a recurring deadline fixes its day. UIDs are the task ids, so that
/// a calendar that reads the file again changes its entries; tasks without any day are left out.
/// `stamp` is an ISO 8601 time in UTC (`2026-01-31T08:00:00Z`).
[[nodiscard]] std::string ics(const std::vector<indexer::TaskRecord>& tasks,
                              std::string_view stamp);

/// The three parts of such a file, for one that is written piece by piece.
[[nodiscard]] std::string ics_start();
[[nodiscard]] std::string ics_events(const std::vector<indexer::TaskRecord>& tasks,
                                     std::string_view stamp);
[[nodiscard]] std::string ics_end();

/// Documents for reference managers.
[[nodiscard]] std::string bibtex(const std::vector<indexer::DocumentMeta>& documents);
[[nodiscard]] std::string ris(const std::vector<indexer::DocumentMeta>& documents);

/// `text` for the content or an attribute of XML: the five special characters escaped, characters
/// that XML does not allow dropped.
[[nodiscard]] std::string xml_escape(std::string_view text);

}  // namespace tracuu::server
