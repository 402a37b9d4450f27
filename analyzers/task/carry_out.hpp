#pragma once

#include "analyzers/task/body_grammar.hpp"

namespace tracuu::analyzers {

/// Token of the next "chịu trách nhiệm thi hành Quyết định này" at or after `at`; the end of the
/// range when there is none.
[[nodiscard]] std::uint32_t find_carry_out(const TokenReader& text, std::uint32_t at);

/// Who stands before that formula: all tokens of `list` are their names, so what no grammar reads
/// ("tổ chức, cá nhân có liên quan", a relative clause) belongs to one of them. Empty when the
/// range holds another predicate.
[[nodiscard]] std::vector<BodyMention> read_closed_list(const TokenReader& list);

}  // namespace tracuu::analyzers
