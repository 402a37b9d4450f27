#include "analyzers/citation/relation_lists.hpp"

#include "analyzers/citation/type_reader.hpp"
#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kReach = 18;      // tokens from "bãi bỏ" to the colon of its list
constexpr std::size_t kLongIntro = 60;  // the same where the introduction begins with the verb

// "Quyết định số ...", "Số 12/QĐ-UBND", "Toàn bộ Nghị quyết số ...", "Khoản 2 Điều 5 Nghị định
// ...".
bool begins_with_document(const RelationState& state, const Block& block) {
    static const PhraseTable starts = PhraseTable::of(
        {"các", "toàn bộ", "một phần", "văn bản", "số", "điều", "khoản", "điểm", "mục", "chương",
         "phụ lục", "quy chuẩn", "tiêu chuẩn", "danh mục", "quy định", "quy chế"});
    if (block.first_token >= block.last_token) return false;
    return starts.starts(state.tokens, block.first_token) ||
           !type_at(state.source, block.first_token).name.empty();
}

// A document under which a broken line looks like a sub-item is an item all the same.
bool is_item(const RelationState& state, const Block& block, const Block& intro) {
    if (block.marker == Marker::none) return false;
    if (block.heading && !begins_with_document(state, block)) return false;
    return block.marker != intro.marker || block.marker == Marker::bullet;
}

}  // namespace

std::optional<Cue> ListCue::carried() {
    if (!cue_) return std::nullopt;
    const auto& blocks = state_.reading.structure.blocks();
    // Every paragraph between the introduction and this one must be an item as well.
    for (std::size_t i = checked_ + 1; i <= state_.block && cue_; ++i) {
        if (!is_item(state_, blocks[i], blocks[intro_])) cue_.reset();
    }
    checked_ = state_.block;
    // "...:" / "- Tại điểm đ khoản 1 ...": what only uses documents speaks for itself.
    const bool whole = cue_ && colon_ && is_strong(cue_->relation);
    return whole || begins_with_document(state_, state_.current()) ? cue_ : std::nullopt;
}

// "Điều 1. Bãi bỏ toàn bộ một số văn bản ..." / "1. Quyết định số ...": the act stands in the
// heading of the article.
bool ListCue::heads_list(const Cue& cue) const {
    const Block& block = state_.current();
    const auto& blocks = state_.reading.structure.blocks();
    if (!is_strong(cue.relation) || block.marker != Marker::article) return false;
    return cue.first == block.first_token && state_.block + 1 < blocks.size() &&
           is_item(state_, blocks[state_.block + 1], block) &&
           begins_with_document(state_, blocks[state_.block + 1]);
}

void ListCue::keep() {
    static const std::uint64_t kText = token_key("văn");
    const Block& block = state_.current();
    const auto& last = state_.last_cue;
    if (!last || last->relation == Relation::mentions) return;
    if (!block.ends_with_colon && !heads_list(*last)) return;
    if (last->last > block.last_token || last->first < block.first_token) return;
    const bool opens = is_strong(last->relation) && last->first == block.first_token;
    if (block.last_token - last->last > (opens ? kLongIntro : kReach)) return;
    // A mention after the cue took it: "Căn cứ Nghị định số 5, ... thực hiện như sau:".
    const bool free = state_.next_mention == 0 ||
                      state_.mentions[state_.next_mention - 1].match.first < last->first;
    // "Các Quyết định sau hết hiệu lực từ 01/01/2026:" names them before the verb.
    const std::size_t from = last->kind == CueKind::after ? block.first_token : last->last;
    bool documents = false;
    for (std::size_t at = from; at < block.last_token; ++at) {
        documents =
            documents || state_.tokens[at].key == kText || !type_at(state_.source, at).name.empty();
    }
    if (!free || !documents) return;
    cue_ = last;
    colon_ = block.ends_with_colon;
    intro_ = state_.block;
    checked_ = state_.block;
}

}  // namespace tracuu::analyzers
