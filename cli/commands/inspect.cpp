#include <CLI/CLI.hpp>

#include <memory>
#include <string>

#include "cli/arguments.hpp"
#include "cli/commands/command.hpp"
#include "cli/describe.hpp"
#include "cli/output.hpp"
#include "indexer/index.hpp"
#include "server/codec.hpp"

namespace tracuu::cli {
namespace {

struct Options : SourceOptions {
    std::string directory;
    std::string format;
};

int verify(const Options& options) {
    const indexer::VerifyReport report = indexer::verify_index(options.directory);
    for (const std::string& problem : report.problems)
        print("Lỗi: " + shorten(problem, 1000) + "\n");
    if (report.problems.empty()) {
        print(describe(report.stats));
        print("Chỉ mục tốt.\n");
        return 0;
    }
    flush();
    throw support::Error(support::ErrorCode::index_corrupt,
                         std::to_string(report.problems.size()) + " problems in the index",
                         options.directory);
}

int stats(const Options& options) {
    const indexer::IndexStats stats = indexer::open_index(options.sources)->stats();
    print(options.format == "json" ? server::json_text(stats) + "\n" : describe(stats));
    return 0;
}

}  // namespace

void declare_verify(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("verify", "Check that an index is sound");
    const auto options = std::make_shared<Options>();
    command->add_option("--index", options->directory, "Folder of the index")->required();
    command->callback([options, &run] { run = [options] { return verify(*options); }; });
}

void declare_stats(CLI::App& program, Run& run) {
    CLI::App* command = program.add_subcommand("stats", "Counts of an index");
    const auto options = std::make_shared<Options>();
    add_sources(*command, *options);
    add_format(*command, options->format, "text|json");
    command->callback([options, &run] { run = [options] { return stats(*options); }; });
}

}  // namespace tracuu::cli
