#pragma once

#include <vector>

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// Who a clause says has to act.
struct Subject {
    std::vector<BodyMention> bodies;  ///< empty: the clause names nobody
    bool ordered = false;             ///< they are told to: "Giao ...", "X yêu cầu ..."
    bool bound = false;  ///< "chủ trì", "có trách nhiệm" follows, or an office-holder acts
    bool verb_first = false;  ///< the clause starts with an action instead
    bool stance = false;      ///< the clause is an opinion or a fact
    std::uint32_t last = 0;   ///< token after the subject; the start when there is none
};

/// Reads the subject at the start of `sentence`, or after its circumstances ("Căn cứ ..., ") when
/// `search` is set; circumstances end before token `clause_last`. Linear.
[[nodiscard]] Subject read_subject(const TokenReader& sentence, std::uint32_t clause_last,
                                   bool search);

}  // namespace tracuu::analyzers
