#include "analyzers/text/normalizer.hpp"

#include <array>

#include "analyzers/text/vietnamese_letter.hpp"
#include "support/range.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

using support::decode;
using support::offset;

bool is_ascii(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x80U;
}

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

// Copies a text code point by code point and keeps the map.
class Normalizer {
  public:
    explicit Normalizer(std::string_view source) : source_(source) {
        out_.text.reserve(source.size());
        out_.anchors.push_back({0, 0});
    }

    Normalized run() {
        while (at_ < source_.size()) {
            if (is_ascii(source_[at_])) {
                ascii();
            } else {
                other();
            }
        }
        end_of_word();
        return std::move(out_);
    }

  private:
    // A letter just written, kept while it may still take part in moving a tone mark.
    struct Written {
        VietnameseLetter letter;
        std::uint32_t flow = 0;    // where it starts in the output
        std::uint32_t source = 0;  // where it starts in the source
    };

    void ascii() {
        const char c = source_[at_];
        const bool alphabetic = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (alphabetic) {
            letter(*decompose(static_cast<char32_t>(c)), 1);
            return;
        }
        end_of_word();
        const bool blank = c == '\t' || c == '\r' || c == '\f' || c == '\v';
        out_.text.push_back(blank ? ' ' : c);
        ++at_;
    }

    void other() {
        const support::Decoded c = decode(source_, at_);
        if (const auto parts = analyzers::decompose(c.code_point)) {
            letter(*parts, c.length);
            return;
        }
        end_of_word();
        if (is_space(c.code_point)) {
            replace(c.length, U' ');
        } else if (is_line_end(c.code_point)) {
            replace(c.length, U'\n');
        } else {
            out_.text.append(source_.substr(at_, c.length));
            at_ += c.length;
        }
    }

    // Writes `c` for the next `length` bytes of the source.
    void replace(std::size_t length, char32_t c) {
        support::append(out_.text, c);
        at_ += length;
        anchor();
    }

    void anchor() {
        const Anchor here{offset(out_.text.size()), offset(at_)};
        const Anchor& last = out_.anchors.back();
        // Unsigned distances compare equal exactly when the shift is the same.
        if (here.source - here.flow == last.source - last.flow) return;
        if (last.flow == here.flow) {
            out_.anchors.back() = here;
            return;
        }
        out_.anchors.push_back(here);
    }

    void letter(VietnameseLetter parts, std::size_t length) {
        const Written start{parts, offset(out_.text.size()), offset(at_)};
        at_ += length;
        while (at_ < source_.size() && !is_ascii(source_[at_])) {
            const support::Decoded mark = decode(source_, at_);
            if (!is_combining(mark.code_point)) break;
            const auto marked = with_mark(parts, mark.code_point);
            if (!marked) break;
            parts = *marked;
            at_ += mark.length;
        }
        support::append(out_.text, compose(parts));
        anchor();
        remember({parts, start.flow, start.source});
    }

    void remember(const Written& written) {
        last_[0] = last_[1];
        last_[1] = last_[2];
        last_[2] = written;
        if (letters_ < 3) ++letters_;
    }

    // At the end of a word in an open "oa", "oe" or "uy" the tone belongs on the first vowel.
    void end_of_word() {
        const std::size_t letters = letters_;
        letters_ = 0;
        if (letters < 2) return;
        const Written& first = last_[1];
        const Written& second = last_[2];
        if (!tone_belongs_on_first(letters)) return;
        VietnameseLetter toned = first.letter;
        VietnameseLetter level = second.letter;
        toned.tone = level.tone;
        level.tone = Tone::level;
        rewrite(first, toned, second, level);
    }

    [[nodiscard]] bool tone_belongs_on_first(std::size_t letters) const {
        const VietnameseLetter& first = last_[1].letter;
        const VietnameseLetter& second = last_[2].letter;
        if (second.tone == Tone::level || first.tone != Tone::level) return false;
        if (first.shape != Shape::plain || second.shape != Shape::plain) return false;
        const bool after_q = letters > 2 && last_[0].letter.base == 'q';
        if (first.base == 'o') return second.base == 'a' || second.base == 'e';
        return first.base == 'u' && second.base == 'y' && !after_q;
    }

    void rewrite(const Written& first, const VietnameseLetter& toned, const Written& second,
                 const VietnameseLetter& level) {
        while (out_.anchors.size() > 1 && out_.anchors.back().flow > first.flow) {
            out_.anchors.pop_back();
        }
        out_.text.resize(first.flow);
        const std::size_t end = at_;
        support::append(out_.text, compose(toned));
        at_ = second.source;
        anchor();
        support::append(out_.text, compose(level));
        at_ = end;
        anchor();
    }

    std::string_view source_;
    std::size_t at_ = 0;
    Normalized out_;
    std::array<Written, 3> last_{};
    std::size_t letters_ = 0;
};

}  // namespace

Normalized normalize_with_map(std::string_view source) {
    return Normalizer(source).run();
}

}  // namespace tracuu::analyzers
