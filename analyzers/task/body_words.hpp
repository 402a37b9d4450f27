#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// Part that a phrase plays in the name of a body; see data/body_heads.tsv.
enum class BodyWord : std::uint8_t {
    named,
    name,
    unit,
    sector,
    place,
    level,
    qualifier,
    relative,
    nested,
    filler,
    stop,
    surname,
    not_body,
    compound
};

/// Units of one group standing next to each other make one collective body.
enum class BodyGroup : std::uint8_t { none, split, enterprise, state, party, committee };

/// A phrase found.
struct BodyPhrase {
    BodyWord kind = BodyWord::unit;
    BodyGroup group = BodyGroup::none;
    std::uint32_t length = 0;
    std::string_view canonical;  ///< what to write instead; may be empty
};

/// What a body may start with at `at`: a known name, a head that takes a name, a generic noun, or
/// `not_body`. The longest phrase of all kinds wins; `unit_only` looks for generic nouns alone.
[[nodiscard]] std::optional<BodyPhrase> body_start(const TokenReader& text, std::uint32_t at);
[[nodiscard]] std::optional<BodyPhrase> body_unit(const TokenReader& text, std::uint32_t at);

/// True when `Sở`, `Bộ` or another head that takes several names stands at `at`.
[[nodiscard]] bool body_split_head(const TokenReader& text, std::uint32_t at);

/// Tokens of the longest phrase of this kind (sector, place, level, qualifier, relative, nested).
[[nodiscard]] std::uint32_t body_part(BodyWord kind, const TokenReader& text, std::uint32_t at);

/// A title before a body.
struct Office {
    std::uint32_t length = 0;
    std::string_view body;  ///< noun hidden in it: `Bộ` in "Bộ trưởng"; may be empty
};

/// The longest title of an office-holder at `at`.
[[nodiscard]] std::optional<Office> office_title(const TokenReader& text, std::uint32_t at);

}  // namespace tracuu::analyzers
