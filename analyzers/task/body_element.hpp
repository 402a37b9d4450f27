#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyzers/task/body_words.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// One element of a list of bodies while it is read.
struct BodyElement {
    std::string name;
    std::uint32_t first = 0;  ///< first token, title included
    std::uint32_t last = 0;
    BodyWord kind = BodyWord::unit;
    BodyGroup group = BodyGroup::none;
    bool plural = false;           ///< "các", "những" before it
    std::uint32_t name_begin = 0;  ///< first token of the name after `head`
    std::string head;              ///< of "các Bộ: ...": `Bộ`, to be put before further names
};

/// Reads the body whose first word (title, "các" or head) is `at`. `heading`: verbs are parts of
/// names. `depth` bounds "A thuộc B của C".
[[nodiscard]] std::optional<BodyElement> read_body_element(const TokenReader& text,
                                                           std::uint32_t at, bool heading,
                                                           int depth = 0);

/// Reads a further name after "các Bộ: Nội vụ, ": the body `head` + the name that starts at `at`
/// with a capital.
[[nodiscard]] std::optional<BodyElement> read_further_name(const TokenReader& text,
                                                           std::uint32_t at, std::string_view head);

}  // namespace tracuu::analyzers
