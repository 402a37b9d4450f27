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

}  // namespace tracuu::analyzers
