#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyzers/citation/number_grammar.hpp"
#include "analyzers/text/reading.hpp"
#include "support/date.hpp"

namespace tracuu::analyzers {

/// A document number with what the words around it say of the document.
struct Mention {
    NumberMatch match;
    std::string type;  ///< official name; by the code when no word names it
    std::optional<support::Date> date;
    std::string issuer;    ///< empty when this mention names none
    std::string title;     ///< quoted or "về ..." right after; may be empty
    std::string pinpoint;  ///< may be empty
    std::uint32_t block = 0;
    std::uint32_t first = 0;  ///< first token of the mention: pinpoint, type word or number
    std::uint32_t last = 0;   ///< token after number, date and issuer
    bool own = false;         ///< the document's own number: no citation
    bool listed = false;      ///< joined to the mention before by a comma or "và" alone
};

/// Reads the words around every match. `matches` are in text order. Linear.
[[nodiscard]] std::vector<Mention> read_mentions(const Reading& reading,
                                                 std::vector<NumberMatch> matches);

}  // namespace tracuu::analyzers
