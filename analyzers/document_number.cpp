#include "analyzers/document_number.hpp"

#include <span>
#include <vector>

#include "analyzers/citation/number_grammar.hpp"
#include "analyzers/citation/number_parts.hpp"
#include "analyzers/gazetteer/codes.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/text/token.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestInput = 200;  // bytes; the longest real number has under 80
constexpr std::size_t kMostPieces = 16;

// Names of types in folded words, longest first match by trying every row.
struct TypeWords {
    std::vector<std::string> words;
    const DocumentType* type = nullptr;
};

std::vector<std::string> folded_words(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold(text)) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) {
            word.push_back(c);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

const std::vector<TypeWords>& type_words() {
    static const std::vector<TypeWords> table = [] {
        std::vector<TypeWords> rows;
        for (const DocumentType& type : document_types()) {
            rows.push_back({folded_words(type.name), &type});
        }
        return rows;
    }();
    return table;
}

// A run of letters or of digits, with the marks that the user typed.
struct Piece {
    std::string text;
    bool digits = false;
};

bool is_digit(char32_t c) noexcept {
    return c >= U'0' && c <= U'9';
}

std::vector<Piece> split_pieces(std::string_view text) {
    std::vector<Piece> pieces;
    bool open = false;
    for (std::size_t at = 0; at < text.size() && pieces.size() <= kMostPieces;) {
        const support::Decoded c = support::decode(text, at);
        const bool digit = is_digit(c.code_point);
        const bool letter = decompose(c.code_point).has_value() || c.code_point == U'&';
        if (digit || letter) {
            if (!open || pieces.back().digits != digit) pieces.push_back({{}, digit});
            support::append(pieces.back().text, c.code_point);
        }
        open = digit || letter;
        at += c.length;
    }
    return pieces;
}

// Reads a number typed in any order and spelling: "18 nq tw", "NQ18-TW", "nđ 108/2014".
class LooseReader {
  public:
    explicit LooseReader(std::string_view text) : pieces_(split_pieces(text)) {}

    std::optional<DocumentNumber> read() {
        if (pieces_.empty() || pieces_.size() > kMostPieces) return std::nullopt;
        skip_type_name();
        skip_word("so");
        read_type();
        skip_word("so");
        if (!read_ordinal()) return std::nullopt;
        read_type();
        read_issuer();
        if (at_ != pieces_.size()) return std::nullopt;
        return finish();
    }

  private:
    [[nodiscard]] bool letters_at(std::size_t i) const {
        return i < pieces_.size() && !pieces_[i].digits;
    }

    void skip_word(std::string_view word) {
        if (letters_at(at_) && fold(pieces_[at_].text) == word) ++at_;
    }

    void skip_type_name() {
        for (const TypeWords& row : type_words()) {
            if (row.words.size() <= best_name_ || row.words.size() > pieces_.size()) continue;
            bool equal = true;
            for (std::size_t i = 0; equal && i < row.words.size(); ++i) {
                equal = fold(pieces_[i].text) == row.words[i];
            }
            if (!equal) continue;
            best_name_ = row.words.size();
            named_ = row.type;
        }
        at_ = best_name_;
    }

    void read_type() {
        if (type_ != nullptr || !letters_at(at_)) return;
        const TypeCode* code = guess_type_code(pieces_[at_].text);
        if (code == nullptr) {
            split_joined();
            return;
        }
        // In "1054 TT" nothing follows that could be the issuer of a letter: it is a type.
        type_ = code;
        ++at_;
    }

    // "18nqtw": type and issuer without anything between.
    void split_joined() {
        const std::string& whole = pieces_[at_].text;
        for (std::size_t cut = whole.size() - 1; cut > 0; --cut) {
            const TypeCode* type = guess_type_code(std::string_view(whole).substr(0, cut));
            const std::string code = whole.substr(cut);
            const std::string meant = repaired_code(code);
            const IssuerCode* issuer = guess_issuer_code(meant.empty() ? code : meant);
            if (type == nullptr || issuer == nullptr || whole.size() - cut < 2) continue;
            type_ = type;
            issuer_ = issuer->code;
            ++at_;
            return;
        }
    }

    bool read_ordinal() {
        if (at_ >= pieces_.size() || !pieces_[at_].digits || pieces_[at_].text.size() > 6) {
            return false;
        }
        out_.ordinal = pieces_[at_++].text;
        // "66.7/2025": a second count before the year.
        const bool second = at_ + 1 < pieces_.size() && pieces_[at_].digits &&
                            pieces_[at_].text.size() <= 2 && is_year(pieces_[at_ + 1].text);
        if (second) out_.ordinal += '.' + pieces_[at_++].text;
        if (at_ < pieces_.size() && pieces_[at_].digits) {
            if (!is_year(pieces_[at_].text)) return false;
            out_.year = pieces_[at_++].text;
        }
        return true;
    }

    void read_issuer() {
        while (letters_at(at_)) {
            std::string code = pieces_[at_].text;
            if (at_ + 1 < pieces_.size() && pieces_[at_ + 1].digits) code += pieces_[at_ + 1].text;
            const std::string meant = repaired_code(code);
            const IssuerCode* row = guess_issuer_code(meant.empty() ? code : meant);
            if (row == nullptr) return;
            const bool with_term = code.size() > pieces_[at_].text.size();
            if (!issuer_.empty()) issuer_ += '-';
            issuer_ += row->code;
            if (with_term) issuer_ += pieces_[at_ + 1].text;
            at_ += with_term ? 2 : 1;
        }
    }

    std::optional<DocumentNumber> finish() {
        if (type_ == nullptr && named_ != nullptr && !named_->code.empty()) {
            type_ = find_type_code(named_->code);
        }
        const bool term = !issuer_.empty() && issuer_.back() >= '0' && issuer_.back() <= '9';
        if (term && !out_.year.empty() && code_key(issuer_).substr(0, 2) == "QH") type_ = nullptr;
        if (type_ == nullptr && !term) return std::nullopt;
        if (type_ != nullptr) out_.type = type_->code;
        if (issuer_.empty() && out_.type == "NĐ")
            issuer_ = "CP";  // only the Government issues them
        if (issuer_.empty()) return std::nullopt;
        out_.issuer = issuer_;
        const IssuerCode* row = find_issuer_code(issuer_.substr(0, issuer_.find('-')));
        const bool party = row != nullptr && row->party && !row->state;
        out_.system = party && out_.year.empty() ? NumberSystem::party : NumberSystem::state;
        return out_;
    }

    std::vector<Piece> pieces_;
    std::size_t at_ = 0;
    std::size_t best_name_ = 0;
    const DocumentType* named_ = nullptr;
    const TypeCode* type_ = nullptr;
    std::string issuer_;
    DocumentNumber out_;
};

bool is_letter_name(std::string_view text) {
    const std::string words = fold(text);
    return words.find("cong van") != std::string::npos;
}

// The number as documents write it, with nothing after it.
std::optional<DocumentNumber> read_exact(const std::string& text) {
    const std::vector<Token> tokens = tokenize(text);
    const TokenText source{text, tokens};
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool digits = source.word(i).find_first_of("0123456789") != std::string_view::npos;
        if (!digits) continue;
        const auto match = match_number(source, i, is_letter_name(text));
        const bool whole = match && match->last == tokens.size() && match->span.end == text.size();
        if (whole && (match->strong || is_year(match->number.issuer))) return match->number;
        return std::nullopt;
    }
    return std::nullopt;
}

// True when what stands before the first digit is nothing, "số" or the name of a type.
bool only_announces(std::string_view text) {
    const std::string_view head = text.substr(0, text.find_first_of("0123456789"));
    const std::vector<std::string> words = folded_words(head);
    if (words.empty()) return true;
    for (const TypeWords& row : type_words()) {
        std::vector<std::string> with_so = row.words;
        with_so.emplace_back("so");
        if (words == row.words || words == with_so) return true;
    }
    return words == std::vector<std::string>{"so"} ||
           words == std::vector<std::string>{"van", "ban"} ||
           words == std::vector<std::string>{"van", "ban", "so"};
}

}  // namespace

std::string DocumentNumber::canonical() const {
    std::string out = ordinal;
    if (system == NumberSystem::party) {
        out += '-' + type + '/' + issuer;
        return out;
    }
    if (!year.empty()) out += '/' + year;
    if (!type.empty()) out += '/' + type;
    if (issuer.empty()) return out;
    // A joint resolution of the Assembly's committee is numbered NQLT/UBTVQH14-CP-...
    const bool slash = type.empty() || type == "NQLT" || is_year(issuer);
    out += (slash ? '/' : '-') + issuer;
    return out;
}

namespace {

std::optional<DocumentNumber> read_number(std::string_view text) {
    std::string plain = normalize(text);
    while (!plain.empty() && (plain.back() == ' ' || plain.back() == '.' || plain.back() == '\n')) {
        plain.pop_back();
    }
    if (plain.empty()) return std::nullopt;
    if (only_announces(plain)) {
        if (auto number = read_exact(plain)) return number;
        if (auto number = read_exact(code_key(plain))) return number;
    }
    return LooseReader(plain).read();
}

}  // namespace

std::optional<DocumentNumber> parse_document_number(std::string_view text) {
    if (text.size() > kLongestInput) return std::nullopt;
    auto number = read_number(text);
    if (!number) return std::nullopt;
    // A slip that the typed form hid shows in the canonical one ("TTTLT" for TTLT).
    auto again = read_number(number->canonical());
    return again ? again : number;
}

}  // namespace tracuu::analyzers
