#include "analyzers/gazetteer/official_case.hpp"

#include <algorithm>
#include <vector>

#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/text/token.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

std::string single_spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        if (!space) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool has_lower_case(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const support::Decoded c = support::decode(text, at);
        const auto letter = decompose(c.code_point);
        if (letter && !letter->upper) return true;
        at += c.length;
    }
    return false;
}

const std::uint64_t kCommittee = token_key("ủy");

bool is_roman(std::string_view word) {
    return !word.empty() && word.find_first_not_of("IVXL") == std::string_view::npos;
}

std::string capitalised(std::string_view word) {
    std::string out = lower(word);
    const support::Decoded first = support::decode(out, 0);
    auto letter = decompose(first.code_point);
    if (!letter) return out;
    letter->upper = true;
    std::string upper;
    support::append(upper, compose(*letter));
    return upper + out.substr(first.length);
}

// Writes the tokens of a name in capitals, longest known name first.
class CaseWriter {
  public:
    explicit CaseWriter(std::string_view text) : text_(text), tokens_(tokenize(text)) {}

    std::string write() {
        while (at_ < tokens_.size()) {
            if (!write_body() && !write_province()) write_word();
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::string_view words(std::size_t first, std::size_t last) const {
        return support::slice(text_, {tokens_[first].begin, tokens_[last - 1].end});
    }

    void put(std::string_view text) {
        if (!out_.empty() && tokens_[at_].space_before) out_ += ' ';
        out_ += text;
    }

    bool write_body() {
        const auto match = body_names().phrases.longest(tokens_, at_);
        if (!match) return false;
        put(body_names().names[static_cast<std::size_t>(match->value)]);
        at_ += match->length;
        proper_ = false;
        note_place_word(tokens_[at_ - 1].key);
        if (match->length > 1 && tokens_[at_ - 1].key == kCommittee) {
            note_place_word(tokens_[at_ - 2].key);  // "HUYỆN ỦY CHỢ MỚI"
        }
        return true;
    }

    bool write_province() {
        constexpr std::size_t kLongestName = 6;
        for (std::size_t length = std::min(kLongestName, tokens_.size() - at_); length > 0;
             --length) {
            if (tokens_[at_].kind != TokenKind::word) return false;
            const std::string folded = fold(words(at_, at_ + length));
            if (folded.compare(0, 5, "tinh ") == 0) continue;
            const Province* province = find_province(words(at_, at_ + length));
            if (province == nullptr) continue;
            const bool kind_said = folded.compare(0, 10, "thanh pho ") == 0;
            const bool plain = province->name.substr(0, 6) == "Thành";
            if (plain) drop_kind();
            put(kind_said && !plain ? "thành phố " + std::string(province->name)
                                    : std::string(province->name));
            at_ += length;
            return true;
        }
        return false;
    }

    // What follows "xã", "huyện", "phường" is a name of its own: every word has a capital.
    void note_place_word(std::uint64_t key) {
        static const std::vector<std::uint64_t> keys{
            token_key("xã"),  token_key("phường"), token_key("huyện"), token_key("quận"),
            token_key("khu"), token_key("trấn"),   token_key("thị")};
        proper_ = proper_ || std::find(keys.begin(), keys.end(), key) != keys.end();
    }

    // "Ủy ban nhân dân thành phố" + "Thành phố Hồ Chí Minh"
    void drop_kind() {
        constexpr std::string_view kKind = " thành phố";
        if (out_.size() < kKind.size()) return;
        if (out_.compare(out_.size() - kKind.size(), kKind.size(), kKind) == 0) {
            out_.resize(out_.size() - kKind.size());
        }
    }

    void write_word() {
        const std::string_view word = words(at_, at_ + 1);
        const bool kept = is_roman(word) || tokens_[at_].kind != TokenKind::word;
        const bool capital = out_.empty() || proper_;
        put(kept ? std::string(word) : capital ? capitalised(word) : lower(word));
        ++at_;
        note_place_word(token_key(word));
    }

    std::string_view text_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    bool proper_ = false;  // the words that follow are a proper name
    std::string out_;
};

}  // namespace

std::string official_case(std::string_view name) {
    std::string text = single_spaced(name);
    if (has_lower_case(text)) return text;
    return CaseWriter(text).write();
}

}  // namespace tracuu::analyzers
