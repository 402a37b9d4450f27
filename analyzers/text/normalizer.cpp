#include "analyzers/text/normalizer.hpp"

#include <array>

#include "analyzers/text/vietnamese_letter.hpp"
#include "support/range.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

using support::decode;
using support::offset;

bool is_space(char32_t c) noexcept {
    return c == U'\u00A0' || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
           c == 0x3000 || c == 0xFEFF || c == 0x00AD;
}

bool is_line_end(char32_t c) noexcept {
    return c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_combining(char32_t c) noexcept {
    return c >= 0x0300 && c <= 0x036F;
}

// How the byte at the start of a code point has to be looked at.
enum class Care : std::uint8_t {
    none,    // copy it
    blank,   // a control character that stands for a space
    letter,  // a letter that may carry a misplaced tone, or an eth
    other    // a space, a line end or a combining mark, perhaps
};

constexpr std::array<Care, 256> make_cares() {
    std::array<Care, 256> cares{};
    for (const unsigned c : {0x09U, 0x0BU, 0x0CU, 0x0DU}) cares[c] = Care::blank;
    for (const unsigned c : {0xC3U, 0xE1U}) cares[c] = Care::letter;
    for (const unsigned c : {0xC2U, 0xCCU, 0xCDU, 0xE2U, 0xE3U, 0xEFU}) cares[c] = Care::other;
    return cares;
}
constexpr std::array<Care, 256> kCares = make_cares();

// Copies runs of text that need nothing and mends the rest; keeps the map.
class Normalizer {
  public:
    explicit Normalizer(std::string_view source) : source_(source) {
        out_.text.reserve(source.size());
        out_.anchors.push_back({0, 0});
    }

    Normalized run() {
        while (at_ < source_.size()) {
            switch (kCares[static_cast<unsigned char>(source_[at_])]) {
                case Care::none:
                    ++at_;
                    break;
                case Care::blank:
                    replace(1, U' ');
                    break;
                case Care::letter:
                    letter();
                    break;
                case Care::other:
                    other();
                    break;
            }
        }
        flush();
        return std::move(out_);
    }

  private:
    // Appends what was passed over since the last mend.
    void flush() {
        out_.text.append(source_.substr(copied_, at_ - copied_));
        copied_ = at_;
    }

    // Writes `c` for the next `length` bytes of the source.
    void replace(std::size_t length, char32_t c) {
        flush();
        support::append(out_.text, c);
        skip(length);
        anchor();
    }

    void skip(std::size_t length) {
        at_ += length;
        copied_ = at_;
    }

    void anchor() {
        const Anchor here{offset(out_.text.size()), offset(copied_)};
        const Anchor& last = out_.anchors.back();
        // Unsigned distances compare equal exactly when the shift is the same.
        if (here.source - here.flow == last.source - last.flow) return;
        if (last.flow == here.flow) {
            out_.anchors.back() = here;
            return;
        }
        out_.anchors.push_back(here);
    }

    void letter() {
        const support::Decoded c = decode(source_, at_);
        if (c.code_point == 0xD0 || c.code_point == 0xF0) {
            replace(c.length, c.code_point == 0xD0 ? U'Đ' : U'đ');
            return;
        }
        at_ += c.length;
        if (at_ > c.length) place_tone(c);
    }

    // In an open "oa", "oe" or "uy" the tone belongs on the first vowel ("uỷ" -> "ủy").
    void place_tone(const support::Decoded& second) {
        const std::size_t first_at = at_ - second.length - 1U;
        const char first = source_[first_at];
        if (first != 'o' && first != 'u' && first != 'O' && first != 'U') return;
        auto level = decompose(second.code_point);
        if (!level || level->tone == Tone::level || level->shape != Shape::plain) return;
        const char base = first == 'o' || first == 'O' ? 'o' : 'u';
        const bool pair =
            base == 'o' ? level->base == 'a' || level->base == 'e' : level->base == 'y';
        if (!pair || letter_follows() || (base == 'u' && after_q(first_at))) return;
        VietnameseLetter toned{base, Shape::plain, level->tone, first < 'a'};
        level->tone = Tone::level;
        swap_tone(first_at, toned, *level);
    }

    [[nodiscard]] bool letter_follows() const noexcept {
        const char32_t next = decode(source_, at_).code_point;
        return decompose(next).has_value() || is_combining(next);
    }

    [[nodiscard]] bool after_q(std::size_t first_at) const noexcept {
        return first_at > 0 && (source_[first_at - 1] == 'q' || source_[first_at - 1] == 'Q');
    }

    void swap_tone(std::size_t first_at, const VietnameseLetter& toned,
                   const VietnameseLetter& level) {
        const std::size_t end = at_;
        at_ = first_at;
        flush();
        support::append(out_.text, compose(toned));
        skip(1);
        anchor();
        support::append(out_.text, compose(level));
        skip(end - at_);
        anchor();
    }

    void other() {
        const support::Decoded c = decode(source_, at_);
        if (is_combining(c.code_point)) {
            combine(c);
        } else if (is_space(c.code_point)) {
            replace(c.length, U' ');
        } else if (is_line_end(c.code_point)) {
            replace(c.length, U'\n');
        } else {
            at_ += c.length;
        }
    }

    // Adds a combining mark to the letter just written, where that makes a letter.
    void combine(const support::Decoded& mark) {
        flush();
        const std::size_t start = last_code_point();
        const auto last = decompose(decode(out_.text, start).code_point);
        const auto marked = last ? with_mark(*last, mark.code_point) : std::nullopt;
        if (!marked) {
            at_ += mark.length;
            return;
        }
        out_.text.resize(start);
        while (out_.anchors.size() > 1 && out_.anchors.back().flow > start) out_.anchors.pop_back();
        support::append(out_.text, compose(*marked));
        skip(mark.length);
        anchor();
        place_tone_in_output(*marked);
    }

    [[nodiscard]] std::size_t last_code_point() const noexcept {
        std::size_t at = out_.text.size();
        while (at > 0 && (static_cast<unsigned char>(out_.text[--at]) & 0xC0U) == 0x80U) {
        }
        return at;
    }

    // The same rule for a letter that was composed just now.
    void place_tone_in_output(VietnameseLetter level) {
        const std::size_t second = last_code_point();
        if (second == 0 || level.tone == Tone::level || level.shape != Shape::plain) return;
        const auto first = decompose(static_cast<unsigned char>(out_.text[second - 1]));
        if (!first || letter_follows()) return;
        const bool open = (first->base == 'o' && (level.base == 'a' || level.base == 'e')) ||
                          (first->base == 'u' && level.base == 'y' &&
                           (second < 2 || (out_.text[second - 2] | 0x20) != 'q'));
        if (!open) return;
        VietnameseLetter toned = *first;
        toned.tone = level.tone;
        level.tone = Tone::level;
        // Between the two letters the map is off by at most their own bytes; words keep theirs.
        out_.text.resize(second - 1);
        support::append(out_.text, compose(toned));
        support::append(out_.text, compose(level));
    }

    std::string_view source_;
    std::size_t at_ = 0;      // next byte to look at
    std::size_t copied_ = 0;  // source bytes before it are in the output
    Normalized out_;
};

}  // namespace

Normalized normalize_with_map(std::string_view source) {
    return Normalizer(source).run();
}

}  // namespace tracuu::analyzers
