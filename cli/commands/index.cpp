#include <CLI/CLI.hpp>

#include <memory>
#include <string>
#include <vector>

#include "cli/commands/command.hpp"
#include "cli/describe.hpp"
#include "cli/output.hpp"
#include "cli/progress.hpp"
#include "indexer/index.hpp"

namespace tracuu::cli {
namespace {

struct Options {
    indexer::BuildOptions build;
    bool strict = false;
    bool quiet = false;
};

int index(const Options& options) {
    indexer::BuildReport report;
    {
        Progress progress(options.quiet);
        report = indexer::build_index(options.build, [&](const indexer::BuildProgress& done) {
            progress.show({done.files_done, done.files_total, done.bytes_done, done.bytes_total});
        });
    }
    for (const corpus::Rejection& rejection : report.rejected) {
        print("Từ chối: " + shorten(rejection.source + ": " + rejection.reason, 1000) + "\n");
    }
    if (!options.quiet) print(describe(report));
    if (!options.strict || report.rejected.empty()) return 0;
    flush();
    throw support::Error(support::ErrorCode::unsupported_input,
                         std::to_string(report.rejected.size()) + " inputs were rejected",
                         report.rejected.front().source);
}

}  // namespace

void declare_index(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("index", "Build or update an index");
    const auto options = std::make_shared<Options>();
    indexer::BuildOptions& build = options->build;
    command->add_option("--index", build.directory, "Folder of the index")->required();
    command->add_option("PATH", build.paths, "Files and folders to index")->required();
    command->add_option("--jobs", build.jobs, "Threads (0: one per core)")
        ->check(CLI::Range(0, 256));
    command->add_option("--shards", build.shards, "Parts of the index")->check(CLI::Range(1, 64));
    command->add_flag("--rebuild", build.rebuild, "Read everything anew");
    command->add_flag("--strict", options->strict, "Rejected inputs are an error");
    command->add_flag("--quiet", options->quiet, "No progress and no summary");
    command->callback([options, &run] { run = [options] { return index(*options); }; });
}

}  // namespace tracuu::cli
