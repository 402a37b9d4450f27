#include "analyzers/search_terms.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <array>
#include <cstddef>

#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestWord = 60;  // bytes of the folded form
constexpr char32_t kFirstLetter = 0xC0;   // LATIN CAPITAL LETTER A WITH GRAVE
constexpr char32_t kLastLetter = 0x1EF9;  // LATIN SMALL LETTER Y WITH TILDE

// The accented form is VIQR with the tones at the end of the word ("hoà" and "hòa" are "hoa`"):
// so the place of a tone mark makes no difference, and every form is short ASCII.
constexpr std::array<char, 5> kShapes{0, '^', '(', '+', '-'};       // in the order of Shape
constexpr std::array<char, 6> kTones{0, '`', '\'', '?', '~', '.'};  // in the order of Tone

enum class Kind : std::uint8_t { separator, letter, other };

struct Cell {
    Kind kind = Kind::separator;
    char base = 0;
    char shape = 0;
    char tone = 0;
};

Cell cell_of(char32_t c) {
    if (const auto letter = decompose(c)) {
        return {Kind::letter, letter->base, kShapes[static_cast<std::size_t>(letter->shape)],
                kTones[static_cast<std::size_t>(letter->tone)]};
    }
    if (c < 0x80) {
        const bool digit = c >= '0' && c <= '9';
        return digit ? Cell{Kind::letter, static_cast<char>(c), 0, 0} : Cell{};
    }
    return {Kind::other, 0, 0, 0};
}

// Letters by code point, ASCII included; built once.
const std::array<Cell, kLastLetter + 1>& cells() {
    static const auto table = [] {
        std::array<Cell, kLastLetter + 1> made{};
        for (char32_t c = 0; c <= kLastLetter; ++c) {
            if (c < 0x80 || c >= kFirstLetter) made[c] = cell_of(c);
        }
        return made;
    }();
    return table;
}

bool is_vowel(char c) noexcept {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool is_space(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// y for i in the open syllables where both are written: kỹ = kĩ, lý = lí, quý = quí.
bool is_open_y(std::string_view folded) noexcept {
    if (folded.size() == 2)
        return std::string_view("hklmst").find(folded[0]) != std::string_view::npos;
    return folded == "quy";
}

class Scanner {
  public:
    Scanner(std::string_view text, SearchTokens& out)
        : text_(text), out_(out), cells_(cells()), nfkd_(decomposer()) {}

    void run() {
        out_.tokens.clear();
        out_.forms.clear();
        while (at_ < text_.size()) step();
        end_word();
    }

  private:
    static const icu::Normalizer2* decomposer() {
        UErrorCode status = U_ZERO_ERROR;
        const icu::Normalizer2* found = icu::Normalizer2::getNFKDInstance(status);
        return U_SUCCESS(status) != 0 ? found : nullptr;
    }

    void step() {
        const auto byte = static_cast<unsigned char>(text_[at_]);
        if (byte < 0x80U) {
            const Cell& cell = cells_[byte];
            if (cell.kind == Kind::letter) {
                put(cell, 1);
            } else {
                separate(static_cast<char>(byte));
            }
            return;
        }
        const support::Decoded decoded = support::decode(text_, at_);
        if (decoded.code_point <= kLastLetter && decoded.code_point >= kFirstLetter &&
            cells_[decoded.code_point].kind == Kind::letter) {
            put(cells_[decoded.code_point], decoded.length);
            return;
        }
        other(decoded);
    }

    void put(const Cell& cell, std::uint8_t length) {
        if (folded_size_ >= kLongestWord) end_word();
        if (folded_size_ == 0) begin_ = at_;
        add(cell);
        at_ += length;
        end_ = at_;
    }

    void add(const Cell& cell) {
        folded_[folded_size_++] = cell.base;
        accented_[accented_size_++] = cell.base;
        if (cell.shape != 0) accented_[accented_size_++] = cell.shape;
        if (cell.tone != 0) tones_[tone_count_++] = cell.tone;
        shaped_ = cell.shape != 0;
        toned_ = cell.tone != 0;
    }

    // ASCII that is no letter or digit.
    void separate(char c) {
        end_word();
        ++at_;
        if (c == '\n') {
            pending_break_ = pending_break_ || starts_paragraph();
        } else if (c == '.' || c == ';' || c == ':' || c == '!' || c == '?') {
            pending_break_ = pending_break_ || at_ >= text_.size() || is_space(text_[at_]);
        }
    }

    // After a line end: a blank line or a bullet follows. Other line ends may be hard wraps.
    [[nodiscard]] bool starts_paragraph() const noexcept {
        std::size_t next = at_;
        while (next < text_.size() && next < at_ + 8 && is_space(text_[next])) {
            if (text_[next] == '\n') return true;
            ++next;
        }
        if (next >= text_.size()) return true;
        if (next + 1 >= text_.size()) return false;
        const char c = text_[next];
        return (c == '-' || c == '+' || c == '*') && text_[next + 1] == ' ';
    }

    // Letters and marks outside the Vietnamese alphabet.
    void other(support::Decoded decoded) {
        const auto c = static_cast<UChar32>(decoded.code_point);
        if (mark(c)) {
            at_ += decoded.length;
            if (folded_size_ != 0) end_ = at_;
            return;
        }
        if (u_isalnum(c) == 0) {
            end_word();
            at_ += decoded.length;
            pending_break_ = pending_break_ || c == 0x2029 || c == 0x2026;  // paragraph, ellipsis
            return;
        }
        if (folded_size_ >= kLongestWord) end_word();
        if (folded_size_ == 0) begin_ = at_;
        add_decomposed(c);
        at_ += decoded.length;
        end_ = at_;
    }

    // Applies a combining mark to the last letter; true when `c` is a mark of any kind.
    bool mark(UChar32 c) {
        if (c < 0x300) return false;
        const int type = u_charType(c);
        if (type != U_NON_SPACING_MARK && type != U_ENCLOSING_MARK &&
            type != U_COMBINING_SPACING_MARK) {
            return false;
        }
        if (folded_size_ == 0) return true;
        const char base = folded_[folded_size_ - 1];
        switch (c) {
            case 0x302:
                return shape('^', base == 'a' || base == 'e' || base == 'o');
            case 0x306:
                return shape('(', base == 'a');
            case 0x31B:
                return shape('+', base == 'o' || base == 'u');
            case 0x300:
                return tone('`', base);
            case 0x301:
                return tone('\'', base);
            case 0x309:
                return tone('?', base);
            case 0x303:
                return tone('~', base);
            case 0x323:
                return tone('.', base);
            default:
                return true;
        }
    }

    bool shape(char sign, bool fits) {
        if (fits && !shaped_) accented_[accented_size_++] = sign;
        shaped_ = shaped_ || fits;
        return true;
    }

    bool tone(char sign, char base) {
        if (is_vowel(base) && !toned_) {
            tones_[tone_count_++] = sign;
            toned_ = true;
        }
        return true;
    }

    void add_decomposed(UChar32 c) {
        icu::UnicodeString parts;
        if (nfkd_ == nullptr || nfkd_->getDecomposition(c, parts) == 0) {
            add_code_point(c);
            return;
        }
        for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
            const UChar32 part = parts.char32At(i);
            if (folded_size_ == 0 || !mark(part)) add_code_point(part);
        }
    }

    void add_code_point(UChar32 c) {
        const UChar32 lower = u_foldCase(c, U_FOLD_CASE_DEFAULT);
        if (lower < 0x80) {
            const Cell& cell = cells_[static_cast<std::size_t>(lower)];
            if (cell.kind == Kind::letter && folded_size_ < kLongestWord + 4) add(cell);
            return;
        }
        if (u_isalnum(lower) == 0 || folded_size_ >= kLongestWord) return;
        std::string bytes;
        support::append(bytes, static_cast<char32_t>(lower));
        for (const char byte : bytes) {
            folded_[folded_size_++] = byte;
            accented_[accented_size_++] = byte;
        }
        shaped_ = toned_ = true;  // marks on foreign letters are dropped
    }

    void end_word() {
        if (folded_size_ == 0) return;
        if (folded_size_ <= 3 && folded_[folded_size_ - 1] == 'y' &&
            is_open_y({folded_.data(), folded_size_})) {
            folded_[folded_size_ - 1] = 'i';
            accented_[accented_size_ - 1] = 'i';
        }
        for (std::size_t i = 0; i < tone_count_; ++i) accented_[accented_size_++] = tones_[i];
        emit();
        folded_size_ = accented_size_ = tone_count_ = 0;
        shaped_ = toned_ = pending_break_ = false;
    }

    void emit() {
        SearchToken token;
        token.source = {support::offset(begin_), support::offset(end_)};
        token.folded = token.accented = support::offset(out_.forms.size());
        token.folded_size = static_cast<std::uint8_t>(folded_size_);
        token.accented_size = static_cast<std::uint8_t>(accented_size_);
        token.breaks = pending_break_;
        out_.forms.append(folded_.data(), folded_size_);
        if (accented_size_ != folded_size_) {  // without marks both forms are the same bytes
            token.accented = support::offset(out_.forms.size());
            out_.forms.append(accented_.data(), accented_size_);
        }
        out_.tokens.push_back(token);
    }

    std::string_view text_;
    SearchTokens& out_;
    const std::array<Cell, kLastLetter + 1>& cells_;
    const icu::Normalizer2* nfkd_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    // A word of kLongestWord folded bytes has at most as many shapes and as many tones.
    std::array<char, kLongestWord + 8> folded_{};
    std::array<char, 3 * (kLongestWord + 8)> accented_{};
    std::array<char, kLongestWord + 8> tones_{};
    std::size_t folded_size_ = 0;
    std::size_t accented_size_ = 0;
    std::size_t tone_count_ = 0;
    bool shaped_ = false;
    bool toned_ = false;
    bool pending_break_ = false;
};

}  // namespace

void search_tokens(std::string_view text, SearchTokens& out) {
    Scanner(text, out).run();
}

}  // namespace tracuu::analyzers
