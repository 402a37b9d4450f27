#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index.hpp"

namespace CLI {
class App;
}

namespace tracuu::cli {

/// Where the answers of a command come from.
struct SourceOptions {
    std::vector<std::string> sources;
};
/// `--index SOURCE...`, required.
void add_sources(CLI::App& command, SourceOptions& options);

/// `--index A B WORD`: everything after --index was taken as a source; the last one is the
/// positional argument when that is still missing.
void take_positional(SourceOptions& options, std::string& positional);

/// `--format`, one of `formats` (`text|json`), the first one by default.
void add_format(CLI::App& command, std::string& format, std::string_view formats);

/// `--limit N`; without it a list is whole.
void add_limit(CLI::App& command, std::optional<std::uint32_t>& limit);

/// The date of an option; nullopt for empty text. Errors: bad_request naming `option`.
[[nodiscard]] std::optional<support::Date> date_option(std::string_view text,
                                                       std::string_view option);

}  // namespace tracuu::cli
