#include "analyzers/citation/relation.hpp"

#include <algorithm>
#include <array>

#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/relation_cue_rules.hpp"
#include "analyzers/citation/relation_documents.hpp"
#include "analyzers/citation/relation_lists.hpp"
#include "analyzers/citation/relation_state.hpp"
#include "analyzers/citation/type_reader.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kAsk = token_key("yêu");
const std::uint64_t kAssign = token_key("giao");
const std::uint64_t kThen = token_key("thì");
const std::uint64_t kSo = token_key("số");
const std::uint64_t kAbout = token_key("về");
const std::uint64_t kAt = token_key("tại");
constexpr std::size_t kShortestLine = 3;  // tokens; a shorter one is a cell of a table
constexpr std::size_t kDeepest = 12;      // nested parentheses and quotes that are followed

// "TP. Hồ Chí Minh", "TS. Nguyễn Văn A": the dot ends no sentence.
bool is_abbreviation(std::uint64_t key) {
    static const std::array<std::uint64_t, 7> keys{
        token_key("tp"),  token_key("tx"), token_key("ts"), token_key("gs"),
        token_key("ths"), token_key("tt"), token_key("đ")};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// A plan or a letter changes no decree: it speaks of an amendment that others make. One of its own
// kind it may replace.
bool may_change(std::string_view own_type, std::string_view type) {
    constexpr std::array<std::string_view, 11> kPowerless{
        "Kế hoạch",  "Công văn", "Thông báo", "Báo cáo",      "Tờ trình", "Công điện",
        "Hướng dẫn", "Kết luận", "Chỉ thị",   "Chương trình", "Giấy mời"};
    const bool powerless = std::any_of(
        kPowerless.begin(), kPowerless.end(),
        [own_type](std::string_view kind) { return own_type.substr(0, kind.size()) == kind; });
    return !powerless || own_type == type;
}

// Walks over the paragraphs that hold citations, from left to right, once.
class RelationReader {
  public:
    explicit RelationReader(RelationState& state)
        : state_(state), cues_(state), documents_(state), lists_(state) {}

    void read() {
        const auto& blocks = state_.reading.structure.blocks();
        const auto& mentions = state_.mentions;
        std::size_t next = 0;
        for (std::size_t i = 0; i < blocks.size() && next < mentions.size(); ++i) {
            // A paragraph without a number can only open a list ("Bãi bỏ các Quyết định sau:")
            // or be the first half of the next one.
            const bool holds = mentions[next].block == i;
            const bool before = mentions[next].block == i + 1;
            if (holds || before || blocks[i].ends_with_colon) read_block(i);
            while (next < mentions.size() && mentions[next].block == i) ++next;
        }
    }

  private:
    void read_block(std::size_t index) {
        const bool same = goes_on(index);
        state_.block = index;
        const Block& block = state_.current();
        if (!same) {
            const auto basis = basis_goes_on(index);
            state_.levels.assign(1, RelationLevel{});
            state_.level().top = basis ? basis : lists_.carried();
        }
        last_block_ = index;
        state_.begin = block.first_token;
        state_.clause = block.first_token;
        state_.topic_end = topic_end(block);
        std::size_t& next = state_.next_mention;
        while (next < state_.mentions.size() && state_.mentions[next].block < index) ++next;
        state_.clause_mention = next;
        for (std::size_t at = block.first_token; at < block.last_token;) at = step(at, block);
        end_clause(block.last_token);
        lists_.keep();
    }

    // "Căn cứ Nghị định số ...;" / "Nghị định số ... về ...;": the second is a ground as well.
    [[nodiscard]] std::optional<Cue> basis_goes_on(std::size_t index) const {
        const auto& blocks = state_.reading.structure.blocks();
        const auto& top = state_.levels.front().top;
        const bool after = index > 0 && last_block_ + 1 == index && top;
        if (!after || top->kind != CueKind::basis || blocks[index].zone != Zone::preamble) {
            return std::nullopt;
        }
        const Block& before = blocks[index - 1];
        const bool listed = before.zone == Zone::preamble && before.last_token > 0 &&
                            state_.is(before.last_token - 1, ";");
        const std::size_t next = state_.next_mention;
        const bool opens = next < state_.mentions.size() &&
                           state_.mentions[next].first == blocks[index].first_token;
        return listed && opens ? top : std::nullopt;
    }

    // "Về đề nghị sửa đổi Nghị định số ...: Giao Bộ Nội vụ nghiên cứu": the words before the colon
    // only say what the answer after it is about.
    [[nodiscard]] std::size_t topic_end(const Block& block) const {
        constexpr std::size_t kReach = 80;
        if (block.zone != Zone::body || block.last_token <= block.first_token) return 0;
        if (state_.tokens[block.first_token].key != kAbout) return 0;
        const std::size_t end = std::min<std::size_t>(block.last_token, block.first_token + kReach);
        for (std::size_t at = block.first_token; at + 1 < end; ++at) {
            if (state_.is(at, ":")) return at;
        }
        return 0;
    }

    // A page that broke a line inside a name ("của Tổng\nBí thư") made two paragraphs of one.
    [[nodiscard]] bool goes_on(std::size_t index) const {
        if (index == 0 || last_block_ + 1 != index) return false;
        const Block& before = state_.reading.structure.blocks()[index - 1];
        const Block& block = state_.reading.structure.blocks()[index];
        if (before.zone != block.zone || before.first_token >= before.last_token) return false;
        const Token& last = state_.tokens[before.last_token - 1];
        if (last.key == kSo) return true;
        // "...; thay thế" / "Danh mục ... tại Quyết định số ...": no paragraph ends in such a verb.
        const auto& pending = state_.levels.back().pending;
        if (pending && is_strong(pending->relation) && pending->last == before.last_token)
            return true;
        if (block.last_token - block.first_token < kShortestLine) return false;
        const bool running = block.zone != Zone::annex && block.marker == Marker::none &&
                             !before.heading && !before.upper_case && !block.upper_case;
        return running && last.kind == TokenKind::word && state_.levels.back().pending;
    }

    std::size_t step(std::size_t at, const Block& block) {
        if (state_.next_mention < state_.mentions.size()) {
            const Mention& mention = state_.mentions[state_.next_mention];
            if (mention.block == state_.block && at >= mention.first) {
                return documents_.take_mention(at);
            }
        }
        const auto& named = state_.named;
        std::size_t& next = state_.next_named;
        while (next < named.size() && named[next].first < at) ++next;
        if (next < named.size() && named[next].first == at) return documents_.take_named();
        const Token& token = state_.tokens[at];
        if (token.kind == TokenKind::mark) return take_mark(at, block);
        if (token.kind != TokenKind::word) return at + 1;
        if (const auto cue = cue_at(state_.tokens.first(block.last_token), at)) {
            cues_.take(*cue);
            return cue->last;
        }
        if (token.key == kAssign || token.key == kAsk || token.key == kThen) {
            state_.level().open = false;
        }
        return at + 1;
    }

    std::size_t take_mark(std::size_t at, const Block& block) {
        const std::string_view mark = state_.source.word(at);
        if (mark == "(") open_level(')');
        if (mark == "“") open_level('"');
        if (mark == ")") close_level(')');
        if (mark == "”") close_level('"');
        if ((mark == ";" && !passive_follows(at + 1, block)) || ends_sentence(at, block)) {
            end_clause(at);
            state_.clause = at + 1;
            end_description();
            if (mark != ";") state_.level().top.reset();
        }
        const bool clause = mark == "," && at + 1 < block.last_token && begins_clause(at + 1);
        if (mark == ":" && at == state_.topic_end) state_.levels.assign(1, RelationLevel{});
        if (mark == ":" || clause) state_.level().open = false;
        return at + 1;
    }

    // "Nghị định số ...; được sửa đổi, bổ sung bởi ...": still said of the document before.
    [[nodiscard]] bool passive_follows(std::size_t at, const Block& block) const {
        const auto cue = cue_at(state_.tokens.first(block.last_token), at);
        return cue && cue->kind == CueKind::passive && cue->first == at;
    }

    [[nodiscard]] bool ends_sentence(std::size_t at, const Block& block) const {
        if (!state_.is(at, ".") && !state_.is(at, "!") && !state_.is(at, "?")) return false;
        if (at + 1 >= block.last_token) return true;
        const Token& next = state_.tokens[at + 1];
        if (!next.space_before || next.letter_case == LetterCase::lower) return false;
        return at == state_.begin || !is_abbreviation(state_.tokens[at - 1].key);
    }

    // ", Ban Thường vụ Tỉnh ủy xây dựng ...": the main clause begins with its subject.
    [[nodiscard]] bool begins_clause(std::size_t at) const {
        return state_.tokens[at].letter_case == LetterCase::capitalised &&
               starts_body(state_.source, at) && type_at(state_.source, at).name.empty();
    }

    void open_level(char closing) {
        if (state_.levels.size() >= kDeepest) return;
        RelationLevel inner = state_.level();
        inner.closing = closing;
        state_.levels.push_back(inner);
        state_.fresh = true;
    }

    void close_level(char closing) {
        if (state_.levels.size() > 1 && state_.level().closing == closing) {
            state_.levels.pop_back();
        }
    }

    // After a semicolon the words describe no document any more; the sentence's relation stays.
    void end_description() {
        RelationLevel& now = state_.level();
        RelationLevel fresh;
        // "Xét Tờ trình số ... do thực hiện mô hình ...; Báo cáo số ...": the ground goes on.
        const bool ground = now.top && now.top->kind == CueKind::basis && now.pending &&
                            now.pending->kind != CueKind::basis;
        fresh.top = now.pending && !now.pending_nested && !ground ? now.pending : now.top;
        // "Tại Điều 3 Quyết định số ... có nêu ...; ..." is the ground of its own words alone.
        const bool quoted = fresh.top && fresh.top->last == fresh.top->first + 1 &&
                            state_.tokens[fresh.top->first].key == kAt;
        if (quoted) fresh.top.reset();
        fresh.aside = now.aside;
        fresh.closing = now.closing;
        now = fresh;
    }

    void end_clause(std::size_t end) {
        if (end <= state_.clause) return;
        const ByteRange clause{state_.tokens[state_.clause].begin, state_.tokens[end - 1].end};
        for (std::size_t i = state_.clause_mention; i < state_.next_mention; ++i) {
            state_.out.mentions[i].clause = clause;
        }
        state_.clause_mention = state_.next_mention;
    }

    RelationState& state_;
    CueRules cues_;
    DocumentRules documents_;
    ListCue lists_;
    std::size_t last_block_ = 0;
};

}  // namespace

RelationReading read_relations(const Reading& reading, const std::vector<Mention>& mentions,
                               const std::vector<NamedMention>& named, std::string_view own_type) {
    RelationState state(reading, mentions, named, own_type);
    RelationReader(state).read();
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        MentionRelation& said = state.out.mentions[i];
        if (!is_strong(said.relation) || may_change(own_type, mentions[i].type)) continue;
        said.relation = Relation::mentions;
        said.cue = {};
    }
    return std::move(state.out);
}

}  // namespace tracuu::analyzers
