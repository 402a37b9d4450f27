// The one program of the project: declares the commands, runs the chosen one, gives its status.

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands/command.hpp"
#include "cli/output.hpp"

namespace tracuu::cli {
namespace {

/// --help and --version print and end well; everything else is one line and status 2.
int explain(const CLI::App& program, const CLI::ParseError& error) {
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return program.exit(error);
    std::string name;
    for (const CLI::App* command : program.get_subcommands()) name = " " + command->get_name();
    complain(std::string(error.what()) + ". See: tracuu" + name + " --help");
    return kError;
}

// CLI11 takes a `--` right after the sources for the end of their list, and what follows for
// options again: a query such as `-word` needs another one.
std::vector<std::string> arguments(int argc, char** argv) {
    std::vector<std::string> out;
    bool sources = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--" && sources) out.emplace_back("--");
        if (argument.starts_with('-')) sources = argument == "--index";
        out.emplace_back(argument);
    }
    return {out.rbegin(), out.rend()};  // as CLI11 wants them
}

int run_program(int argc, char** argv) {
    CLI::App program("tracuu: tra cứu văn bản chính sách và nhiệm vụ", "tracuu");
    program.set_version_flag("--version", std::string("tracuu ") + TRACUU_VERSION);
    program.require_subcommand(1);
    Run run;
    for (const auto declare :
         {declare_index, declare_serve, declare_search, declare_resolve, declare_cites,
          declare_tasks, declare_extract, declare_verify, declare_stats}) {
        declare(program, run);
    }
    try {
        program.parse(arguments(argc, argv));
    } catch (const CLI::ParseError& error) {
        return explain(program, error);
    }
    const int status = run();
    flush();
    return status;
}

}  // namespace
}  // namespace tracuu::cli

int main(int argc, char** argv) {
    try {
        return tracuu::cli::run_program(argc, argv);
    } catch (const tracuu::support::Error& error) {
        tracuu::cli::report(error);
        return tracuu::support::info(error.code()).exit_status;
    } catch (const std::exception& error) {
        tracuu::cli::complain(std::string("internal error: ") + error.what());
    } catch (...) {
        tracuu::cli::complain("internal error: unknown exception");
    }
    return tracuu::cli::kError;
}
