#include "analyzers/task/body_line.hpp"

#include "analyzers/task/body_grammar.hpp"
#include "analyzers/task/body_words.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/role_reader.hpp"

namespace tracuu::analyzers {
namespace {

void add_all(std::vector<TaskBody>& bodies, const BodyList& list, Role role) {
    for (const BodyMention& body : list.bodies) add_body(bodies, {body.name, role, body.span});
}

// "chủ trì", "chủ trì thực hiện", "tổ chức thực hiện": no work beyond the item's own.
std::uint32_t skip_empty_verbs(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t chair = token_key("chủ");
    static const std::uint64_t chair2 = token_key("trì");
    if (text.has_key(at, chair) && text.has_key(at + 1, chair2)) at += 2;
    return at + CueTable::builtin().length(Cue::empty_verb, text, at);
}

}  // namespace

std::optional<std::vector<TaskBody>> read_body_line(const Reading& reading, TokenRange range,
                                                    Role first) {
    const TokenReader text(reading, range);
    const BodyList list = read_body_list(text, range.first, {false, true});
    if (list.empty()) return std::nullopt;
    std::vector<TaskBody> bodies;
    add_all(bodies, list, first);
    std::uint32_t at = skip_empty_verbs(text, list.last);
    if (text.is_one_of(at, ",;")) ++at;
    if (const std::uint32_t support = CueTable::builtin().length(Cue::support, text, at)) {
        const BodyList others = read_body_list(text, at + support, {false, true});
        if (others.empty()) return std::nullopt;
        add_all(bodies, others, Role::support);
        at = others.last;
    }
    at += body_part(BodyWord::filler, text, at);
    at = skip_empty_verbs(text, at);
    while (text.is_one_of(at, ".;*_/")) ++at;
    if (at < text.last()) return std::nullopt;
    return bodies;
}

}  // namespace tracuu::analyzers
