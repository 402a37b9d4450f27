#include "indexer/query/lexer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/letter.hpp"

namespace tracuu::indexer {
namespace {

struct FieldName {
    std::string_view folded;
    QueryField field;
};

// The contract's names (số, loại, nơi, cơquan, năm) and those of the parameters of /search, without
// marks.
constexpr std::array<FieldName, 17> kFieldNames{{
    {"so", QueryField::number},
    {"sohieu", QueryField::number},
    {"number", QueryField::number},
    {"loai", QueryField::type},
    {"type", QueryField::type},
    {"noi", QueryField::place},
    {"place", QueryField::place},
    {"tinh", QueryField::place},
    {"jurisdiction", QueryField::place},
    {"coquan", QueryField::agency},
    {"co-quan", QueryField::agency},
    {"agency", QueryField::agency},
    {"issuer", QueryField::issuer},
    {"body", QueryField::body},
    {"nam", QueryField::year},
    {"year", QueryField::year},
    {"banhanh", QueryField::issuer},
}};

std::optional<QueryField> field_of(std::string_view name) {
    if (name.empty() || name.size() > 32) return std::nullopt;
    const std::string folded = analyzers::fold(name);
    for (const FieldName& row : kFieldNames) {
        if (row.folded == folded) return row.field;
    }
    return std::nullopt;
}

// Length of the quote, space or neither at `at`; typographic quotes and the no-break space count.
std::size_t quote_length(std::string_view text, std::size_t at) {
    if (text[at] == '"') return 1;
    const std::string_view three = text.substr(at, 3);
    return three == "\xE2\x80\x9C" || three == "\xE2\x80\x9D" || three == "\xE2\x80\x9E" ? 3 : 0;
}

std::size_t space_length(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
    return text.substr(at, 2) == "\xC2\xA0" ? 2 : 0;
}

bool looks_like_field(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80U || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
}

class Lexer {
  public:
    explicit Lexer(std::string_view query) : text_(query) {}

    Lexemes run() {
        while (at_ < text_.size()) {
            if (const std::size_t space = space_length(text_, at_)) {
                at_ += space;
            } else if (const std::size_t quote = quote_length(text_, at_)) {
                phrase(quote);
            } else if (text_[at_] == '(' || text_[at_] == ')') {
                add(text_[at_] == '(' ? LexemeKind::open : LexemeKind::close, {});
                ++at_;
            } else {
                word();
            }
        }
        return std::move(result_);
    }

  private:
    void add(LexemeKind kind, std::string_view text) { result_.list.push_back({kind, text, {}}); }

    void phrase(std::size_t quote) {
        const std::size_t begin = at_ + quote;
        std::size_t end = begin;
        while (end < text_.size() && quote_length(text_, end) == 0) ++end;
        add(LexemeKind::phrase, text_.substr(begin, end - begin));
        result_.broken = result_.broken || end >= text_.size();
        at_ = end >= text_.size() ? end : end + quote_length(text_, end);
    }

    void word() {
        if (text_[at_] == '-' && starts_word(at_ + 1)) {
            add(LexemeKind::negate, {});
            ++at_;
            return;
        }
        std::size_t end = at_;
        while (end < text_.size() && !ends_word(end)) ++end;
        const std::string_view word = text_.substr(at_, end - at_);
        at_ = end;
        if (word == "OR") return add(LexemeKind::either, word);
        if (word == "AND") return add(LexemeKind::both, word);
        if (word == "NOT") return add(LexemeKind::negate, word);
        split_field(word);
    }

    // `name:value`, or `name:` before a quote or a space.
    void split_field(std::string_view word) {
        const std::size_t colon = word.find(':');
        if (colon == std::string_view::npos || colon == 0 ||
            !looks_like_field(word.substr(0, colon))) {
            return add(LexemeKind::word, word);
        }
        const std::string_view value = word.substr(colon + 1);
        const bool quoted = value.empty() && at_ < text_.size() && quote_length(text_, at_) != 0;
        const auto field = field_of(word.substr(0, colon));
        if (value.empty() && !quoted) {  // "Số: 18" in a copied text
            result_.loose = result_.loose || field.has_value();
            return add(LexemeKind::word, word);
        }
        if (!field) {
            result_.broken = true;
            return add(LexemeKind::word, word);
        }
        result_.list.push_back({LexemeKind::field, word.substr(0, colon), *field});
        if (!value.empty()) add(LexemeKind::word, value);
    }

    [[nodiscard]] bool ends_word(std::size_t at) const {
        return space_length(text_, at) != 0 || quote_length(text_, at) != 0 || text_[at] == '(' ||
               text_[at] == ')';
    }
    [[nodiscard]] bool starts_word(std::size_t at) const {
        return at < text_.size() && space_length(text_, at) == 0 && text_[at] != '-' &&
               text_[at] != ')';
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Lexemes result_;
};

}  // namespace

Lexemes lex(std::string_view query) {
    return Lexer(query).run();
}

}  // namespace tracuu::indexer
