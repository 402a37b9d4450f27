#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>

#include "support/error.hpp"

namespace tracuu::cli {
namespace {

std::vector<std::string> split(std::string_view choices) {
    std::vector<std::string> out;
    while (!choices.empty()) {
        const std::size_t bar = std::min(choices.find('|'), choices.size());
        out.emplace_back(choices.substr(0, bar));
        choices.remove_prefix(std::min(bar + 1, choices.size()));
    }
    return out;
}

}  // namespace

void add_sources(CLI::App& command, SourceOptions& options) {
    command
        .add_option("--index", options.sources,
                    "Index folder or tcp://host:port; several make one index")
        ->required()
        ->expected(1, -1)
        ->type_name("SOURCE");
}

void take_positional(SourceOptions& options, std::string& positional) {
    if (!positional.empty() || options.sources.size() < 2) return;
    positional = std::move(options.sources.back());
    options.sources.pop_back();
}

void add_format(CLI::App& command, std::string& format, std::string_view formats) {
    const auto choices = split(formats);
    format = choices.front();
    command.add_option("--format", format, "Form of the output")
        ->check(CLI::IsMember(choices))
        ->capture_default_str();
}

void add_limit(CLI::App& command, std::optional<std::uint32_t>& limit) {
    command.add_option("--limit", limit, "Items at most (default: all)")
        ->check(CLI::Range(std::uint32_t{1}, std::uint32_t{1'000'000'000}))
        ->type_name("N");
}

std::optional<support::Date> date_option(std::string_view text, std::string_view option) {
    if (text.empty()) return std::nullopt;
    const auto date = support::Date::parse_iso(text);
    if (!date) {
        throw support::Error(support::ErrorCode::bad_request,
                             "not a date YYYY-MM-DD: " + std::string(text), std::string(option));
    }
    return date;
}

}  // namespace tracuu::cli
