#include <algorithm>
#include <cmath>
#include <numeric>

#include "server/codec.hpp"
#include "server/codec/json.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

Json snippet_json(const indexer::Snippet& snippet) {
    Json highlights = Json::array();
    for (const auto& range : snippet.highlights) {
        highlights.push_back(Json::array({range.begin, range.end}));
    }
    Json json{{"text", snippet.text}};
    json["highlights"] = std::move(highlights);
    return json;
}

Json hit_json(const indexer::Hit& hit) {
    Json json = to_json(hit.meta);
    json["section"] = text_or_null(hit.section);
    json["score"] = std::round(hit.score * 1e4) / 1e4;
    json["snippet"] = snippet_json(hit.snippet);
    put_range(json["passage"], hit.passage);
    if (!hit.targets.empty()) json["targets"] = hit.targets;
    for (const auto& [feature, value] : hit.explanation) {
        json["explanation"].push_back(
            {{"feature", feature}, {"value", std::round(value * 1e4) / 1e4}});
    }
    return json;
}

Json facets_json(const indexer::Facets& facets) {
    Json json;
    json["type"] = facet_json(facets.type);
    json["jurisdiction"] = facet_json(facets.jurisdiction);
    json["issuer"] = facet_json(facets.issuer);
    json["year"] = facet_json(facets.year);
    json["body"] = facet_json(facets.body);
    return json;
}

/// The document when there is one, the candidates when several have the number, else null.
Json direct_json(const std::vector<indexer::DocumentMeta>& direct) {
    if (direct.empty()) return nullptr;
    if (direct.size() == 1) return to_json(direct.front());
    Json json = Json::array();
    for (const auto& meta : direct) json.push_back(to_json(meta));
    return json;
}

double quantile(const std::vector<double>& sorted, double share) {
    if (sorted.empty()) return 0;
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::ceil(share * last))];
}

double rounded(double milliseconds) {
    return std::round(milliseconds * 1e3) / 1e3;
}

QueryLine query_line(std::string_view line, std::size_t number) {
    const auto fail = [&](const char* what) {
        return support::Error(support::ErrorCode::unsupported_input, what,
                              "line " + std::to_string(number) + " of the query file");
    };
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) throw fail("not a JSON object");
    const auto qid = json.find("qid");
    const auto text = json.find("text");
    if (text == json.end() || !text->is_string()) throw fail("`text` is missing or no string");
    if (qid == json.end() || !(qid->is_string() || qid->is_number_integer())) {
        throw fail("`qid` is missing or no string");
    }
    return {qid->is_string() ? qid->get<std::string>() : qid->dump(), text->get<std::string>()};
}

}  // namespace

std::string json_text(const SearchAnswer& answer) {
    const indexer::SearchResult& result = answer.result;
    Json hits = Json::array();
    for (const auto& hit : result.hits) hits.push_back(hit_json(hit));
    Json json{{"query", answer.query}, {"total", result.total}};
    json["offset"] = answer.page.offset;
    json["limit"] = answer.page.limit;
    json["next"] = text_or_null(answer.next);
    json["hits"] = std::move(hits);
    json["facets"] = facets_json(result.facets);
    json["facet_totals"] = to_json(answer.facet_totals);
    json["direct"] = direct_json(result.direct);
    json["suggestion"] = text_or_null(result.suggestion);
    json["notes"] = result.notes;
    if (!answer.meaning.empty()) json["meaning"] = to_json(answer.meaning);
    json["took_ms"] = rounded(answer.took_ms);
    return dump(json);
}

std::string json_text(const indexer::Completions& completions) {
    Json items = Json::array();
    for (const auto& completion : completions.items) {
        Json item{{"kind", completion.kind}, {"text", completion.text}};
        if (!completion.id.empty()) item["id"] = completion.id;
        items.push_back(std::move(item));
    }
    Json json{{"items", std::move(items)}};
    json["truncated"] = completions.truncated;
    return dump(json);
}

std::vector<QueryLine> parse_query_lines(std::string_view lines) {
    std::vector<QueryLine> queries;
    for (std::size_t number = 1; !lines.empty(); ++number) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        queries.push_back(query_line(line, number));
    }
    return queries;
}

std::string timing_json(std::vector<double> milliseconds) {
    std::sort(milliseconds.begin(), milliseconds.end());
    const double sum = std::accumulate(milliseconds.begin(), milliseconds.end(), 0.0);
    const auto count = static_cast<double>(std::max<std::size_t>(milliseconds.size(), 1));
    Json json{{"queries", milliseconds.size()}};
    json["mean_ms"] = rounded(sum / count);
    json["p50_ms"] = rounded(quantile(milliseconds, 0.5));
    json["p99_ms"] = rounded(quantile(milliseconds, 0.99));
    return dump(json);
}

}  // namespace tracuu::server
