#include "analyzers/task/body_particle.hpp"
#include "analyzers/task/element_reader.hpp"

namespace tracuu::analyzers {

void ElementReader::merge_units() {
    while (open_) {
        const std::uint32_t at = element_.last;
        const bool comma = text_.is_mark(at, ",");
        if (!comma && !is_and(text_, at)) return;
        std::uint32_t next = at + 1;
        if (comma && is_and(text_, next)) ++next;
        std::uint32_t unit = next;
        const bool again = !hidden_.empty() && office_title(text_, unit).has_value();
        if (const auto office = office_title(text_, unit)) {
            if (office->body.empty() && !hides_longer_body(text_, unit, office->length)) {
                unit += office->length;
            }
        }
        if (again && is_all(text_, unit)) ++unit;
        if (!merge_unit(at, next, unit)) return;
    }
}

bool ElementReader::merge_unit(std::uint32_t at, std::uint32_t next, std::uint32_t unit) {
    const auto start = body_start(text_, unit);
    const auto phrase = body_unit(text_, unit);
    if (!start || !phrase || start->kind == BodyWord::not_body) return false;
    const bool named = start->kind != BodyWord::unit &&
                       has_capital(text_, unit, unit + start->length) &&
                       (start->kind == BodyWord::name || text_.is_capital(unit + start->length));
    const bool committees = small_ && phrase->group == BodyGroup::committee;
    if ((named && !committees) || !merges(phrase->group)) return false;
    static const std::uint64_t government = token_key("quyền");  // "chính quyền, đoàn thể"
    if (!element_.plural && text_.is_mark(at, ",") && text_.has_key(at - 1, government)) {
        return false;
    }
    if (unit > next) cut_title(at, next, unit);
    head_end_ = unit + phrase->length;
    element_.last = head_end_;
    continue_name(head_end_);
    return true;
}

bool ElementReader::merges(BodyGroup next) const {
    const BodyGroup mine = element_.group;
    if (mine == BodyGroup::committee) return next == mine;
    const bool mine_fits = mine == BodyGroup::state || mine == BodyGroup::party;
    const bool next_fits = next == BodyGroup::state || next == BodyGroup::party;
    if (!mine_fits || !next_fits) return false;
    return (mine == BodyGroup::state && next == BodyGroup::state) || element_.plural;
}

// A title inside a collective is left out of its name.
void ElementReader::cut_title(std::uint32_t at, std::uint32_t title, std::uint32_t unit) {
    pieces_ += slice(name_begin_, at) + std::string(text_.is_mark(at, ",") ? ", " : " ");
    if (!text_.is_mark(at, ",")) pieces_ += slice(at, title) + " ";
    name_begin_ = unit;
    cut_ = true;
}

}  // namespace tracuu::analyzers
