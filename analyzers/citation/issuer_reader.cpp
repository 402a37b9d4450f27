#include "analyzers/citation/issuer_reader.hpp"

#include <algorithm>
#include <array>

#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestName = 30;  // tokens

const PhraseTable& stops() {
    static const PhraseTable table = [] {
        PhraseTable out;
        const support::DataTable rows("issuer_stops.tsv",
                                      tracuu_analyzers::file("issuer_stops.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) out.add(rows.cell(row, "phrase"), 1);
        return out;
    }();
    return table;
}

bool is_one_of(std::uint64_t key, const std::vector<std::uint64_t>& keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::vector<std::uint64_t> keys_of(std::initializer_list<std::string_view> words) {
    std::vector<std::uint64_t> keys;
    for (const std::string_view word : words) keys.push_back(token_key(word));
    return keys;
}

const std::vector<std::uint64_t> kPlaceWords =
    keys_of({"tỉnh",   "thành", "phố", "huyện", "quận",  "thị",  "xã",   "trấn",
             "phường", "đặc",   "khu", "đảng",  "trung", "ương", "khóa", "lần",
             "thứ",    "nhiệm", "kỳ",  "các",   "nước",  "đô",   "thủ"});
const std::vector<std::uint64_t> kOrdinals =
    keys_of({"nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"});
const std::vector<std::uint64_t> kSeated = keys_of({"cao", "quán", "diện"});
const std::vector<std::uint64_t> kPlaceKinds =
    keys_of({"tỉnh", "phố", "huyện", "quận", "xã", "trấn", "phường"});
const std::vector<std::uint64_t> kSteering = keys_of({"đạo", "tác"});
const std::uint64_t kAbout = token_key("về");
const std::uint64_t kNumber = token_key("số");
const std::uint64_t kChange = token_key("đổi");
const std::uint64_t kAt = token_key("tại");
const std::uint64_t kTerm = token_key("khóa");
const std::uint64_t kOrdinal = token_key("thứ");

class IssuerReader {
  public:
    IssuerReader(const TokenText& source, std::size_t at, std::size_t end)
        : source_(source),
          tokens_(source.tokens.first(std::min(end, at + kLongestName))),
          at_(at) {}

    std::optional<IssuerMatch> read() {
        skip_offices();
        if (at_ >= tokens_.size() || tokens_[at_].kind != TokenKind::word) return std::nullopt;
        const bool known = body_names().phrases.starts(tokens_, at_);
        if (!known && (stops().starts(tokens_, at_) || !is_capital(at_))) return std::nullopt;
        const std::size_t first = at_;
        while (at_ < tokens_.size() && step(at_ == first)) {
        }
        if (at_ == first) return std::nullopt;
        const support::ByteRange range{tokens_[first].begin, tokens_[at_ - 1].end};
        return IssuerMatch{official_case(support::slice(source_.text, range)), first, at_};
    }

  private:
    [[nodiscard]] bool is_capital(std::size_t at) const {
        return tokens_[at].letter_case == LetterCase::capitalised ||
               tokens_[at].letter_case == LetterCase::upper;
    }

    // "Bộ trưởng Bộ Nội vụ" issues in the name of Bộ Nội vụ; "Thủ tướng Chính phủ" is a body.
    void skip_offices() {
        while (at_ < tokens_.size() && !body_names().phrases.starts(tokens_, at_)) {
            const auto title = office_titles().longest(tokens_, at_);
            if (!title || at_ + title->length >= tokens_.size()) return;
            std::size_t next = at_ + title->length;
            // "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"
            if (source_.is(next, ",") && office_titles().starts(tokens_, next + 1)) ++next;
            const bool body =
                next < tokens_.size() && (body_names().phrases.starts(tokens_, next) ||
                                          office_titles().starts(tokens_, next));
            if (!body) return;  // a person: "Phó Thủ tướng Hồ Đức Phớc"
            at_ = next;
        }
    }

    // Takes the next piece of the name; false when it ends here.
    bool step(bool first) {
        const Token& token = tokens_[at_];
        if (token.kind == TokenKind::newline) return false;
        // "Ủy ban nhân dân tỉnh tỉnh": a slip, not a name.
        if (!first && token.key == tokens_[at_ - 1].key && is_one_of(token.key, kPlaceKinds)) {
            return false;
        }
        const auto body = body_names().phrases.longest(tokens_, at_);
        const auto stop = stops().longest(tokens_, at_);
        if (body && (!stop || body->length > stop->length) && (first || is_capital(at_))) {
            at_ += body->length;
            return true;
        }
        if (stop && !is_inside(at_)) return false;
        if (token.kind == TokenKind::word) return take_word();
        if (token.kind == TokenKind::number) return take_number();
        return take_mark();
    }

    [[nodiscard]] bool is_ordinal(std::size_t at) const {
        return at > 0 && tokens_[at - 1].key == kOrdinal && is_one_of(tokens_[at].key, kOrdinals);
    }

    // "TAND cấp cao tại Hà Nội", "Đại sứ quán Việt Nam tại ...": the seat is part of the name.
    [[nodiscard]] bool is_seat(std::size_t at) const {
        if (tokens_[at].key != kAt || at == 0 || at + 1 >= tokens_.size()) return false;
        return is_one_of(tokens_[at - 1].key, kSeated) && is_capital(at + 1);
    }

    // A word that ends names elsewhere.
    [[nodiscard]] bool is_inside(std::size_t at) const {
        return is_ordinal(at) || is_seat(at) || is_place(at) || is_field(at) || is_digital(at);
    }

    // "chuyển đổi số": no number follows.
    [[nodiscard]] bool is_digital(std::size_t at) const {
        return tokens_[at].key == kNumber && at > 0 && tokens_[at - 1].key == kChange &&
               tokens_[at].letter_case == LetterCase::lower;
    }

    // "thành phố Cần Thơ": capitals after the kind of place are its name; "tỉnh Quy định" is not.
    [[nodiscard]] bool is_place(std::size_t at) const {
        if (at == 0 || at + 1 >= tokens_.size()) return false;
        if (!is_one_of(tokens_[at - 1].key, kPlaceKinds)) return false;
        const auto both = [&](LetterCase letters) {
            return tokens_[at].letter_case == letters && tokens_[at + 1].letter_case == letters;
        };
        if (both(LetterCase::capitalised)) return true;
        const support::ByteRange name{tokens_[at].begin, tokens_[at + 1].end};
        return both(LetterCase::upper) &&
               find_province(support::slice(source_.text, name)) != nullptr;
    }

    // "Ban Chỉ đạo về chuyển đổi số", "Tổ công tác về ...": such a body is named by its field. A
    // verb or "việc" after "về" begins the title of the document.
    [[nodiscard]] bool is_field(std::size_t at) const {
        if (tokens_[at].key != kAbout || at == 0 || at + 1 >= tokens_.size()) return false;
        return is_one_of(tokens_[at - 1].key, kSteering) && !stops().starts(tokens_, at + 1) &&
               tokens_[at + 1].letter_case == LetterCase::lower;
    }

    bool take_word() {
        const Token& token = tokens_[at_];
        const bool joins = is_capital(at_) || is_one_of(token.key, kPlaceWords) || is_ordinal(at_);
        // Lower-case words are part of a name that no table holds ("Ban Chỉ đạo phát triển ...").
        const bool inside = lower_words_ < 12 && token.letter_case == LetterCase::lower;
        static const std::uint64_t kAnd = token_key("và");
        if (token.key == kAnd) return take_and();
        if (!joins && !inside) return false;
        lower_words_ += joins ? 0U : 1U;
        ++at_;
        return true;
    }

    // "Bộ Nông nghiệp và Môi trường" goes on with a capital that begins no body of its own.
    bool take_and() {
        if (at_ + 1 >= tokens_.size() || !is_capital(at_ + 1)) return false;
        if (all_capitals(at_ + 1) || body_names().phrases.starts(tokens_, at_ + 1)) return false;
        if (stops().starts(tokens_, at_ + 1)) return false;
        at_ += 2;
        return true;
    }

    [[nodiscard]] bool all_capitals(std::size_t at) const {
        return tokens_[at].letter_case == LetterCase::upper;
    }

    bool take_number() {
        const bool term = at_ > 0 && (tokens_[at_ - 1].key == kTerm || lower_words_ > 0);
        if (!term) return false;
        ++at_;
        return true;
    }

    // "(khóa XII)", "Văn hóa - Xã hội"
    bool take_mark() {
        if (source_.is(at_, "(") && at_ + 2 < tokens_.size() && tokens_[at_ + 1].key == kTerm) {
            std::size_t close = at_ + 2;
            while (close < tokens_.size() && close < at_ + 6 && !source_.is(close, ")")) ++close;
            if (close >= tokens_.size() || !source_.is(close, ")")) return false;
            at_ = close + 1;
            return true;
        }
        const bool hyphen = source_.is(at_, "-") || source_.is(at_, "–");
        if (!hyphen || at_ + 1 >= tokens_.size() || !is_capital(at_ + 1)) return false;
        if (stops().starts(tokens_, at_ + 1)) return false;
        at_ += 2;
        return true;
    }

    const TokenText& source_;
    std::span<const Token> tokens_;
    std::size_t at_;
    std::size_t lower_words_ = 0;
};

}  // namespace

std::optional<IssuerMatch> read_issuer(const TokenText& source, std::size_t at, std::size_t end) {
    if (at >= end || end > source.tokens.size()) return std::nullopt;
    return IssuerReader(source, at, end).read();
}

bool starts_body(const TokenText& source, std::size_t at) {
    return body_names().phrases.starts(source.tokens, at);
}

}  // namespace tracuu::analyzers
