#include "analyzers/task/label_line.hpp"

#include <array>
#include <utility>

#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/deadline_words.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::array<std::pair<Cue, Label>, 6> kLabels{{
    {Cue::content_label, Label::content},
    {Cue::lead_label, Label::lead},
    {Cue::support_label, Label::support},
    {Cue::schedule_label, Label::schedule},
    {Cue::product_label, Label::product},
    {Cue::other_label, Label::other},
}};

// "Thời gian hoàn thành", "Thời hạn", "Thời gian trình": the end is meant.
bool speaks_of_end(const TokenReader& text, std::uint32_t first, std::uint32_t last) {
    static const std::array<std::uint64_t, 3> ends{token_key("hạn"), token_key("trình"),
                                                   token_key("thành")};
    for (std::uint32_t at = first; at < last; ++at) {
        for (const std::uint64_t key : ends) {
            if (text.has_key(at, key)) return true;
        }
    }
    return false;
}

}  // namespace

std::optional<LabelLine> read_column_head(const Reading& reading, TokenRange cell) {
    const TokenReader text(reading, cell);
    const CueTable& cues = CueTable::builtin();
    std::uint32_t first = cell.first;
    while (text.is_one_of(first, "*_")) ++first;
    for (const auto& [cue, label] : kLabels) {
        std::uint32_t end = first + cues.length(cue, text, first);
        if (end == first) continue;
        // "Thời hạn" heads plain periods too.
        static const std::uint64_t complete = token_key("hoàn");
        static const std::uint64_t close = token_key("kết");  // "Thời gian kết thúc"
        bool completion = false;
        for (std::uint32_t at = first; at < end; ++at) {
            completion = completion || text.has_key(at, complete) || text.has_key(at, close);
        }
        while (text.is_one_of(end, "*_:")) ++end;
        if (end >= text.last() || text.is_mark(end, "(")) return LabelLine{label, {}, completion};
    }
    return std::nullopt;
}

std::optional<LabelLine> read_label_line(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    const CueTable& cues = CueTable::builtin();
    for (const auto& [cue, label] : kLabels) {
        std::uint32_t end = range.first + cues.length(cue, text, range.first);
        if (end == range.first) continue;
        const bool completion = label == Label::schedule && speaks_of_end(text, range.first, end);
        while (text.is_one_of(end, "*_")) ++end;
        if (!text.is_mark(end, ":")) continue;
        ++end;
        while (text.is_one_of(end, "*_")) ++end;
        return LabelLine{label, {end, text.last()}, completion};
    }
    return std::nullopt;
}

std::optional<LabelLine> read_schedule_sentence(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    static const std::uint64_t is = token_key("là");
    std::uint32_t at = range.first;
    while (text.is_one_of(at, "*_(")) ++at;
    const std::uint32_t label = CueTable::builtin().length(Cue::schedule_label, text, at);
    if (label < 2) return std::nullopt;
    std::uint32_t end = at + label;
    const bool completion = speaks_of_end(text, at, end);
    if (text.has_key(end, is)) ++end;
    return LabelLine{Label::schedule, {end, text.last()}, completion};
}

}  // namespace tracuu::analyzers
