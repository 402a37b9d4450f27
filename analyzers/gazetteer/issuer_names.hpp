#pragma once

#include <string_view>
#include <vector>

#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {

/// Names of bodies of the gazetteers as phrases, for reading them in running text.
struct BodyNames {
    PhraseTable phrases;                   ///< value: index into `names`
    std::vector<std::string_view> names;   ///< the phrase as the table writes it
    std::vector<std::string_view> levels;  ///< central, province, district, commune, any, ...
};

/// Full names and abbreviations of bodies.tsv and the names of issuers.tsv.
[[nodiscard]] const BodyNames& body_names();

/// Titles of people that stand before the name of their body. Source: office_holders.tsv.
[[nodiscard]] const PhraseTable& office_titles();

}  // namespace tracuu::analyzers
