#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// What a phrase does in a statement of time; see data/deadline_cues.tsv.
enum class TimeCue : std::uint8_t {
    before,
    latest,
    until,
    in,
    from,
    done,
    act,
    recurring,
    continuous,
    no_time,
    not_adverb,
    condition,
    onward
};

/// A phrase found.
struct TimePhrase {
    TimeCue cue = TimeCue::in;
    std::uint32_t length = 0;
};

/// The longest phrase of time at `at`; never `not_adverb`.
[[nodiscard]] std::optional<TimePhrase> time_phrase(const TokenReader& text, std::uint32_t at);

/// Tokens of the noun at `at` that takes "thường xuyên" or "hằng năm" as its attribute; else 0.
[[nodiscard]] std::uint32_t attributed_noun(const TokenReader& text, std::uint32_t at);

}  // namespace tracuu::analyzers
