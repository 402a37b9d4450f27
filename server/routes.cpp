// The table of all routes. A row is all there is to a route: dispatch, validation and the
// OpenAPI document read it.

#include "server/routes.hpp"

#include <initializer_list>
#include <optional>

#include "server/handlers/handlers.hpp"

namespace tracuu::server {
namespace {

using Kind = ParameterKind;
using Parameters = std::vector<Parameter>;

constexpr std::string_view kRelations =
    "mentions|reviews|based_on|implements|amends|replaces|repeals";
constexpr std::int64_t kMaxOffset = 10'000'000;

/// A text that may be absent, or several of them.
constexpr Parameter text(std::string_view name, Kind kind, std::string_view doc,
                         std::string_view example) {
    return {name, kind, doc, {}, {}, 0, 0, false, example};
}

constexpr Parameter number(std::string_view name, std::string_view fallback, std::int64_t minimum,
                           std::int64_t maximum, std::string_view doc) {
    return {name, Kind::integer, doc, {}, fallback, minimum, maximum, false};
}

constexpr Parameter required(std::string_view name, std::string_view doc,
                             std::string_view example) {
    return {name, Kind::text, doc, {}, {}, 0, 0, true, example};
}

constexpr Parameter kLimit = number("limit", "20", 1, 200, "Items on one page.");
constexpr Parameter kEntries = number("limit", "50", 1, 200, "Entries on one page.");
constexpr Parameter kOffset = number("offset", "0", 0, kMaxOffset, "Items to skip.");
constexpr Parameter kCursor{"cursor", Kind::text,
                            "`next` of the page before, instead of an offset."};
constexpr Parameter kDepth = number("depth", "1", 1, 10, "Steps along citations.");
constexpr Parameter kFacetLimit =
    number("facet_limit", "50", 1, 1000, "Values of each facet at most.");
constexpr Parameter kQuery =
    text("q", Kind::text, "Words, in the search language.", "tinh giản biên chế");
constexpr Parameter kType = text("type", Kind::texts, "Document type: `Kế hoạch`.", "Kế hoạch");
constexpr Parameter kJurisdiction =
    text("jurisdiction", Kind::texts, "Province, or `Trung ương`.", "Bình Định");
constexpr Parameter kFrom = text("from", Kind::date, "Issued on that day or later.", "2018-01-01");
constexpr Parameter kTo = text("to", Kind::date, "Issued on that day or earlier.", "2018-12-31");
constexpr Parameter kBody = text("body", Kind::texts, "Body with a task: id or name.", "Sở Nội vụ");

Parameter formats_parameter(std::string_view formats) {
    const std::string_view first = formats.substr(0, formats.find('|'));
    return {"format", Kind::choice, "Form of the answer.", formats, first, 0, 0, false};
}

Parameters joined(std::initializer_list<Parameters> parts) {
    Parameters all;
    for (const Parameters& part : parts) all.insert(all.end(), part.begin(), part.end());
    return all;
}

const Parameters& page_parameters() {
    static const Parameters kAll{kLimit, kOffset, kCursor};
    return kAll;
}

const Parameters& filter_parameters() {
    static const Parameters kAll{
        kType,
        kJurisdiction,
        text("issuer", Kind::texts, "Name of the issuer, as in the facets.", "Chính phủ"),
        {"year", Kind::integers, "Year of issue.", {}, {}, 1900, 2200},
        kFrom,
        kTo,
        text("cites", Kind::texts, "Cites this document: id or number.", "18-NQ/TW"),
        text("implements", Kind::texts, "Implements this document: id or number.", "18-NQ/TW"),
        kBody};
    return kAll;
}

const Parameters& reach_parameters() {
    static const Parameters kAll{
        kDepth,
        {"relation", Kind::choices, "Only edges of these relations.", kRelations},
        kType,
        kJurisdiction,
        kFrom,
        kTo,
        {"sort", Kind::choice, "Nearest, newest or most authoritative first.",
         "depth|newest|authority", "depth"}};
    return kAll;
}

Parameters search_parameters() {
    return joined(
        {{kQuery,
          {"sort", Kind::choice, "Best first, or newest first.", "relevance|date", "relevance"},
          {"facets", Kind::choices, "Which facets to count; `false`: none.",
           "true|false|1|0|type|jurisdiction|issuer|year|body"},
          kFacetLimit,
          {"explain", Kind::choice, "Say of each hit why it ranks where it does.", "true|false",
           "false"}},
         filter_parameters(),
         page_parameters()});
}

Parameters task_filter_parameters() {
    return {{"q", Kind::text, "Words that the task must hold."},
            kBody,
            {"role", Kind::choice, "What the body does.", "lead|support|reports_to"},
            {"due_from", Kind::date, "Due on that day or later."},
            {"due_to", Kind::date, "Due on that day or earlier."},
            {"as_of", Kind::date, "Only tasks that are overdue on that day."},
            {"kind", Kind::choices, "Kinds of deadline; `none`: not stated.",
             "by|from|range|in|recurring|continuous|conditional|none"},
            {"product", Kind::texts, "Kind of what is to be made: `đề án`."},
            {"document", Kind::text, "Tasks of this document: id or number."},
            {"implements", Kind::text, "Tasks that implement it: id or number."},
            {"jurisdiction", Kind::text, "Province of the body, else of the document."}};
}

Parameters similar_parameters() {
    return joined({{{"by", Kind::choice, "What makes documents alike.",
                     "all|coupling|cocitation|text", "all"}},
                   page_parameters()});
}

Parameters task_parameters() {
    return joined({task_filter_parameters(),
                   {{"facets", Kind::choice, "Counts over all tasks found.", "true|false", "false"},
                    number("facet_limit", "50", 1, 1000, "Bodies that are counted at most.")},
                   page_parameters()});
}

constexpr std::string_view kListFormats = "json|csv";
constexpr std::string_view kReferenceFormats = "json|csv|bibtex|ris";
constexpr std::string_view kReachFormats = "json|csv|graphml|dot|jsonld|bibtex|ris";
constexpr std::string_view kStreamFormats = "json|jsonl|csv";

std::vector<Route> search_routes() {
    return {
        {"GET", "/search", "Documents that match a query, with facets.", kReferenceFormats,
         "SearchAnswer", handlers::search, search_parameters()},
        {"GET",
         "/suggest",
         "Completions of what is being typed.",
         "json",
         "SuggestAnswer",
         handlers::suggest,
         {kQuery, number("limit", "10", 1, 50, "Completions at most.")}},
        {"GET", "/documents", "Documents of the corpus.", kReferenceFormats, "DocumentList",
         handlers::documents,
         joined({{{"sort", Kind::choice, "Newest or most authoritative first.", "date|authority",
                   "date"}},
                 filter_parameters(),
                 page_parameters()})},
        {"GET",
         "/resolve",
         "The document that a number means; 300 when several have it.",
         "json",
         "Document",
         handlers::resolve,
         {required("number", "Document number in any spelling.", "10/NQ-CP"),
          {"date", Kind::date, "Date of issue."},
          {"issuer", Kind::text, "Part of the issuer's name."}}},
        {"POST",
         "/citations",
         "Every citation in the posted text (text/plain, UTF-8), resolved.",
         kListFormats,
         "CitationList",
         handlers::citations,
         {}},
    };
}

std::vector<Route> document_routes() {
    return {
        {"GET",
         "/documents/{id}",
         "One document: metadata, sections, citations and tasks.",
         "json|jsonld|bibtex|ris",
         "DocumentDetail",
         handlers::document,
         {}},
        {"GET",
         "/documents/{id}/text",
         "The text with spans of what was recognised.",
         "json|text",
         "DocumentText",
         handlers::text,
         {}},
        {"GET", "/documents/{id}/cites", "Documents that it cites, directly or through others.",
         kReachFormats, "EdgeList", handlers::cites,
         joined({reach_parameters(), page_parameters()})},
        {"GET", "/documents/{id}/cited-by", "Documents that cite it, directly or through others.",
         kReachFormats, "EdgeList", handlers::cited_by,
         joined({reach_parameters(), page_parameters()})},
        {"GET",
         "/documents/{id}/graph",
         "The citation graph around it.",
         "json|graphml|dot|jsonld",
         "Graph",
         handlers::graph,
         {kDepth,
          {"direction", Kind::choice, "Who cites it, whom it cites, or both.", "in|out|both",
           "both"},
          number("limit", "100", 1, 2000, "Nodes at most.")}},
        {"GET",
         "/documents/{id}/implementation",
         "Who implements it, and the provinces without a plan.",
         "json",
         "Implementation",
         handlers::implementation,
         {{"jurisdiction", Kind::text, "Only this place."}}},
        {"GET", "/documents/{id}/similar", "Documents like it, by citations and by text.",
         kListFormats, "SimilarList", handlers::similar, similar_parameters()},
    };
}

std::vector<Route> task_routes() {
    return {
        {"GET", "/tasks", "Tasks by body, deadline and document.", "json|csv|excel|ics", "TaskList",
         handlers::tasks, task_parameters()},
        {"GET",
         "/paths",
         "Shortest paths of citations between two documents.",
         "json|graphml|dot",
         "Paths",
         handlers::paths,
         {required("from", "Id or number.", "10/NQ-CP"),
          required("to", "Id or number.", "18-nq-tw.2017-10-25"),
          number("max_depth", "6", 1, 10, "Longest path looked for.")}},
        {"GET", "/bodies", "Bodies with tasks, those with most tasks first.", "json|csv|excel",
         "BodyList", handlers::bodies,
         joined({{{"q", Kind::text, "Words of the name."}}, page_parameters()})},
        {"GET",
         "/bodies/{id}",
         "One body with its names and counts.",
         "json",
         "BodyDetail",
         handlers::body,
         {}},
        {"GET", "/wanted", "Cited but absent documents, most wanted first.", kListFormats,
         "WantedList", handlers::wanted, page_parameters()},
        {"GET",
         "/stats",
         "Counts of the index and its snapshot.",
         "json",
         "Stats",
         handlers::stats,
         {}},
    };
}

std::vector<Route> export_routes() {
    return {
        {"GET",
         "/export/documents",
         "All documents, absent ones included.",
         kStreamFormats,
         "Export",
         handlers::export_documents,
         {}},
        {"GET",
         "/export/edges",
         "All relations between documents; as GraphML or DOT the documents too.",
         "json|jsonl|csv|graphml|dot",
         "Export",
         handlers::export_edges,
         {}},
        {"GET", "/export/tasks", "All tasks, or those that pass the filters.",
         "json|jsonl|csv|excel|ics", "Export", handlers::export_tasks, task_filter_parameters()},
        {"GET",
         "/feeds/cited-by/{id}.atom",
         "Atom feed of documents that cite it.",
         "atom",
         "",
         handlers::feed_cited_by,
         {kEntries, kCursor}},
        {"GET", "/feeds/search.atom", "Atom feed of a search, newest first.", "atom", "",
         handlers::feed_search, joined({{kQuery}, filter_parameters(), {kEntries, kCursor}})},
    };
}

std::vector<Route> all_routes() {
    std::vector<Route> all;
    for (auto part : {search_routes(), document_routes(), task_routes(), export_routes()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    for (Route& route : all) {
        if (route.formats != "atom") route.parameters.push_back(formats_parameter(route.formats));
    }
    return all;
}

/// The value of `{id}` when `segment` fits `pattern`, empty for a literal; nullopt otherwise.
std::optional<std::string> match_segment(std::string_view pattern, const std::string& segment) {
    if (!pattern.starts_with("{id}")) {
        return pattern == segment ? std::optional<std::string>("") : std::nullopt;
    }
    const std::string_view suffix = pattern.substr(4);
    if (segment.size() <= suffix.size() || !segment.ends_with(suffix)) return std::nullopt;
    return segment.substr(0, segment.size() - suffix.size());
}

bool match(std::string_view path, std::span<const std::string> segments, std::string& id) {
    for (const std::string& segment : segments) {
        if (path.empty()) return false;
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        const auto value = match_segment(path.substr(0, end), segment);
        if (!value) return false;
        if (!value->empty()) id = *value;
        path.remove_prefix(end);
    }
    return path.empty();
}

}  // namespace

std::span<const Route> routes() {
    static const std::vector<Route> kRoutes = all_routes();
    return kRoutes;
}

RouteMatch find_route(std::string_view method, std::span<const std::string> segments) {
    RouteMatch none;
    for (const Route& route : routes()) {
        std::string id;
        if (!match(route.path, segments, id)) continue;
        if (route.method == method) return {&route, std::move(id), {}};
        none.other_method = route.method;
    }
    return none;
}

}  // namespace tracuu::server
