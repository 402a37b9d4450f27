#include "analyzers/task/product.hpp"

#include "analyzers/letter.hpp"
#include "analyzers/task/cue_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::uint32_t kNear = 10;  // tokens between "xây dựng" and what is made

}  // namespace

std::string read_product(const Reading& reading, TokenRange range) {
    const TokenReader text(reading, range);
    const CueTable& cues = CueTable::builtin();
    std::uint32_t made_until = 0;
    for (std::uint32_t at = range.first; at < text.last(); ++at) {
        const std::uint32_t product = cues.length(Cue::product, text, at);
        if (product > 0 && at < made_until) {
            return lower(reading.flow.at(text.bytes(at, at + product)));
        }
        const std::uint32_t making = cues.length(Cue::making, text, at);
        if (making > 0) made_until = at + making + kNear;
        if (text.is_one_of(at, ";.")) made_until = 0;
        static const std::uint64_t carry_out = token_key("theo");
        if (text.has_key(at, carry_out)) made_until = 0;
    }
    return {};
}

}  // namespace tracuu::analyzers
