#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "analyzers/task/first_word_filter.hpp"
#include "analyzers/task/token_reader.hpp"
#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {

/// What a phrase says in an order. The names are those of data/task_cues.tsv, where each is
/// explained.
enum class Cue : std::uint8_t {
    verb,
    adverb,
    modal,
    order,
    assign,
    order_lead,
    support,
    report,
    not_report,
    recipient,
    via,
    adverbial,
    skip_heading,
    strict_heading,
    closing_heading,
    content_label,
    lead_label,
    support_label,
    schedule_label,
    product_label,
    other_label,
    statement,
    closing,
    inform,
    decision,
    description,
    stance,
    work_noun,
    apposition,
    command,
    topic,
    manner,
    making,
    carry_out,
    duty_of,
    empty_verb
};

/// The table task_cues.tsv: phrases of each cue.
class CueTable {
  public:
    /// The table that is compiled in. Built once, then only read: any number of threads.
    [[nodiscard]] static const CueTable& builtin();

    /// Tokens of the longest phrase with this cue at `at`; 0 when there is none.
    [[nodiscard]] std::uint32_t length(Cue cue, const TokenReader& text, std::uint32_t at) const;
    [[nodiscard]] bool starts(Cue cue, const TokenReader& text, std::uint32_t at) const {
        return length(cue, text, at) > 0;
    }

  private:
    CueTable();
    static constexpr std::size_t kCues = static_cast<std::size_t>(Cue::empty_verb) + 1;
    FirstWordFilter filter_;
    std::array<PhraseTable, kCues> tables_;
};

}  // namespace tracuu::analyzers
