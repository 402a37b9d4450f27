#pragma once

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// What a generic noun ("các cơ quan") looks like when words after it are read.
struct NounState {
    bool plural = false;
    bool heading = false;        ///< in a heading: all that follows belongs to it
    std::uint32_t head_end = 0;  ///< token after the noun
};

/// The token after the relative clause at `at` that belongs to a generic noun ("các cơ quan được
/// giao nhiệm vụ | có trách nhiệm"); `at` when there is none or its end is unsure.
[[nodiscard]] std::uint32_t read_relative(const TokenReader& text, std::uint32_t at,
                                          const NounState& noun);

}  // namespace tracuu::analyzers
