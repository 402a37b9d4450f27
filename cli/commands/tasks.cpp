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
    server::TaskQuestion question;
    std::string due_from;
    std::string due_to;
    std::string as_of;
    std::optional<std::uint32_t> limit;
    std::string format;
    bool facets = false;
};

server::TaskQuestion question_of(const Options& options) {
    server::TaskQuestion question = options.question;
    question.due_from = date_option(options.due_from, "--due-from");
    question.due_to = date_option(options.due_to, "--due-to");
    question.as_of = date_option(options.as_of, "--as-of");
    return question;
}

int tasks(const Options& options) {
    const auto index = indexer::open_index(options.sources);
    std::vector<server::Meaning> meaning;
    const auto filter = server::task_filter(*index, question_of(options), meaning);
    const auto stats = index->stats();
    const auto all = static_cast<std::uint32_t>(std::max<std::uint64_t>(stats.tasks, 1));
    std::optional<std::uint32_t> facet_limit;
    if (options.facets) facet_limit = server::kFacetValues;
    auto answer = server::tasks(*index, filter, {0, options.limit.value_or(all)}, facet_limit);
    answer.list.meaning = std::move(meaning);
    const auto& rows = answer.list.items;
    if (options.format == "json") {
        const auto today = filter.overdue_as_of.value_or(server::today_in_vietnam());
        print(server::json_text(answer, today) + "\n");
    }
    if (options.format == "csv") print(server::csv(rows));
    if (options.format == "excel") print(server::spreadsheet(server::csv(rows)));
    if (options.format == "ics") print(server::ics(rows, stats.built_at));
    if (options.format == "text") print(describe(answer));
    return answer.list.total > 0 ? 0 : kNothingFound;
}

}  // namespace

void declare_tasks(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("tasks", "Tasks by body, deadline and document");
    const auto options = std::make_shared<Options>();
    add_sources(*command, *options);
    server::TaskQuestion& question = options->question;
    command->add_option("--query", question.query, "Words that the task must hold");
    command->add_option("--body", question.bodies, "Body: name or id")->allow_extra_args(false);
    command->add_option("--role", question.role, "What the body does")
        ->check(CLI::IsMember({"lead", "support", "reports_to"}));
    command->add_option("--kind", question.kinds, "Kind of deadline; none: not stated")
        ->allow_extra_args(false)
        ->check(CLI::IsMember(
            {"by", "from", "range", "in", "recurring", "continuous", "conditional", "none"}));
    command->add_option("--product", question.products, "Kind of what is to be made: 'đề án'")
        ->allow_extra_args(false);
    command->add_option("--due-from", options->due_from, "Due on YYYY-MM-DD or later");
    command->add_option("--due-to", options->due_to, "Due on YYYY-MM-DD or earlier");
    command->add_option("--as-of", options->as_of, "Overdue on YYYY-MM-DD");
    command->add_option("--document", question.document, "Tasks of this number or id");
    command->add_option("--implements", question.implements,
                        "Tasks that implement this number or id");
    command->add_option("--jurisdiction", question.jurisdiction,
                        "Province of the body, else of the document");
    command->add_flag("--facets", options->facets, "Count by body, role, kind and period");
    add_limit(*command, options->limit);
    add_format(*command, options->format, "text|json|csv|excel|ics");
    command->callback([options, &run] { run = [options] { return tasks(*options); }; });
}

}  // namespace tracuu::cli
