#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/extraction.hpp"
#include "indexer/index.hpp"
#include "server/answers.hpp"

namespace tracuu::server {

/// Answers as the JSON of `docs/api.md`. All offsets are code points.
[[nodiscard]] std::string json_text(const SearchAnswer& answer);
[[nodiscard]] std::string json_text(const DocumentAnswer& answer,
                                    const std::optional<indexer::Date>& today);
[[nodiscard]] std::string json_text(const TextAnswer& answer);
[[nodiscard]] std::string json_text(const List<indexer::DocumentMeta>& list);
[[nodiscard]] std::string json_text(const List<indexer::Reached>& list);
[[nodiscard]] std::string json_text(const GraphAnswer& answer);
[[nodiscard]] std::string json_text(const PathsAnswer& answer);
[[nodiscard]] std::string json_text(const ImplementationAnswer& answer);
[[nodiscard]] std::string json_text(const List<SimilarDocument>& list);
/// One document: its metadata; none or several: `{number, code, candidates[]}`.
[[nodiscard]] std::string json_text(const Resolution& resolution);
[[nodiscard]] std::string json_text(const List<FoundCitation>& list);
/// `today` decides which tasks are overdue; without it none is marked.
[[nodiscard]] std::string json_text(const TasksAnswer& answer,
                                    const std::optional<indexer::Date>& today);
[[nodiscard]] std::string json_text(const List<indexer::BodyRecord>& list);
[[nodiscard]] std::string json_text(const BodyAnswer& answer);
[[nodiscard]] std::string json_text(const List<WantedDocument>& list);
[[nodiscard]] std::string json_text(const indexer::IndexStats& stats);
[[nodiscard]] std::string json_text(const indexer::Completions& completions);

/// One record of an export as JSON on one line.
[[nodiscard]] std::string json_line(const indexer::DocumentMeta& meta);
[[nodiscard]] std::string json_line(const indexer::GraphEdge& edge);
[[nodiscard]] std::string json_line(const indexer::TaskRecord& task);

/// A text that was analysed, under the name of its file.
struct ExtractedText {
    std::string_view file;
    std::string_view text;
    const analyzers::Extraction* extraction = nullptr;
};

/// Receives the next piece of a long output.
using TextSink = std::function<void(std::string_view)>;

/// Writes the JSON of the annotation guide and our additions piece by piece: memory does not
/// grow with the output.
void write_extraction(const ExtractedText& extracted, const TextSink& sink);

/// One query of a query file.
struct QueryLine {
    std::string qid;
    std::string text;
};

/// Reads `{"qid","text"}` lines; blank lines are skipped. Errors: unsupported_input naming the
/// line.
[[nodiscard]] std::vector<QueryLine> parse_query_lines(std::string_view lines);

/// The times that a run of queries took, in milliseconds: the last line of `search --queries`.
[[nodiscard]] std::string timing_json(std::vector<double> milliseconds);

}  // namespace tracuu::server
