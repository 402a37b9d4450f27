#include "analyzers/citation/relation.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/relation_cues.hpp"
#include "analyzers/citation/type_reader.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kAnd = token_key("và");
const std::uint64_t kOr = token_key("hoặc");
const std::uint64_t kAt = token_key("tại");
const std::uint64_t kAsk = token_key("yêu");
const std::uint64_t kYear = token_key("năm");
const std::uint64_t kThe = token_key("việc");
const std::uint64_t kIssued = token_key("hành");
const std::uint64_t kAssign = token_key("giao");
constexpr std::size_t kDeepest = 12;     // nested parentheses and quotes that are followed
constexpr std::size_t kReviewReach = 16;  // tokens from "tổng kết" to its "thực hiện"
constexpr std::size_t kTaskReach = 7;     // tokens from "tinh giản" to its "theo"
constexpr std::size_t kListReach = 18;    // tokens from "bãi bỏ" to the colon of its list

bool is_strong(Relation relation) {
    return relation >= Relation::amends;
}

// The document that the words at hand describe.
struct Subject {
    std::int32_t mention = -1;
    std::int32_t named = -1;
    [[nodiscard]] bool any() const noexcept { return mention >= 0 || named >= 0; }
};

// What is known at one depth of parentheses and quotes.
struct Level {
    std::optional<Cue> top;      // holds for mentions of this sentence
    std::optional<Cue> pending;  // met since the last mention
    std::optional<Cue> nearest;  // a weaker one after a strong pending one
    bool pending_nested = false;
    bool pending_task = false;   // a "theo" after work that a policy sets
    std::optional<Cue> nest;     // relation between `subject` and what follows
    Subject subject;             // of `nest`
    Subject last;                // the last document named
    std::int32_t head = -1;      // the last mention outside `nest`
    bool open = false;           // words still describe `last`
    bool aside = false;
    char closing = 0;
};

class RelationReader {
  public:
    RelationReader(const Reading& reading, const std::vector<Mention>& mentions,
                   const std::vector<NamedMention>& named, std::string_view own_type)
        : reading_(reading),
          source_{reading.flow.text(), reading.tokens},
          tokens_(reading.tokens),
          mentions_(mentions),
          named_(named),
          own_type_(own_type) {
        out_.mentions.resize(mentions.size());
    }

    RelationReading read() {
        const auto& blocks = reading_.structure.blocks();
        std::size_t next = 0;
        for (std::size_t i = 0; i < blocks.size() && next < mentions_.size(); ++i) {
            // A paragraph without a number can only open a list ("Bãi bỏ các Quyết định sau:")
            // or be the first half of the next one.
            const bool holds = mentions_[next].block == i;
            const bool before = mentions_[next].block == i + 1;
            if (holds || before || blocks[i].ends_with_colon) read_block(i);
            if (!holds) continue;
            while (next < mentions_.size() && mentions_[next].block == i) ++next;
        }
        return std::move(out_);
    }

  private:
    Level& level() { return levels_.back(); }
    [[nodiscard]] bool is(std::size_t at, std::string_view mark) const {
        return source_.is(at, mark);
    }

    void read_block(std::size_t index) {
        const Block& block = reading_.structure.blocks()[index];
        if (!goes_on(index)) {
            levels_.assign(1, Level{});
            level().top = carried(index);
        }
        last_block_ = index;
        begin_ = block.first_token;
        segment_ = block.first_token;
        block_ = index;
        while (mention_ < mentions_.size() && mentions_[mention_].block < index) ++mention_;
        segment_mention_ = mention_;
        for (std::size_t at = block.first_token; at < block.last_token;) at = step(at, block);
        end_segment(block.last_token);
        keep_list_cue(block, index);
    }

    // A page that broke a line inside a name ("của Tổng\nBí thư") made two paragraphs of one.
    [[nodiscard]] bool goes_on(std::size_t index) const {
        if (index == 0 || last_block_ + 1 != index || levels_.empty()) return false;
        const Block& before = reading_.structure.blocks()[index - 1];
        const Block& block = reading_.structure.blocks()[index];
        if (before.zone != block.zone || before.first_token >= before.last_token) return false;
        static const std::uint64_t kSo = token_key("số");
        if (tokens_[before.last_token - 1].key == kSo) return true;
        const bool running = block.zone != Zone::annex && block.marker == Marker::none &&
                             !before.heading && !before.upper_case && !block.upper_case;
        return running && tokens_[before.last_token - 1].kind == TokenKind::word && levels_.back().pending;
    }

    // "Bãi bỏ các Quyết định sau:" holds for the items of its list.
    [[nodiscard]] std::optional<Cue> carried(std::size_t index) {
        if (!list_cue_) return std::nullopt;
        const Block& block = reading_.structure.blocks()[index];
        const Block& intro = reading_.structure.blocks()[list_block_];
        const bool item = block.marker != Marker::none && !block.heading &&
                          (block.marker != intro.marker || block.marker == Marker::bullet);
        // Every paragraph between the introduction and this one must be an item as well.
        for (std::size_t i = list_checked_ + 1; item && i < index; ++i) {
            const Block& between = reading_.structure.blocks()[i];
            if (between.marker == Marker::none || between.marker == intro.marker) {
                list_cue_.reset();
                return std::nullopt;
            }
        }
        if (!item) list_cue_.reset();
        list_checked_ = index;
        return list_cue_;
    }

    void keep_list_cue(const Block& block, std::size_t index) {
        if (!block.ends_with_colon || !last_cue_ || last_cue_->last > block.last_token) return;
        if (last_cue_->first < block.first_token) return;
        const bool near = block.last_token - last_cue_->last <= kListReach;
        bool documents = false;
        for (std::size_t at = last_cue_->last; near && at < block.last_token; ++at) {
            documents = documents || !type_at(source_, at).name.empty() ||
                        tokens_[at].key == token_key("văn");
        }
        const bool free = segment_mention_ == mention_ || mention_ == 0 ||
                          mentions_[mention_ - 1].match.first < last_cue_->first;
        if (!documents || !free || last_cue_->relation == Relation::mentions) return;
        list_cue_ = last_cue_;
        list_block_ = index;
        list_checked_ = index;
    }

    std::size_t step(std::size_t at, const Block& block) {
        if (mention_ < mentions_.size() && mentions_[mention_].block == block_ &&
            at >= mentions_[mention_].first) {
            return take_mention(at);
        }
        while (named_at_ < named_.size() && named_[named_at_].first < at) ++named_at_;
        if (named_at_ < named_.size() && named_[named_at_].first == at) return take_named();
        if (tokens_[at].kind == TokenKind::mark) return take_mark(at, block);
        if (tokens_[at].kind != TokenKind::word) return at + 1;
        if (const auto cue = cue_at(tokens_.first(block.last_token), at)) return take_cue(*cue);
        if (tokens_[at].key == kAssign || tokens_[at].key == kAsk) level().open = false;
        return at + 1;
    }

    // --- punctuation -----------------------------------------------------------------------

    std::size_t take_mark(std::size_t at, const Block& block) {
        const std::string_view mark = source_.word(at);
        if (mark == "(" || mark == "“") {
            open_level(mark == "(" ? ')' : '"');
        } else if (mark == ")" || mark == "”") {
            close_level(mark == ")" ? ')' : '"');
        } else if (mark == ";" || ends_sentence(at, block)) {
            end_segment(at);
            segment_ = at + 1;
            if (mark == ";") {
                end_description();
            } else {
                end_sentence();
            }
        } else if (mark == ":") {
            level().open = false;
        } else if (mark == "," && at + 1 < block.last_token && begins_clause(at + 1)) {
            level().open = false;
        }
        return at + 1;
    }

    [[nodiscard]] bool ends_sentence(std::size_t at, const Block& block) const {
        if (!is(at, ".") && !is(at, "!") && !is(at, "?")) return false;
        if (at + 1 >= block.last_token) return true;
        if (!tokens_[at + 1].space_before) return false;
        if (at > begin_ && tokens_[at - 1].kind == TokenKind::number) {
            return tokens_[at + 1].letter_case != LetterCase::lower;
        }
        // "TP. Hồ Chí Minh": an abbreviation of two capitals is no end.
        const bool short_word = at > begin_ && tokens_[at - 1].end - tokens_[at - 1].begin <= 2 &&
                                tokens_[at - 1].letter_case == LetterCase::upper;
        return !short_word && tokens_[at + 1].letter_case != LetterCase::lower;
    }

    // ", Ban Thường vụ Tỉnh ủy xây dựng ...": the main clause begins with its subject.
    [[nodiscard]] bool begins_clause(std::size_t at) const {
        return tokens_[at].letter_case == LetterCase::capitalised && starts_body(source_, at) &&
               type_at(source_, at).name.empty();
    }

    void open_level(char closing) {
        if (levels_.size() >= kDeepest) return;
        levels_.push_back(level());
        level().closing = closing;
        fresh_ = true;
    }

    void close_level(char closing) {
        if (levels_.size() > 1 && level().closing == closing) levels_.pop_back();
    }

    void end_description() {
        Level& now = level();
        if (now.pending && !now.pending_nested) now.top = now.pending;
        now.pending.reset();
        now.nearest.reset();
        now.nest.reset();
        now.subject = {};
        now.last = {};
        now.head = -1;
        now.open = false;
    }

    void end_sentence() {
        end_description();
        level().top.reset();
    }

    void end_segment(std::size_t end) {
        if (end <= segment_) return;
        const ByteRange clause{tokens_[segment_].begin, tokens_[end - 1].end};
        for (std::size_t i = segment_mention_; i < mention_; ++i) out_.mentions[i].clause = clause;
        segment_mention_ = mention_;
    }

    // --- cues ------------------------------------------------------------------------------

    std::size_t take_cue(const Cue& cue) {
        const bool first = fresh_ || cue.first == begin_;
        fresh_ = false;
        if (level().aside) return cue.last;
        switch (cue.kind) {
            case CueKind::hold: break;
            case CueKind::aside: start_aside(); break;
            case CueKind::attached:
                if (first) set_pending(cue, false);
                break;
            case CueKind::blank:
            case CueKind::neutral:
                if (!level().open && !yields(cue)) set_pending(cue, false);
                break;
            case CueKind::task: task_ = cue.last; break;
            case CueKind::after: take_after(cue); break;
            case CueKind::passive: take_passive(cue); break;
            case CueKind::basis:
                level().nest.reset();
                level().open = false;
                set_pending(cue, false);
                break;
            case CueKind::weak: take_weak(cue); break;
            case CueKind::active: take_active(cue); break;
        }
        return cue.last;
    }

    // "bãi bỏ Quy định ... do Ủy ban nhân dân tỉnh ban hành tại Quyết định số ..." repeals.
    bool yields(const Cue& cue) {
        static const std::uint64_t kDone = token_key("đã");
        return level().pending && is_strong(level().pending->relation) &&
               tokens_[cue.first].key != kDone;
    }

    void start_aside() {
        level().aside = true;
        level().top.reset();
        level().nest.reset();
        level().pending.reset();
    }

    void set_pending(const Cue& cue, bool nested) {
        Level& now = level();
        now.pending = cue;
        now.pending_nested = nested;
        now.pending_task = false;
        now.nearest.reset();
        last_cue_ = cue;
    }

    [[nodiscard]] bool is_parallel(const Cue& cue) const {
        if (cue.first == begin_) return true;
        const std::size_t before = cue.first - 1;
        return is(before, ",") || is(before, ";") || tokens_[before].key == kAnd;
    }

    void take_active(Cue cue) {
        Level& now = level();
        if (in_passive()) return;
        if (looks_back(cue)) cue.relation = Relation::reviews;
        if (is_strong(cue.relation) && speaks_of_another(cue)) cue.relation = Relation::mentions;
        if (now.pending && keeps_pending(cue)) {
            if (is_strong(now.pending->relation)) now.nearest = cue;
            return;
        }
        const bool describes = now.open && now.last.any();
        const bool goes_on = now.pending && now.pending_nested;
        set_pending(cue, describes && (goes_on || !is_parallel(cue)));
    }

    // "Sau gần 10 năm thực hiện ...", "Việc thực hiện Nghị quyết ... đã đạt kết quả".
    [[nodiscard]] bool looks_back(const Cue& cue) const {
        if (cue.relation != Relation::implements || cue.first < begin_ + 1) return false;
        const std::size_t before = cue.first - 1;
        if (tokens_[before].key == kThe) return before == segment_;
        return tokens_[before].key == kYear && before > begin_ &&
               tokens_[before - 1].kind == TokenKind::number;
    }

    // "Trình Chính phủ nghị định sửa đổi Nghị định số ...": a document that is still to be made
    // amends, not this one; "ban hành Quyết định bãi bỏ ..." in a Quyết định is this one.
    [[nodiscard]] bool speaks_of_another(const Cue& cue) const {
        const std::size_t reach = cue.first > 6U ? cue.first - 6U : 0U;
        const std::size_t from = std::max(begin_, reach);
        for (std::size_t at = from; at < cue.first; ++at) {
            const TypeName type = type_at(source_, at);
            if (type.name.empty() || type.last != cue.first) continue;
            const bool issued = at > begin_ && tokens_[at - 1].key == kIssued;
            const Zone zone = reading_.structure.blocks()[block_].zone;
            const bool opening = zone == Zone::title || zone == Zone::preamble || zone == Zone::head;
            return !(type.name == own_type_ && (issued || opening || at == begin_));
        }
        return false;
    }

    // A passive cue waits for its agent: "được sửa đổi, bổ sung một số điều theo ...".
    [[nodiscard]] bool in_passive() {
        return level().pending && level().pending->kind == CueKind::passive;
    }

    // "tổng kết 10 năm thực hiện" reviews; "sửa đổi quy định về thực hiện ... tại" amends.
    [[nodiscard]] bool keeps_pending(const Cue& cue) {
        const Cue& pending = *level().pending;
        if (is_strong(cue.relation)) return false;
        if (is_strong(pending.relation)) return true;
        if (pending.kind == CueKind::blank) return cue.first - pending.last <= kReviewReach;
        return pending.relation == Relation::reviews && cue.relation == Relation::implements &&
               cue.first - pending.last <= kReviewReach;
    }

    void take_weak(const Cue& cue) {
        Level& now = level();
        if (in_passive()) return;
        const bool plain = cue.last - cue.first == 1;
        if (now.pending) {
            const Relation relation = now.pending->relation;
            // "thực hiện ... theo Nghị quyết" implements; "thực hiện theo Điều 3" rests on it.
            if (is_strong(relation) || (plain && relation == Relation::implements)) {
                now.nearest = cue;
                return;
            }
        }
        const bool describes = now.open && now.last.mention >= 0 && now.top &&
                               now.top->relation == Relation::based_on && !is_parallel(cue);
        set_pending(cue, describes);
        now.pending_task = plain && task_ > segment_ && cue.first - task_ <= kTaskReach;
    }

    void take_passive(const Cue& cue) {
        Level& now = level();
        if (!now.last.any()) {
            set_pending(Cue{Relation::mentions, CueKind::neutral, cue.first, cue.last}, false);
            return;
        }
        set_pending(cue, true);
    }

    // "... hết hiệu lực": of the documents named before it, or of the list that follows.
    void take_after(const Cue& cue) {
        bool found = false;
        for (std::size_t i = segment_mention_; i < mention_; ++i) {
            MentionRelation& relation = out_.mentions[i];
            if (relation.relation != Relation::mentions || is_nested(i)) continue;
            relation.relation = cue.relation;
            relation.cue = range(cue);
            found = true;
        }
        if (!found && mention_ == segment_mention_ && announces_list(cue)) set_pending(cue, false);
    }

    // "Các Quyết định sau hết hiệu lực kể từ ngày ...: a) ..."
    [[nodiscard]] bool announces_list(const Cue& cue) const {
        const Block& block = reading_.structure.blocks()[block_];
        const std::size_t end = std::min<std::size_t>(block.last_token, cue.last + kListReach);
        for (std::size_t at = cue.last; at < end; ++at) {
            if (is(at, ":")) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_nested(std::size_t mention) const {
        for (auto it = out_.assertions.rbegin(); it != out_.assertions.rend(); ++it) {
            const auto index = static_cast<std::int32_t>(mention);
            if (it->to == index) return true;
            if (it->from > index || it->from < static_cast<std::int32_t>(segment_mention_)) break;
        }
        return false;
    }

    [[nodiscard]] ByteRange range(const Cue& cue) const {
        return {tokens_[cue.first].begin, tokens_[cue.last - 1].end};
    }

    // --- documents -------------------------------------------------------------------------

    [[nodiscard]] bool is_coordinated(std::size_t first) const {
        if (first == begin_) return false;
        const std::size_t before = first - 1;
        return is(before, ",") || is(before, ";") || tokens_[before].key == kAnd ||
               tokens_[before].key == kOr;
    }

    // A weaker cue wins over the stronger one before it when it touches the document.
    [[nodiscard]] static bool prefers_nearest(const Level& now, std::size_t first, bool pinpoint) {
        const Cue& near = *now.nearest;
        if (near.kind != CueKind::weak) return first - near.last <= 2;
        if (first > near.last + 1) return false;
        const bool plain = near.last - near.first == 1;
        return is_strong(now.pending->relation) ? near.last - near.first > 2 : plain && pinpoint;
    }

    // "thay thế Nghị định A ngày ..., Nghị định B ngày ... sửa đổi Nghị định A và Nghị định C ngày
    // ...": C is stated in full like A and B, so it stands beside them.
    [[nodiscard]] bool returns_to_head(const Mention& mention) {
        const Level& now = level();
        if (!now.nest || now.head < 0 || now.last.mention < 0) return false;
        if (now.nest->kind == CueKind::passive || !is_coordinated(mention.first)) return false;
        const bool head_dated = mentions_[static_cast<std::size_t>(now.head)].date.has_value();
        const bool last_dated =
            mentions_[static_cast<std::size_t>(now.last.mention)].date.has_value();
        return head_dated && !last_dated && mention.date && now.last.mention != now.head;
    }

    [[nodiscard]] static bool is_policy(std::string_view type) {
        constexpr std::array<std::string_view, 8> kPolicies{
            "Nghị quyết", "Kết luận", "Chỉ thị", "Chương trình", "Kế hoạch", "Đề án", "Chiến lược",
            "Thông báo"};
        return std::any_of(kPolicies.begin(), kPolicies.end(), [type](std::string_view policy) {
            return type.substr(0, policy.size()) == policy;
        });
    }

    void settle(const Mention& mention) {
        Level& now = level();
        if (!now.pending && returns_to_head(mention)) now.nest.reset();
        if (now.pending && now.pending_task && is_policy(mention.type)) {
            now.pending->relation = Relation::implements;
        }
        settle(mention.first, !mention.pinpoint.empty());
    }

    // Decides which cue governs the document whose words begin at `first`.
    void settle(std::size_t first, bool pinpoint) {
        Level& now = level();
        if (!now.pending) return;
        const bool listed = now.open && now.last.any() && is_coordinated(first) &&
                            now.pending->kind != CueKind::passive && now.pending->last != first;
        if (listed) {  // the cue stood inside the description of the document before
            now.pending.reset();
            now.nearest.reset();
            return;
        }
        if (now.nearest && prefers_nearest(now, first, pinpoint)) now.pending = now.nearest;
        if (now.pending_nested) {
            now.nest = now.pending;
            now.subject = now.last;
        } else {
            now.nest.reset();
            now.top = now.pending;
        }
        now.pending.reset();
        now.nearest.reset();
    }

    std::size_t take_mention(std::size_t at) {
        const std::size_t index = mention_++;
        const Mention& mention = mentions_[index];
        const std::size_t next = std::max<std::size_t>({at, mention.last, mention.match.last});
        if (mention.own) {
            return_to_self();
            return next;
        }
        settle(mention);
        fresh_ = false;
        Level& now = level();
        const auto self = static_cast<std::int32_t>(index);
        if (now.nest) {
            assert_nested({self, -1}, mention.type);
        } else {
            set_relation(index);
            now.head = self;
        }
        now.last = {self, -1};
        now.open = !now.aside;
        return next;
    }

    // "(Ban hành kèm theo Quyết định số <own> về sửa đổi ...)": what follows is said of this one.
    void return_to_self() {
        const char closing = level().closing;
        level() = Level{};
        level().closing = closing;
    }

    std::size_t take_named() {
        const NamedMention& named = named_[named_at_];
        const auto self = static_cast<std::int32_t>(named_at_);
        ++named_at_;
        settle(named.first, false);
        fresh_ = false;
        Level& now = level();
        if (now.nest) assert_nested({-1, self}, {});
        now.last = {now.last.mention, self};
        now.open = !now.aside;
        return named.last;
    }

    void set_relation(std::size_t index) {
        Level& now = level();
        const Mention& mention = mentions_[index];
        MentionRelation& out = out_.mentions[index];
        if (now.top && now.top->relation != Relation::mentions) {
            out.relation = now.top->relation;
            out.cue = range(*now.top);
            return;
        }
        // "Tại khoản 2 Điều 5 Nghị định ... quy định": a provision quoted as the ground.
        const bool quoted = !now.top && !now.aside && !mention.pinpoint.empty() &&
                            mention.first > begin_ && tokens_[mention.first - 1].key == kAt;
        if (!quoted) return;
        out.relation = Relation::based_on;
        out.cue = tokens_[mention.first - 1].range();
        now.top = Cue{Relation::based_on, CueKind::weak, mention.first - 1, mention.first};
    }

    void assert_nested(Subject object, const std::string& type) {
        Level& now = level();
        Subject subject = now.subject;
        const bool passive = now.nest->kind == CueKind::passive;
        if (passive) subject = amended_subject(type);
        // A name right after a number is nearer than the number.
        Assertion assertion;
        assertion.relation = now.nest->relation;
        const Subject from = passive ? object : subject;
        const Subject to = passive ? subject : object;
        assertion.from = from.named >= 0 ? -1 : from.mention;
        assertion.from_named = from.named;
        assertion.to = to.named >= 0 ? -1 : to.mention;
        assertion.to_named = to.named;
        out_.assertions.push_back(assertion);
    }

    // A decree is amended by a decree: of the documents before, the one of the agent's type.
    [[nodiscard]] Subject amended_subject(const std::string& type) {
        const Level& now = level();
        const bool law = type == "Luật" || type == "Bộ luật" || type == "Pháp lệnh";
        if (now.subject.named >= 0 && law) return {-1, now.subject.named};
        const std::int32_t near = now.subject.mention;
        if (near >= 0 && mentions_[static_cast<std::size_t>(near)].type == type) return {near, -1};
        const bool head_fits =
            now.head >= 0 && mentions_[static_cast<std::size_t>(now.head)].type == type;
        if (head_fits) return {now.head, -1};
        return near >= 0 ? Subject{near, -1} : now.subject;
    }

    const Reading& reading_;
    TokenText source_;
    std::span<const Token> tokens_;
    const std::vector<Mention>& mentions_;
    const std::vector<NamedMention>& named_;
    std::string_view own_type_;
    RelationReading out_;
    std::vector<Level> levels_;
    std::size_t mention_ = 0;          // next mention
    std::size_t named_at_ = 0;         // next named mention
    std::size_t begin_ = 0;            // first token of the block
    std::size_t segment_ = 0;          // first token of the clause
    std::size_t segment_mention_ = 0;  // first mention of the clause
    std::size_t block_ = 0;
    std::size_t task_ = 0;             // token after the last work that a policy sets
    std::size_t last_block_ = 0;
    bool fresh_ = false;               // right after an opening parenthesis or quote
    std::optional<Cue> last_cue_;
    std::optional<Cue> list_cue_;
    std::size_t list_block_ = 0;
    std::size_t list_checked_ = 0;
};

}  // namespace

RelationReading read_relations(const Reading& reading, const std::vector<Mention>& mentions,
                               const std::vector<NamedMention>& named,
                               std::string_view own_type) {
    return RelationReader(reading, mentions, named, own_type).read();
}

}  // namespace tracuu::analyzers
