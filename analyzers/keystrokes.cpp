#include "analyzers/keystrokes.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "analyzers/letter.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestSyllable = 16;  // keys; the longest of Vietnamese has 7 letters

// A syllable as its keys arrive.
class Syllable {
  public:
    void add(char key) { letters_.push_back({key, Shape::plain, Tone::level, false}); }

    [[nodiscard]] bool has_vowel() const {
        return std::any_of(letters_.begin(), letters_.end(),
                           [](const VietnameseLetter& letter) { return is_vowel(letter); });
    }

    /// The last plain letter with this base; false when there is none.
    bool shape(char base, Shape shape) {
        const auto found = std::find_if(letters_.rbegin(), letters_.rend(), [&](const auto& one) {
            return one.base == base && one.shape == Shape::plain;
        });
        if (found == letters_.rend()) return false;
        found->shape = shape;
        return changed_ = true;
    }

    /// ươ, ơ or ư.
    bool horn() {
        for (std::size_t i = 0; i + 1 < letters_.size(); ++i) {
            if (letters_[i].base == 'u' && letters_[i + 1].base == 'o' && !is_after_q(i)) {
                letters_[i].shape = letters_[i + 1].shape = Shape::horn;
                return changed_ = true;
            }
        }
        return shape('o', Shape::horn) || shape('u', Shape::horn);
    }

    bool add_horned_u() {
        letters_.push_back({'u', Shape::horn, Tone::level, false});
        return changed_ = true;
    }

    bool tone(Tone tone) {
        if (!has_vowel()) return false;
        tone_ = tone;
        return changed_ = true;
    }

    /// Empty when no key changed anything.
    [[nodiscard]] std::string text() {
        if (!changed_) return {};
        const auto at = toned();
        if (!at) return {};
        letters_[*at].tone = tone_;
        std::string text;
        for (const VietnameseLetter& letter : letters_) support::append(text, compose(letter));
        return normalize(text);
    }

  private:
    [[nodiscard]] bool is_after_q(std::size_t i) const {
        return i > 0 && letters_[i - 1].base == 'q';
    }
    // The u of qu and the i of gi belong to the consonant when another vowel follows.
    [[nodiscard]] bool is_glide(std::size_t i) const {
        const bool before_vowel = i + 1 < letters_.size() && is_vowel(letters_[i + 1]);
        return i > 0 && before_vowel &&
               ((letters_[i].base == 'u' && is_after_q(i)) ||
                (i == 1 && letters_[i].base == 'i' && letters_[0].base == 'g'));
    }

    // The vowel that carries the tone.
    [[nodiscard]] std::optional<std::size_t> toned() const {
        std::vector<std::size_t> vowels;
        for (std::size_t i = 0; i < letters_.size(); ++i) {
            if (is_vowel(letters_[i]) && !is_glide(i)) vowels.push_back(i);
        }
        if (vowels.empty()) return std::nullopt;
        for (auto at = vowels.rbegin(); at != vowels.rend(); ++at) {
            if (letters_[*at].shape != Shape::plain) return *at;
        }
        const bool is_open = vowels.back() + 1 == letters_.size();
        if (vowels.size() == 3) return vowels[1];
        return vowels.size() == 2 && !is_open ? vowels[1] : vowels[0];
    }

    std::vector<VietnameseLetter> letters_;
    Tone tone_ = Tone::level;
    bool changed_ = false;
};

std::optional<Tone> telex_tone(char key) {
    constexpr std::string_view kKeys = "zfsrxj";  // in the order of Tone
    const std::size_t at = kKeys.find(key);
    if (at == std::string_view::npos) return std::nullopt;
    return static_cast<Tone>(at);
}

bool telex_key(Syllable& syllable, char key) {
    if (key == 'd') return syllable.shape('d', Shape::bar);
    if (key == 'a' || key == 'e' || key == 'o') return syllable.shape(key, Shape::circumflex);
    if (key == 'w') {
        return syllable.shape('a', Shape::breve) || syllable.horn() || syllable.add_horned_u();
    }
    const auto tone = telex_tone(key);
    return tone && syllable.tone(*tone);
}

bool vni_key(Syllable& syllable, char key) {
    constexpr std::string_view kTones = "021345";  // in the order of Tone
    switch (key) {
        case '6':
            return syllable.shape('a', Shape::circumflex) ||
                   syllable.shape('e', Shape::circumflex) || syllable.shape('o', Shape::circumflex);
        case '7':
            return syllable.horn();
        case '8':
            return syllable.shape('a', Shape::breve);
        case '9':
            return syllable.shape('d', Shape::bar);
        default:
            return syllable.tone(static_cast<Tone>(kTones.find(key)));
    }
}

bool is_letter(char key) {
    return key >= 'a' && key <= 'z';
}

std::string lower_keys(std::string_view typed) {
    std::string keys(typed.substr(0, kLongestSyllable + 1));
    for (char& key : keys) key = key >= 'A' && key <= 'Z' ? static_cast<char>(key + 32) : key;
    return keys.size() > kLongestSyllable ? std::string() : keys;
}

}  // namespace

std::string from_telex(std::string_view typed) {
    const std::string keys = lower_keys(typed);
    if (!std::all_of(keys.begin(), keys.end(), is_letter)) return {};
    Syllable syllable;
    for (const char key : keys) {
        if (!telex_key(syllable, key)) syllable.add(key);
    }
    return syllable.text();
}

std::string from_vni(std::string_view typed) {
    Syllable syllable;
    for (const char key : lower_keys(typed)) {
        if (is_letter(key)) {
            syllable.add(key);
        } else if (key < '0' || key > '9' || !vni_key(syllable, key)) {
            return {};
        }
    }
    return syllable.text();
}

}  // namespace tracuu::analyzers
