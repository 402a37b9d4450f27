#include <CLI/CLI.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/commands/command.hpp"
#include "cli/describe.hpp"
#include "cli/output.hpp"
#include "server/clock.hpp"
#include "server/codec.hpp"
#include "server/formats.hpp"
#include "server/service.hpp"

namespace tracuu::cli {
namespace {

struct Options : SourceOptions {
    std::string query;
    std::vector<std::string> bodies;
    std::string role;
    std::string kind;
    std::string due_from;
    std::string due_to;
    std::string as_of;
    std::string document;
    std::string implements;
    std::string jurisdiction;
    std::optional<std::uint32_t> limit;
    std::string format;
};

indexer::TaskFilter filter_of(const indexer::Index& index, const Options& options,
                              std::vector<server::Meaning>& meaning) {
    indexer::TaskFilter filter;
    filter.query = options.query;
    for (const std::string& value : options.bodies) {
        for (std::string& id : server::bodies_meant(index, value)) {
            filter.bodies.push_back(std::move(id));
        }
    }
    filter.role = analyzers::role_of(options.role);
    filter.kind = analyzers::deadline_kind_of(options.kind);
    filter.due_from = date_option(options.due_from, "--due-from");
    filter.due_to = date_option(options.due_to, "--due-to");
    filter.overdue_as_of = date_option(options.as_of, "--as-of");
    if (!options.document.empty()) {
        server::add_meant(index, "document", options.document, filter.documents, meaning);
    }
    if (!options.implements.empty()) {
        server::add_meant(index, "implements", options.implements, filter.implements, meaning);
    }
    if (!options.jurisdiction.empty()) {
        filter.jurisdiction = server::jurisdiction_meant(options.jurisdiction);
    }
    return filter;
}

int tasks(const Options& options) {
    const auto index = indexer::open_index(options.sources);
    std::vector<server::Meaning> meaning;
    const auto filter = filter_of(*index, options, meaning);
    const auto stats = index->stats();
    const auto all = static_cast<std::uint32_t>(std::max<std::uint64_t>(stats.tasks, 1));
    const std::uint32_t limit = options.limit.value_or(all);
    auto page = index->tasks(filter, 0, limit);
    const server::List<indexer::TaskRecord> list{
        page.total, {0, limit}, std::move(page.items), false, std::move(meaning)};
    if (options.format == "json") {
        const auto today = filter.overdue_as_of.value_or(server::today_in_vietnam());
        print(server::json_text(list, today) + "\n");
    }
    if (options.format == "csv") print(server::csv(list.items));
    if (options.format == "ics") print(server::ics(list.items, stats.built_at));
    if (options.format == "text") print(describe(list));
    return list.total > 0 ? 0 : kNothingFound;
}

}  // namespace

void declare_tasks(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("tasks", "Tasks by body, deadline and document");
    const auto options = std::make_shared<Options>();
    add_sources(*command, *options);
    command->add_option("--query", options->query, "Words that the task must hold");
    command->add_option("--body", options->bodies, "Body: name or id")->allow_extra_args(false);
    command->add_option("--role", options->role, "What the body does")
        ->check(CLI::IsMember({"lead", "support", "reports_to"}));
    command->add_option("--kind", options->kind, "Kind of deadline")
        ->check(CLI::IsMember({"by", "from", "range", "in", "recurring", "continuous"}));
    command->add_option("--due-from", options->due_from, "Due on YYYY-MM-DD or later");
    command->add_option("--due-to", options->due_to, "Due on YYYY-MM-DD or earlier");
    command->add_option("--as-of", options->as_of, "Overdue on YYYY-MM-DD");
    command->add_option("--document", options->document, "Tasks of this number or id");
    command->add_option("--implements", options->implements,
                        "Tasks that implement this number or id");
    command->add_option("--jurisdiction", options->jurisdiction, "Province or Trung ương");
    add_limit(*command, options->limit);
    add_format(*command, options->format, "text|json|csv|ics");
    command->callback([options, &run] { run = [options] { return tasks(*options); }; });
}

}  // namespace tracuu::cli
