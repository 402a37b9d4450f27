#include "analyzers/task/body_name_word.hpp"

#include "analyzers/gazetteer.hpp"
#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/cue_table.hpp"
#include "analyzers/task/product_table.hpp"

namespace tracuu::analyzers {
namespace {

// "Sở Nội vụ Sở Tài chính" is a slip; "Văn phòng Ủy ban nhân dân" is one body.
bool starts_other(const TokenReader& text, std::uint32_t at, const NameState& state) {
    if (state.kind != BodyWord::unit) return false;
    const auto body = body_start(text, at);
    return body && body->kind != BodyWord::not_body && body->length > 1 && text.is_capital(at + 1);
}

// "Thủ trưởng cơ quan ngang bộ Tập trung chỉ đạo ...": an order glued to the name above it.
bool starts_order(const TokenReader& text, std::uint32_t at, const NameState& state) {
    if (text.is_capital(at + 1)) return false;
    const CueTable& cues = CueTable::builtin();
    if (state.kind == BodyWord::named) {
        return at > state.head_end && cues.length(Cue::command, text, at) > 1;
    }
    return cues.length(Cue::verb, text, at) > 1 || cues.length(Cue::adverb, text, at) > 1;
}

// "Phó Thủ tướng Chính phủ Trần Hồng Hà": the name of the office-holder.
bool starts_person(const TokenReader& text, std::uint32_t at, const NameState& state) {
    const bool inside =
        at > state.head_end || (at == state.head_end && state.kind != BodyWord::named);
    if (!state.titled || !inside || !text.is_capital(at + 1)) return false;
    if (body_part(BodyWord::surname, text, at) == 0) return false;
    const ByteRange name = text.bytes(at, at + 2);
    return find_province(text.reading().flow.at(name)) == nullptr;  // "Sở Y tế Hà Nội"
}

// "báo cáo Ban Thường vụ Tỉnh ủy Đề án ...": a capital thing after a finished name.
bool starts_thing(const TokenReader& text, std::uint32_t at, const NameState& state) {
    if (at == state.head_end && state.kind == BodyWord::named) return false;
    const ProductNoun product = ProductTable::builtin().at(text, at);
    return (product.length > 1 && !product.in_names) || body_part(BodyWord::stop, text, at) > 1;
}

}  // namespace

bool capital_ends_name(const TokenReader& text, std::uint32_t at, const NameState& state) {
    return starts_other(text, at, state) || starts_thing(text, at, state) ||
           starts_person(text, at, state) || starts_order(text, at, state);
}

bool joins_name(const TokenReader& text, std::uint32_t at) {
    if (!text.is_capital(at) || office_title(text, at)) return false;
    const auto body = body_start(text, at);
    if (!body || body->kind == BodyWord::not_body) return true;
    return body->kind == BodyWord::unit && !is_plural(text, at);
}

bool is_name_word(const TokenReader& text, std::uint32_t at) {
    if (!text.is_word(at) || body_part(BodyWord::stop, text, at) > 0) return false;
    const CueTable& cues = CueTable::builtin();
    return !cues.starts(Cue::verb, text, at) && !cues.starts(Cue::adverb, text, at) &&
           !cues.starts(Cue::report, text, at);
}

bool is_heading_word(const TokenReader& text, std::uint32_t at) {
    return text.is_word(at) && !is_and(text, at) && !is_plural(text, at) &&
           !CueTable::builtin().starts(Cue::modal, text, at);
}

}  // namespace tracuu::analyzers
