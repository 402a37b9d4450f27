#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands/command.hpp"
#include "cli/describe.hpp"
#include "cli/output.hpp"
#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/service.hpp"
#include "support/file.hpp"

namespace tracuu::cli {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::uint64_t kMaxQueryFile = std::uint64_t{1} << 30U;
constexpr std::uint32_t kTrecLimit = 100;

struct Options : SourceOptions {
    std::string query;
    std::vector<std::string> types;
    std::vector<std::string> jurisdictions;
    std::vector<std::string> issuers;
    std::vector<int> years;
    std::vector<std::string> cites;
    std::vector<std::string> implements;
    std::vector<std::string> bodies;
    std::string from;
    std::string to;
    std::string sort = "relevance";
    std::optional<std::uint32_t> limit;
    std::string format;
    std::string queries;
    std::string tag = "tracuu";
};

indexer::DocumentFilter filter_of(const indexer::Index& index, const Options& options,
                                  std::vector<server::Meaning>& meaning) {
    indexer::DocumentFilter filter;
    for (const auto& type : options.types) filter.types.push_back(server::type_meant(type));
    for (const auto& place : options.jurisdictions) {
        filter.jurisdictions.push_back(server::jurisdiction_meant(place));
    }
    filter.issuers = options.issuers;
    filter.years = options.years;
    filter.from = date_option(options.from, "--from");
    filter.to = date_option(options.to, "--to");
    server::add_meant(index, "cites", options.cites, filter.cites, meaning);
    server::add_meant(index, "implements", options.implements, filter.implements, meaning);
    server::add_bodies_meant(index, options.bodies, filter.bodies, meaning);
    return filter;
}

int search_once(const Options& options) {
    const auto index = indexer::open_index(options.sources);
    indexer::SearchRequest request;
    request.query = options.query;
    std::vector<server::Meaning> meaning;
    request.filter = filter_of(*index, options, meaning);
    if (options.sort == "date") request.sort = indexer::SortOrder::date;
    const auto all =
        static_cast<std::uint32_t>(std::max<std::uint64_t>(index->stats().documents, 1));
    request.limit = options.limit.value_or(all);
    request.facets = options.format == "json";
    server::SearchAnswer answer = server::search(*index, request);
    if (request.facets) {
        answer.facet_totals = server::limit_facets(answer.result.facets, server::kFacetValues);
    }
    answer.meaning = std::move(meaning);
    if (options.format == "json") print(server::json_text(answer) + "\n");
    if (options.format == "csv") print(server::csv(answer));
    if (options.format == "text") print(describe(answer));
    return answer.result.total > 0 ? 0 : kNothingFound;
}

/// Every query of the file, one after the other on this thread, as TREC lines.
int search_all(const Options& options) {
    const auto queries =
        server::parse_query_lines(support::read_file(options.queries, kMaxQueryFile));
    const auto index = indexer::open_index(options.sources);
    indexer::SearchRequest request;
    request.limit = options.limit.value_or(kTrecLimit);
    request.facets = false;
    request.snippets = false;
    request.total = false;
    request.fields = false;
    std::vector<double> times;
    bool found = false;
    for (const server::QueryLine& query : queries) {
        request.query = query.text;
        const server::SearchAnswer answer = server::search(*index, request);
        times.push_back(answer.took_ms);
        std::size_t rank = 0;
        std::string lines;
        for (const indexer::Hit& hit : answer.result.hits) {
            lines += query.qid + " Q0 " + hit.meta.id + " " + std::to_string(++rank) + " " +
                     std::to_string(hit.score) + " " + options.tag + "\n";
        }
        found = found || rank > 0;
        print(lines);
    }
    flush();
    std::fputs((server::timing_json(std::move(times)) + "\n").c_str(), stderr);
    return found ? 0 : kNothingFound;
}

int search(Options options) {
    if (options.format == "trec" || !options.queries.empty()) {
        if (options.queries.empty()) {
            throw Error(ErrorCode::bad_request, "this format needs a file of queries", "--queries");
        }
        return search_all(options);
    }
    take_positional(options, options.query);
    if (options.query.empty()) throw Error(ErrorCode::bad_request, "missing argument", "QUERY");
    return search_once(options);
}

}  // namespace

void declare_search(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("search", "Find documents");
    const auto options = std::make_shared<Options>();
    add_sources(*command, *options);
    command->add_option("QUERY", options->query, "Words, in the search language");
    command->add_option("--type", options->types, "Document type")->allow_extra_args(false);
    command->add_option("--jurisdiction", options->jurisdictions, "Province or Trung ương")
        ->allow_extra_args(false);
    command->add_option("--issuer", options->issuers, "Issuer")->allow_extra_args(false);
    command->add_option("--year", options->years, "Year of issue")
        ->allow_extra_args(false)
        ->check(CLI::Range(1900, 2200));
    command->add_option("--cites", options->cites, "Cites this number or id")
        ->allow_extra_args(false);
    command->add_option("--implements", options->implements, "Implements this number or id")
        ->allow_extra_args(false);
    command->add_option("--body", options->bodies, "Gives this body a task: name or id")
        ->allow_extra_args(false);
    command->add_option("--from", options->from, "Issued on YYYY-MM-DD or later");
    command->add_option("--to", options->to, "Issued on YYYY-MM-DD or earlier");
    command->add_option("--sort", options->sort, "Order")
        ->check(CLI::IsMember({"relevance", "date"}));
    command->add_option("--queries", options->queries, "File of {\"qid\",\"text\"} lines");
    command->add_option("--tag", options->tag, "Name of the run in TREC lines");
    add_limit(*command, options->limit);
    add_format(*command, options->format, "text|json|csv|trec");
    command->callback([options, &run] { run = [options] { return search(*options); }; });
}

}  // namespace tracuu::cli
