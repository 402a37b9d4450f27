#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// Reads the number of a paper that no office of the State or the Party issued, as its own writer
/// shaped it: "Đơn đề nghị ... số 02-1025/NMT ngày", "công văn số JHDPC/2025/276 ngày". Only after
/// the word for such a paper and "số" (token `so`), with the day or the writer after it. Bounded
/// cost. The whole spelling is the ordinal.
[[nodiscard]] std::optional<NumberMatch> match_company_number(const TokenText& source,
                                                              std::size_t so);

/// The word for a paper that companies and persons write.
struct PaperName {
    std::string name;       ///< in sentence case
    std::size_t first = 0;  ///< its first token
    std::size_t last = 0;   ///< token after it
};

/// The word for such a paper in the few tokens before "số" at token `so`.
[[nodiscard]] std::optional<PaperName> paper_before(const TokenText& source, std::size_t so);

}  // namespace tracuu::analyzers
