#pragma once

#include <cstdint>
#include <optional>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// What a line "label: value" under a task tells of it.
enum class Label : std::uint8_t { content, lead, support, schedule, product, other };

struct LabelLine {
    Label label = Label::other;
    TokenRange value;         ///< tokens after the colon; empty when bullets hold the value
    bool completion = false;  ///< a schedule label that speaks of the end: "Thời gian hoàn thành"
};

/// Reads a paragraph of the form "Thời gian thực hiện: Quý II/2026"; nullopt for any other.
[[nodiscard]] std::optional<LabelLine> read_label_line(const Reading& reading, TokenRange range);

/// Reads "Thời gian thực hiện từ tháng 1 đến tháng 6/2026.", a schedule without its colon; the
/// value starts right after the label, whatever it is.
[[nodiscard]] std::optional<LabelLine> read_schedule_sentence(const Reading& reading,
                                                              TokenRange range);

/// The same for the head of a column: the label is all of the cell, without a colon; "(...)" may
/// follow. `value` is empty.
[[nodiscard]] std::optional<LabelLine> read_column_head(const Reading& reading, TokenRange cell);

}  // namespace tracuu::analyzers
