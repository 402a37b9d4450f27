#include <CLI/CLI.hpp>

#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands/command.hpp"
#include "cli/describe.hpp"
#include "cli/output.hpp"
#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/service.hpp"

namespace tracuu::cli {
namespace {

using support::Error;
using support::ErrorCode;

constexpr std::uint32_t kWhole = 1'000'000'000;

struct ResolveOptions : SourceOptions {
    std::string number;
    std::string date;
    std::string issuer;
    std::string format;
};

int resolve(ResolveOptions options) {
    take_positional(options, options.number);
    if (options.number.empty()) throw Error(ErrorCode::bad_request, "missing argument", "NUMBER");
    const server::NumberHints hints{date_option(options.date, "--date"), options.issuer};
    const auto index = indexer::open_index(options.sources);
    const server::Resolution resolution = server::resolve_number(*index, options.number, hints);
    print(options.format == "json" ? server::json_text(resolution) + "\n" : describe(resolution));
    return resolution.candidates.empty() ? kNothingFound : 0;
}

struct ReachOptions : SourceOptions {
    std::string document;
    std::uint32_t depth = 1;
    std::vector<std::string> relations;
    std::optional<std::uint32_t> limit;
    std::string format;
    bool cited_by = false;
};

indexer::ClosureRequest closure_request(const ReachOptions& options, std::string start) {
    indexer::ClosureRequest request;
    request.start = std::move(start);
    request.direction = options.cited_by ? indexer::Direction::cited_by : indexer::Direction::cites;
    request.depth = options.depth;
    for (const std::string& name : options.relations) {
        if (const auto relation = analyzers::relation_of(name))
            request.relations.push_back(*relation);
    }
    return request;
}

// Everything reached from one of the documents that the user may have meant.
struct Reach {
    indexer::DocumentMeta start;
    server::List<indexer::Reached> list;
};

Reach reach_from(const indexer::Index& index, const ReachOptions& options, const std::string& id) {
    Reach reach;
    reach.start = server::the_document(index, id);
    reach.list = server::reached(index, closure_request(options, reach.start.id), {},
                                 {0, options.limit.value_or(kWhole)});
    if (!options.limit) reach.list.page.limit = support::offset(reach.list.items.size());
    return reach;
}

// One list of all; the path of each row begins with the document it belongs to.
server::List<indexer::Reached> joined(std::vector<Reach>& all) {
    server::List<indexer::Reached> list = std::move(all.front().list);
    for (std::size_t i = 1; i < all.size(); ++i) {
        auto& more = all[i].list;
        list.total += more.total;
        list.page.limit += more.page.limit;
        list.truncated = list.truncated || more.truncated;
        std::move(more.items.begin(), more.items.end(), std::back_inserter(list.items));
    }
    return list;
}

std::string formatted(const ReachOptions& options, std::vector<Reach>& all) {
    std::string text;
    if (options.format == "text") {
        for (const Reach& one : all) text += describe(one.list, one.start, options.cited_by);
        return text;
    }
    if (options.format == "json") return server::json_text(joined(all)) + "\n";
    if (options.format == "csv") return server::csv(joined(all).items);
    const server::GraphAnswer graph = server::as_graph(all.front().start, all.front().list);
    return options.format == "graphml" ? server::graphml(graph) : server::dot(graph);
}

// A drawing has one root: there several candidates are an error that names them.
std::vector<indexer::DocumentId> starts(const indexer::Index& index, const ReachOptions& options) {
    if (options.format == "graphml" || options.format == "dot") {
        return {server::the_document(index, options.document).id};
    }
    return server::documents_meant(index, options.document);
}

int reach(ReachOptions options) {
    take_positional(options, options.document);
    if (options.document.empty()) {
        throw Error(ErrorCode::bad_request, "missing argument", "NUMBER|ID");
    }
    const auto index = indexer::open_index(options.sources);
    std::vector<Reach> all;
    std::uint64_t total = 0;
    for (const auto& id : starts(*index, options)) {
        all.push_back(reach_from(*index, options, id));
        total += all.back().list.total;
    }
    print(formatted(options, all));
    return total > 0 ? 0 : kNothingFound;
}

void declare_reach(CLI::App& program, Run& run, bool cited_by) {
    CLI::App* command = program.add_subcommand(
        cited_by ? "cited-by" : "cites",
        cited_by ? "Documents that cite a document, with the words that prove it"
                 : "Documents that a document cites, with the proving words");
    const auto options = std::make_shared<ReachOptions>();
    options->cited_by = cited_by;
    add_sources(*command, *options);
    command->add_option("DOCUMENT", options->document, "Number or id");
    command->add_option("--depth", options->depth, "Steps, 1 to 10")->check(CLI::Range(1U, 10U));
    command->add_option("--relation", options->relations, "Only edges of this relation")
        ->allow_extra_args(false)
        ->check(CLI::IsMember(
            {"mentions", "reviews", "based_on", "implements", "amends", "replaces", "repeals"}));
    add_limit(*command, options->limit);
    add_format(*command, options->format, "text|json|csv|graphml|dot");
    command->callback([options, &run] { run = [options] { return reach(*options); }; });
}

}  // namespace

void declare_resolve(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("resolve", "The document that a number means");
    const auto options = std::make_shared<ResolveOptions>();
    add_sources(*command, *options);
    command->add_option("NUMBER", options->number, "Document number in any spelling");
    command->add_option("--date", options->date, "Date of issue, YYYY-MM-DD");
    command->add_option("--issuer", options->issuer, "Part of the issuer's name");
    add_format(*command, options->format, "text|json");
    command->callback([options, &run] { run = [options] { return resolve(*options); }; });
}

void declare_cites(CLI::App& program, Run& run) {
    declare_reach(program, run, false);
    declare_reach(program, run, true);
}

}  // namespace tracuu::cli
