#pragma once

#include <optional>
#include <string>

#include "analyzers/extraction.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// How a run of tokens speaks of time.
struct DeadlineContext {
    /// Year of "trước ngày 15/12", and the day before which nothing can be due.
    std::optional<Date> document_date;
    /// The tokens are the value of a schedule line ("Thời gian thực hiện: Quý II/2026"): a plain
    /// period is meant.
    bool value = false;
    /// The label speaks of the end ("Thời gian hoàn thành:"): a plain period is the last one.
    bool completion = false;
};

/// The deadline stated in `range`: a dated one before an undated one, else the first. Spans are
/// bytes of the flow text. nullopt when none is stated; periods over before the document's date,
/// dates of other documents, visions ("tầm nhìn đến 2045") are none.
[[nodiscard]] std::optional<Deadline> read_deadline(const Reading& reading, TokenRange range,
                                                    const DeadlineContext& context);

/// The same for running text.
[[nodiscard]] std::optional<Deadline> read_deadline(const Reading& reading, TokenRange range,
                                                    std::optional<Date> document_date);

/// What must happen first according to `range`: "sau khi có hướng dẫn của Trung ương", up to the
/// end of its clause; empty when nothing.
[[nodiscard]] std::string read_condition(const Reading& reading, TokenRange range);

/// True when the deadline names a day, month or year.
[[nodiscard]] inline bool is_dated(const Deadline& deadline) noexcept {
    return deadline.from.has_value() || deadline.to.has_value();
}

}  // namespace tracuu::analyzers
