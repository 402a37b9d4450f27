#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/error.hpp"

namespace tracuu::cli {

/// Writes to standard output. Errors: cannot_write when the disk or the pipe takes no more.
void print(std::string_view text);

/// Flushes standard output; same errors.
void flush();

/// One line on standard error: what failed, on which input, what to do.
void report(const support::Error& error);

/// One line on standard error with the program's name before it.
void complain(std::string_view line);

/// `text` on one line, cut to `width` code points with `…` as its last one.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t width);

/// Rows as aligned columns, two spaces between them; the last column is not padded. Widths are
/// counted in code points.
[[nodiscard]] std::string aligned(const std::vector<std::vector<std::string>>& rows);

/// `1234567` as `1.234.567`, the Vietnamese way.
[[nodiscard]] std::string grouped(std::uint64_t number);

/// A size for people: `812 B`, `1,4 MB`.
[[nodiscard]] std::string readable_bytes(std::uint64_t bytes);

/// A number with `digits` decimals and a decimal comma.
[[nodiscard]] std::string decimal(double value, int digits);

}  // namespace tracuu::cli
