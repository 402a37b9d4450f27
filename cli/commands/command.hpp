#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace tracuu::cli {

/// What the chosen command does; gives the exit status.
using Run = std::function<int()>;

/// Exit status of a command that worked and found nothing.
inline constexpr int kNothingFound = 1;
/// Exit status after an error.
inline constexpr int kError = 2;

/// Each declares one command with its options; when it is chosen, `run` is set.
void declare_index(CLI::App& program, Run& run);
void declare_serve(CLI::App& program, Run& run);
void declare_search(CLI::App& program, Run& run);
void declare_resolve(CLI::App& program, Run& run);
void declare_cites(CLI::App& program, Run& run);
void declare_tasks(CLI::App& program, Run& run);
void declare_extract(CLI::App& program, Run& run);
void declare_verify(CLI::App& program, Run& run);
void declare_stats(CLI::App& program, Run& run);

}  // namespace tracuu::cli
