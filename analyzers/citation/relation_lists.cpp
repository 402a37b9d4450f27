#include "analyzers/citation/relation_lists.hpp"

#include "analyzers/citation/type_reader.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kReach = 18;  // tokens from "bãi bỏ" to the colon of its list

bool is_item(const Block& block, const Block& intro) {
    if (block.marker == Marker::none || block.heading) return false;
    return block.marker != intro.marker || block.marker == Marker::bullet;
}

}  // namespace

std::optional<Cue> ListCue::carried() {
    if (!cue_) return std::nullopt;
    const auto& blocks = state_.reading.structure.blocks();
    // Every paragraph between the introduction and this one must be an item as well.
    for (std::size_t i = checked_ + 1; i <= state_.block && cue_; ++i) {
        if (!is_item(blocks[i], blocks[intro_])) cue_.reset();
    }
    checked_ = state_.block;
    return cue_;
}

void ListCue::keep() {
    static const std::uint64_t kText = token_key("văn");
    const Block& block = state_.current();
    const auto& last = state_.last_cue;
    if (!block.ends_with_colon || !last || last->relation == Relation::mentions) return;
    if (last->last > block.last_token || last->first < block.first_token) return;
    if (block.last_token - last->last > kReach) return;
    // A mention after the cue took it: "Căn cứ Nghị định số 5, ... thực hiện như sau:".
    const bool free = state_.next_mention == 0 ||
                      state_.mentions[state_.next_mention - 1].match.first < last->first;
    bool documents = false;
    for (std::size_t at = last->last; at < block.last_token; ++at) {
        documents =
            documents || state_.tokens[at].key == kText || !type_at(state_.source, at).name.empty();
    }
    if (!free || !documents) return;
    cue_ = last;
    intro_ = state_.block;
    checked_ = state_.block;
}

}  // namespace tracuu::analyzers
