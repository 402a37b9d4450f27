#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "analyzers/extraction.hpp"
#include "analyzers/text/token.hpp"

namespace tracuu::analyzers {

/// How a cue works; see the table.
enum class CueKind : std::uint8_t {
    active,
    basis,
    weak,
    passive,
    after,
    neutral,
    aside,
    attached,
    blank,
    task,
    insert,
    resume,
    outside,
    hold
};

/// A cue found in a text.
struct Cue {
    Relation relation = Relation::mentions;
    CueKind kind = CueKind::hold;
    std::uint32_t first = 0;  ///< tokens
    std::uint32_t last = 0;
};

/// The longest cue at `tokens[at]`. Source: analyzers/data/relation_cues.tsv.
[[nodiscard]] std::optional<Cue> cue_at(std::span<const Token> tokens, std::size_t at);

}  // namespace tracuu::analyzers
