#include "analyzers/text/vietnamese_letter.hpp"

#include <array>
#include <cstddef>

namespace tracuu::analyzers {
namespace {

struct VowelRow {
    char base;
    Shape shape;
    std::array<char16_t, 6> lower;  // in the order of Tone
    std::array<char16_t, 6> upper;
};

// The twelve vowels with their six tones. Source: Unicode, blocks Latin-1 Supplement, Latin
// Extended-A and -B, Latin Extended Additional.
constexpr std::array<VowelRow, 12> kVowels{{
    {'a', Shape::plain, {u'a', u'à', u'á', u'ả', u'ã', u'ạ'}, {u'A', u'À', u'Á', u'Ả', u'Ã', u'Ạ'}},
    {'a', Shape::breve, {u'ă', u'ằ', u'ắ', u'ẳ', u'ẵ', u'ặ'}, {u'Ă', u'Ằ', u'Ắ', u'Ẳ', u'Ẵ', u'Ặ'}},
    {'a',
     Shape::circumflex,
     {u'â', u'ầ', u'ấ', u'ẩ', u'ẫ', u'ậ'},
     {u'Â', u'Ầ', u'Ấ', u'Ẩ', u'Ẫ', u'Ậ'}},
    {'e', Shape::plain, {u'e', u'è', u'é', u'ẻ', u'ẽ', u'ẹ'}, {u'E', u'È', u'É', u'Ẻ', u'Ẽ', u'Ẹ'}},
    {'e',
     Shape::circumflex,
     {u'ê', u'ề', u'ế', u'ể', u'ễ', u'ệ'},
     {u'Ê', u'Ề', u'Ế', u'Ể', u'Ễ', u'Ệ'}},
    {'i', Shape::plain, {u'i', u'ì', u'í', u'ỉ', u'ĩ', u'ị'}, {u'I', u'Ì', u'Í', u'Ỉ', u'Ĩ', u'Ị'}},
    {'o', Shape::plain, {u'o', u'ò', u'ó', u'ỏ', u'õ', u'ọ'}, {u'O', u'Ò', u'Ó', u'Ỏ', u'Õ', u'Ọ'}},
    {'o',
     Shape::circumflex,
     {u'ô', u'ồ', u'ố', u'ổ', u'ỗ', u'ộ'},
     {u'Ô', u'Ồ', u'Ố', u'Ổ', u'Ỗ', u'Ộ'}},
    {'o', Shape::horn, {u'ơ', u'ờ', u'ớ', u'ở', u'ỡ', u'ợ'}, {u'Ơ', u'Ờ', u'Ớ', u'Ở', u'Ỡ', u'Ợ'}},
    {'u', Shape::plain, {u'u', u'ù', u'ú', u'ủ', u'ũ', u'ụ'}, {u'U', u'Ù', u'Ú', u'Ủ', u'Ũ', u'Ụ'}},
    {'u', Shape::horn, {u'ư', u'ừ', u'ứ', u'ử', u'ữ', u'ự'}, {u'Ư', u'Ừ', u'Ứ', u'Ử', u'Ữ', u'Ự'}},
    {'y', Shape::plain, {u'y', u'ỳ', u'ý', u'ỷ', u'ỹ', u'ỵ'}, {u'Y', u'Ỳ', u'Ý', u'Ỷ', u'Ỹ', u'Ỵ'}},
}};

constexpr std::size_t kTableSize = 0x1F00;  // the last letter is U+1EF9

// One byte a code point: 1 + row * 12 + upper * 6 + tone of a vowel, 0 for everything else.
constexpr std::array<std::uint8_t, kTableSize> make_index() {
    std::array<std::uint8_t, kTableSize> index{};
    for (std::size_t row = 0; row < kVowels.size(); ++row) {
        for (std::size_t tone = 0; tone < 6; ++tone) {
            index[kVowels[row].lower[tone]] = static_cast<std::uint8_t>(1 + row * 12 + tone);
            index[kVowels[row].upper[tone]] = static_cast<std::uint8_t>(1 + row * 12 + 6 + tone);
        }
    }
    return index;
}
constexpr auto kIndex = make_index();

std::optional<Tone> tone_of(char32_t mark) noexcept {
    switch (mark) {
        case 0x0300:
            return Tone::grave;
        case 0x0301:
            return Tone::acute;
        case 0x0309:
            return Tone::hook;
        case 0x0303:
            return Tone::tilde;
        case 0x0323:
            return Tone::dot;
        default:
            return std::nullopt;
    }
}

std::optional<Shape> shape_of(char32_t mark) noexcept {
    switch (mark) {
        case 0x0302:
            return Shape::circumflex;
        case 0x0306:
            return Shape::breve;
        case 0x031B:
            return Shape::horn;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::optional<VietnameseLetter> decompose(char32_t c) noexcept {
    if (c < kTableSize && kIndex[c] != 0) {
        const unsigned code = kIndex[c] - 1U;
        const VowelRow& row = kVowels[code / 12];
        return VietnameseLetter{row.base, row.shape, static_cast<Tone>(code % 6), code % 12 >= 6};
    }
    if (c >= U'a' && c <= U'z') return VietnameseLetter{static_cast<char>(c)};
    if (c >= U'A' && c <= U'Z') {
        return VietnameseLetter{static_cast<char>(c + 0x20), Shape::plain, Tone::level, true};
    }
    if (c == U'đ' || c == U'\u00F0') return VietnameseLetter{'d', Shape::bar};
    if (c == U'Đ' || c == U'\u00D0') return VietnameseLetter{'d', Shape::bar, Tone::level, true};
    return std::nullopt;
}

char32_t compose(const VietnameseLetter& letter) noexcept {
    if (letter.shape == Shape::plain && letter.tone == Tone::level) {
        return static_cast<char32_t>(letter.base) - (letter.upper ? 0x20U : 0U);
    }
    for (const VowelRow& row : kVowels) {
        if (row.base != letter.base || row.shape != letter.shape) continue;
        const auto tone = static_cast<std::size_t>(letter.tone);
        return letter.upper ? row.upper[tone] : row.lower[tone];
    }
    const bool barred =
        letter.base == 'd' && letter.shape == Shape::bar && letter.tone == Tone::level;
    if (!barred) return 0;
    return letter.upper ? U'Đ' : U'đ';
}

std::optional<VietnameseLetter> with_mark(VietnameseLetter letter, char32_t mark) noexcept {
    if (const auto tone = tone_of(mark); tone && letter.tone == Tone::level) {
        letter.tone = *tone;
    } else if (const auto shape = shape_of(mark); shape && letter.shape == Shape::plain) {
        letter.shape = *shape;
    } else {
        return std::nullopt;
    }
    if (compose(letter) == 0) return std::nullopt;
    return letter;
}

bool is_vowel(const VietnameseLetter& letter) noexcept {
    switch (letter.base) {
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u':
        case 'y':
            return true;
        default:
            return false;
    }
}

}  // namespace tracuu::analyzers
