#include <CLI/CLI.hpp>

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

server::ReachQuestion question_of(const ReachOptions& options) {
    server::ReachQuestion question;
    question.direction =
        options.cited_by ? indexer::Direction::cited_by : indexer::Direction::cites;
    question.depth = options.depth;
    for (const std::string& name : options.relations) {
        if (const auto relation = analyzers::relation_of(name))
            question.relations.push_back(*relation);
    }
    return question;
}

std::string formatted(const indexer::Index& index, const ReachOptions& options,
                      const std::vector<indexer::DocumentId>& starts,
                      const server::List<indexer::Reached>& list) {
    if (options.format == "json") return server::json_text(list) + "\n";
    if (options.format == "csv") return server::csv(list.items);
    const server::GraphAnswer graph = server::as_graph(index, starts, list);
    return options.format == "graphml" ? server::graphml(graph) : server::dot(graph);
}

// For people, each document that the user may have meant has its own list.
std::string described(const indexer::Index& index, const ReachOptions& options,
                      const std::vector<indexer::DocumentId>& starts) {
    std::string text;
    for (const indexer::DocumentId& start : starts) {
        const auto list = server::reached(index, {start}, question_of(options),
                                          {0, options.limit.value_or(kWhole)});
        text += describe(list, server::the_document(index, start), options.cited_by);
    }
    return text;
}

int reach(ReachOptions options) {
    take_positional(options, options.document);
    if (options.document.empty()) {
        throw Error(ErrorCode::bad_request, "missing argument", "NUMBER|ID");
    }
    const auto index = indexer::open_index(options.sources);
    std::vector<server::Meaning> meaning;
    const auto starts = server::starts_meant(*index, options.document, meaning);
    auto list =
        server::reached(*index, starts, question_of(options), {0, options.limit.value_or(kWhole)});
    if (!options.limit) list.page.limit = support::offset(list.items.size());
    list.meaning = std::move(meaning);
    print(options.format == "text" ? described(*index, options, starts)
                                   : formatted(*index, options, starts, list));
    return list.total > 0 ? 0 : kNothingFound;
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
