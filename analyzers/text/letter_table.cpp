#include "analyzers/text/letter_table.hpp"

#include <unicode/uchar.h>

#include "analyzers/text/vietnamese_letter.hpp"

namespace tracuu::analyzers {
namespace {

LetterTable make_table() noexcept {
    LetterTable table{};
    for (char32_t c = 0; c < kLetterTableSize; ++c) table[c] = letter_info_slow(c);
    return table;
}

}  // namespace

LetterInfo letter_info_slow(char32_t c) noexcept {
    if (auto parts = decompose(c)) {
        const bool upper = parts->upper;
        parts->upper = false;
        return {static_cast<char16_t>(compose(*parts)), parts->base, true, upper};
    }
    const auto code = static_cast<UChar32>(c);
    const bool mark = c >= 0x0300 && c <= 0x036F;
    // Beyond the basic plane case matters to no analyser: the low half serves as the key.
    return {static_cast<char16_t>(u_tolower(code)), 0, mark || u_isalpha(code) != 0,
            u_isupper(code) != 0};
}

const LetterTable& letter_table() noexcept {
    static const LetterTable table = make_table();
    return table;
}

}  // namespace tracuu::analyzers
