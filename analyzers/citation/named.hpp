#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/citation/mention.hpp"
#include "analyzers/text/reading.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// A document cited by its name alone.
struct NamedMention {
    support::ByteRange span;  ///< name with an adjacent date or year
    std::string name;         ///< one space between words, official capitals, with date or year
    std::string key;          ///< folded name without date: equal for two mentions of one document
    std::string title;        ///< the quoted title right after it; may be empty
    std::optional<support::Date> date;
    std::uint32_t first = 0;  ///< tokens
    std::uint32_t last = 0;
};

/// Laws, codes, ordinances, the Constitution and resolutions of congresses and plenums that are
/// named without a number; those with a number belong to `mentions`. In text order. Linear.
[[nodiscard]] std::vector<NamedMention> read_named(const Reading& reading,
                                                   const std::vector<Mention>& mentions);

/// The folded name of the law that ends right before the words of `mention` ("Luật Đất đai" of
/// "Luật Đất đai số 31/2024/QH15"); empty when the mention is of no law.
[[nodiscard]] std::string law_key(const Reading& reading, const Mention& mention);

/// The keys of the laws that the law of `mention` amends by its name; empty when it amends none.
[[nodiscard]] std::vector<std::string> amended_law_keys(const Reading& reading,
                                                        const Mention& mention);

}  // namespace tracuu::analyzers
