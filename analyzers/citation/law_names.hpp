#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// The name of a law in running text.
struct LawName {
    std::size_t last = 0;              ///< token after it
    std::string name;                  ///< official capitals, one space between words
    std::vector<std::string> amended;  ///< the laws that this one amends by its name
};

/// The law, code, ordinance or Constitution named at token `at`, "(sửa đổi)" and the laws that it
/// amends included; a name that the table does not hold is read while words go on. nullopt when
/// none starts there. Bounded cost. Source: analyzers/data/laws.tsv.
[[nodiscard]] std::optional<LawName> read_law_name(const TokenText& source, std::size_t at);

}  // namespace tracuu::analyzers
