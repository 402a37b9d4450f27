#pragma once

#include <vector>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// A clause of a paragraph: up to ";" or the end of the sentence.
struct Clause {
    TokenRange range;
    std::uint32_t sentence_last = 0;  ///< token after the sentence it is part of
    bool opens_sentence = false;
};

/// Cuts `range` into clauses; brackets are not cut. Linear.
[[nodiscard]] std::vector<Clause> split_clauses(const TokenReader& text);

/// `range` without a topic at its start: in "Về kiến nghị của tỉnh: giao Bộ Tài chính ..." the
/// order begins after the colon. The whole range when it has no topic.
[[nodiscard]] TokenRange after_topic(const Reading& reading, TokenRange range);

}  // namespace tracuu::analyzers
