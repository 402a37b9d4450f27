#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/reader.hpp"

namespace tracuu::corpus {

/// Why `bytes` is no text that we take: another encoding, binary, empty. nullopt when it is.
/// Offsets in the reason are bytes from the start. A byte order mark of UTF-8 is allowed.
[[nodiscard]] std::optional<std::string> text_problem(std::string_view bytes);

/// The UTF-16 or UTF-32 that a byte order mark announces; nullopt for all else.
[[nodiscard]] std::optional<std::string> wide_encoding(std::string_view bytes);

/// True when `text` (valid UTF-8) has nothing but white space, a byte order mark included.
[[nodiscard]] bool is_blank(std::string_view text) noexcept;

/// Skips the byte order mark of UTF-8.
[[nodiscard]] std::string_view without_mark(std::string_view text) noexcept;

/// The bytes of `file`; what goes wrong is given to `sink.rejection` and the result is nullopt.
[[nodiscard]] std::optional<std::string> load(const std::filesystem::path& file,
                                              std::uint64_t limit, const ReadSink& sink);

}  // namespace tracuu::corpus
