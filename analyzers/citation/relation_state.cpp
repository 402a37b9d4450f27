#include "analyzers/citation/relation_state.hpp"

namespace tracuu::analyzers {

RelationState::RelationState(const Reading& reading_in, const std::vector<Mention>& mentions_in,
                             const std::vector<NamedMention>& named_in, std::string_view own)
    : reading(reading_in),
      mentions(mentions_in),
      named(named_in),
      own_type(own),
      source{reading.flow.text(), reading.tokens},
      tokens(reading.tokens),
      described(mentions.size()),
      levels(1) {
    out.mentions.resize(mentions.size());
}

void RelationState::set_pending(const Cue& cue, bool nested) {
    RelationLevel& now = level();
    now.pending = cue;
    now.pending_nested = nested;
    now.pending_task = false;
    now.nearest.reset();
    last_cue = cue;
}

bool RelationState::is_coordinated(std::size_t at) const {
    static const std::uint64_t kAnd = token_key("và");
    static const std::uint64_t kOr = token_key("hoặc");
    if (at == begin) return false;
    const std::size_t before = at - 1;
    return is(before, ",") || is(before, ";") || tokens[before].key == kAnd ||
           tokens[before].key == kOr;
}

}  // namespace tracuu::analyzers
