#include "analyzers/task/cue_table.hpp"

#include <algorithm>

#include "analyzers/gazetteer/data_file.hpp"
#include "support/data_table.hpp"
#include "support/error.hpp"

namespace tracuu::analyzers {
namespace {

// In the order of Cue.
constexpr std::array<std::string_view, 36> kNames{
    "verb",          "adverb",     "modal",         "order",          "assign",
    "order_lead",    "support",    "report",        "not_report",     "recipient",
    "via",           "adverbial",  "skip_heading",  "strict_heading", "closing_heading",
    "content_label", "lead_label", "support_label", "schedule_label", "product_label",
    "other_label",   "statement",  "closing",       "inform",         "decision",
    "description",   "stance",     "work_noun",     "apposition",     "command",
    "topic",         "manner",     "making",        "carry_out",      "duty_of",
    "empty_verb"};

std::size_t index_of(std::string_view name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) {
        throw support::Error(support::ErrorCode::internal, "unknown cue", std::string(name));
    }
    return static_cast<std::size_t>(found - kNames.begin());
}

}  // namespace

CueTable::CueTable() {
    static_assert(kNames.size() == kCues);
    const support::DataTable rows("task_cues.tsv", tracuu_analyzers::file("task_cues.tsv"));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::size_t cue = index_of(rows.cell(row, "cue"));
        tables_[cue].add(rows.cell(row, "phrase"), static_cast<std::int32_t>(cue));
        filter_.add(rows.cell(row, "phrase"), cue);
    }
}

const CueTable& CueTable::builtin() {
    static const CueTable table;
    return table;
}

std::uint32_t CueTable::length(Cue cue, const TokenReader& text, std::uint32_t at) const {
    const auto table = static_cast<std::size_t>(cue);
    if (!text.inside(at) || !filter_.may_start(text.token(at).key, table)) return 0;
    const auto match = tables_[table].longest(text.tokens(), at);
    return match ? match->length : 0;
}

}  // namespace tracuu::analyzers
