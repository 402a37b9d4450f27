#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analyzers/citation/mention.hpp"
#include "analyzers/citation/named.hpp"
#include "analyzers/extraction.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// What one mention says of the citing document and the cited one.
struct MentionRelation {
    Relation relation = Relation::mentions;
    ByteRange cue;     ///< flow text; empty for `mentions`
    ByteRange clause;  ///< flow text
};

/// One document or another named one does something to a third; indices, -1 for none.
struct Assertion {
    std::int32_t from = -1;        ///< mention
    std::int32_t from_named = -1;  ///< named mention, when `from` is none
    std::int32_t to = -1;
    std::int32_t to_named = -1;
    Relation relation = Relation::mentions;
};

struct RelationReading {
    std::vector<MentionRelation> mentions;  ///< one per mention, same order
    std::vector<Assertion> assertions;      ///< in text order
};

/// Reads the relations of all mentions. `own_type` is the type of the citing document: "Quyết định
/// bãi bỏ Quyết định số ..." speaks of itself in a Quyết định only. Linear.
[[nodiscard]] RelationReading read_relations(const Reading& reading,
                                             const std::vector<Mention>& mentions,
                                             const std::vector<NamedMention>& named,
                                             std::string_view own_type);

}  // namespace tracuu::analyzers
