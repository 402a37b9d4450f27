#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analyzers/citation/relation.hpp"
#include "analyzers/citation/relation_cues.hpp"

namespace tracuu::analyzers {

/// True for amends, replaces and repeals.
[[nodiscard]] constexpr bool is_strong(Relation relation) noexcept {
    return relation >= Relation::amends;
}

/// The document that the words at hand describe; indices, -1 for none.
struct CitedDocument {
    std::int32_t mention = -1;
    std::int32_t named = -1;
    [[nodiscard]] bool any() const noexcept { return mention >= 0 || named >= 0; }
};

/// What is known at one depth of parentheses and quotes.
struct RelationLevel {
    std::optional<Cue> top;      ///< holds for mentions of this sentence
    std::optional<Cue> pending;  ///< met since the last mention
    std::optional<Cue> nearest;  ///< a weaker one after a strong pending one
    bool pending_nested = false;
    bool pending_task = false;  ///< a "theo" after work that a policy sets
    std::optional<Cue> nest;    ///< relation between `subject` and what follows
    CitedDocument subject;      ///< of `nest`
    std::optional<Cue> outer;   ///< the nest around `nest`, and its subject
    CitedDocument outer_subject;
    CitedDocument last;      ///< the last document named
    std::int32_t head = -1;  ///< the last mention outside `nest`
    bool open = false;       ///< words still describe `last`
    bool aside = false;
    std::uint32_t outside = 0;  ///< a mention that begins at this token only tells when
    char closing = 0;
};

/// What the rules of relations share while they walk over one paragraph after another.
class RelationState {
  public:
    RelationState(const Reading& reading, const std::vector<Mention>& mentions,
                  const std::vector<NamedMention>& named, std::string_view own_type);

    const Reading& reading;
    const std::vector<Mention>& mentions;
    const std::vector<NamedMention>& named;
    const std::string_view own_type;
    const TokenText source;
    const std::span<const Token> tokens;

    RelationReading out;
    std::vector<bool> described;        ///< mentions that only describe another cited document
    std::vector<RelationLevel> levels;  ///< never empty
    std::size_t next_mention = 0;
    std::size_t next_named = 0;
    std::size_t block = 0;
    std::size_t begin = 0;           ///< first token of the block
    std::size_t clause = 0;          ///< first token of the clause
    std::size_t topic_end = 0;       ///< token of the colon after "Về việc ...:"; 0 when none
    std::size_t clause_mention = 0;  ///< first mention of the clause
    std::size_t task = 0;            ///< token after the last work that a policy sets
    bool fresh = false;              ///< right after an opening parenthesis or quote
    std::optional<Cue> last_cue;

    [[nodiscard]] RelationLevel& level() noexcept { return levels.back(); }
    [[nodiscard]] const Block& current() const { return reading.structure.blocks()[block]; }
    [[nodiscard]] bool is(std::size_t at, std::string_view mark) const noexcept {
        return source.is(at, mark);
    }
    [[nodiscard]] ByteRange range(const Cue& cue) const noexcept {
        return {tokens[cue.first].begin, tokens[cue.last - 1].end};
    }
    /// Makes `cue` the one that waits for the next document.
    void set_pending(const Cue& cue, bool nested);
    /// A comma, semicolon, "và" or "hoặc" stands right before token `at`.
    [[nodiscard]] bool is_coordinated(std::size_t at) const;
};

}  // namespace tracuu::analyzers
