#include "analyzers/task/deadline.hpp"

#include "analyzers/task/deadline_scan.hpp"
#include "analyzers/task/deadline_words.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kLongestCondition = 30;  // tokens

}  // namespace

std::string read_condition(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    for (std::uint32_t at = text.first(); at < text.last(); ++at) {
        const auto phrase = time_phrase(text, at);
        if (!phrase) continue;
        if (phrase->cue != TimeCue::condition) {
            at += phrase->length - 1;
            continue;
        }
        std::uint32_t end = at + phrase->length;
        while (end < text.last() && end - at < kLongestCondition && !text.is_one_of(end, ",;.:()*"))
            ++end;
        const ByteRange bytes = text.bytes(at, end);
        return std::string(reading.flow.at(bytes));
    }
    return {};
}

std::optional<Deadline> read_deadline(const Reading& reading, TokenRange range,
                                      const DeadlineContext& context) {
    std::optional<DeadlineCandidate> best;
    for (DeadlineCandidate& one : scan_deadlines(reading, range, context)) {
        const bool dated = is_dated(one.deadline);
        if (best) {
            const bool best_dated = is_dated(best->deadline);
            const bool better = dated != best_dated ? dated : !dated && one.bound && !best->bound;
            if (!better) continue;
        }
        best = std::move(one);
    }
    if (!best) return std::nullopt;
    best->deadline.condition = read_condition(reading, range);
    return std::move(best->deadline);
}

std::optional<Deadline> read_deadline(const Reading& reading, TokenRange range,
                                      std::optional<Date> document_date) {
    return read_deadline(reading, range, DeadlineContext{document_date});
}

}  // namespace tracuu::analyzers
