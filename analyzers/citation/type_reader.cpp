#include "analyzers/citation/type_reader.hpp"

#include <algorithm>

#include "analyzers/citation/company_number.hpp"
#include "analyzers/citation/law_names.hpp"
#include "analyzers/citation/phrase_context.hpp"
#include "analyzers/gazetteer/codes.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLawNameReach = 45;  // tokens of the longest name of a law, amended ones too
constexpr std::size_t kAmendingReach = 120;  // of one that amends a dozen laws
constexpr std::size_t kModifierReach =
    16;  // "Báo cáo giải trình, tiếp thu số", "Quyết định của Ủy ban ... số"
constexpr std::int32_t kGeneric = -1;  // "văn bản": says nothing of the type

const PhraseTable& type_table() {
    static const PhraseTable table = [] {
        PhraseTable out;
        const auto& types = document_types();
        for (std::size_t i = 0; i < types.size(); ++i) {
            out.add(types[i].name, static_cast<std::int32_t>(i));
        }
        out.add("văn bản", kGeneric);
        out.add("tài liệu", kGeneric);
        out.add("hồ sơ", kGeneric);
        return out;
    }();
    return table;
}

const std::uint64_t kSo = token_key("số");
const std::uint64_t kLaw = token_key("luật");
const std::uint64_t kCode = token_key("bộ");
const std::uint64_t kLegal = token_key("pháp");
const std::uint64_t kOrdinance = token_key("lệnh");

std::string_view type_name(std::int32_t value) {
    return document_types()[static_cast<std::size_t>(value)].name;
}

bool is_action(std::string_view name) {
    return name.find("hành động") != std::string_view::npos;
}

class TypeReader {
  public:
    TypeReader(const TokenText& source, const NumberMatch& match, std::size_t floor)
        : source_(source), tokens_(source.tokens), match_(match), floor_(floor) {
        end_ = match.first;
        if (end_ > floor_ && tokens_[end_ - 1].kind == TokenKind::newline) --end_;
        if (end_ > floor_ && (source_.is(end_ - 1, ":") || source_.is(end_ - 1, "."))) --end_;
        so_ = end_ > floor_ && tokens_[end_ - 1].key == kSo;
        end_ = so_ ? end_ - 1 : match.first;
    }

    TypeMatch read() {
        if (is_company_number() && so_) {
            if (auto paper = paper_before(source_, end_); paper && paper->first >= floor_) {
                return {std::move(paper->name), paper->first};
            }
        }
        if (auto direct = phrase_before(type_table(), tokens_, end_, 5)) {
            if (direct->first >= floor_ && !is_legal_word(direct->first)) return named(*direct);
        }
        if (is_law_number()) {
            if (TypeMatch law = law_before(); !law.name.empty()) return law;
        }
        if (so_) {
            if (TypeMatch far = modified_type(); !far.name.empty()) return far;
            // "Đơn đề nghị xác định mã số số 301025/MHD-HQ"
            auto paper = match_.number.type.empty() ? paper_before(source_, end_) : std::nullopt;
            const bool petition = paper && paper->name.rfind("Đơn", 0) == 0;
            if (petition && paper->first >= floor_) return {std::move(paper->name), paper->first};
        }
        return {{}, end_};
    }

  private:
    [[nodiscard]] TypeMatch named(const PhraseBefore& phrase) const {
        if (phrase.value == kGeneric) {
            const std::string_view code = match_.number.type;
            if (!code.empty()) return {implied_type(match_.number), phrase.first};
            return {"Văn bản", phrase.first};
        }
        return {official_kind(type_name(phrase.value), match_.number.type), phrase.first};
    }

    // "pháp luật" holds no type.
    [[nodiscard]] bool is_legal_word(std::size_t at) const {
        return tokens_[at].key == kLaw && at > floor_ && tokens_[at - 1].key == kLegal;
    }

    [[nodiscard]] bool is_law_number() const {
        if (!match_.number.type.empty()) return false;
        const std::string key = code_key(match_.number.issuer);
        return key.compare(0, 2, "QH") == 0 || key.compare(0, 6, "UBTVQH") == 0;
    }

    // "công văn số JHDPC/2025/276": no code tells the type.
    [[nodiscard]] bool is_company_number() const {
        return match_.number.type.empty() && match_.number.issuer.empty();
    }

    [[nodiscard]] bool ends_clause(std::size_t at) const {
        return tokens_[at].kind == TokenKind::newline || source_.is(at, ";") ||
               source_.is(at, ".") || source_.is(at, ":");
    }

    // "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15": the name stands between.
    [[nodiscard]] TypeMatch law_before() const {
        const std::size_t floor = std::max(floor_, end_ > kLawNameReach ? end_ - kLawNameReach : 0);
        for (std::size_t at = end_; at > floor && !ends_clause(at - 1);) {
            --at;
            const std::string_view kind = law_kind(at, floor);
            if (kind.empty()) continue;
            const std::size_t first = kind == "Luật" ? at : at - 1;
            return amending_law().value_or(TypeMatch{std::string(kind), first});
        }
        return {{}, end_};
    }

    // "Luật sửa đổi, bổ sung một số điều của Luật A, Luật B số ...": the outer law carries the
    // number; its name must reach up to it.
    [[nodiscard]] std::optional<TypeMatch> amending_law() const {
        const std::size_t floor =
            std::max(floor_, end_ > kAmendingReach ? end_ - kAmendingReach : 0);
        for (std::size_t at = end_; at > floor && !ends_clause(at - 1);) {
            --at;
            if (tokens_[at].key != kLaw || !amends(at)) continue;
            const auto name = read_law_name(source_, at);
            if (name && name->last == end_) return TypeMatch{"Luật", at};
            return std::nullopt;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::string_view law_kind(std::size_t at, std::size_t floor) const {
        const bool capital = tokens_[at].letter_case != LetterCase::lower;
        const std::uint64_t before = at > floor ? tokens_[at - 1].key : 0;
        if (tokens_[at].key == kOrdinance && before == kLegal) return "Pháp lệnh";
        if (tokens_[at].key != kLaw || before == kLegal) return {};
        if (before == kCode) return "Bộ luật";
        const bool named = capital || before == token_key("của");
        return named ? std::string_view("Luật") : std::string_view();
    }

    [[nodiscard]] bool amends(std::size_t law) const {
        return law + 2 < tokens_.size() && tokens_[law + 1].key == token_key("sửa") &&
               tokens_[law + 2].key == token_key("đổi");
    }

    // "Báo cáo giải trình, tiếp thu số 473/BC-UBND": a type of the same code a few words before.
    [[nodiscard]] TypeMatch modified_type() const {
        const std::size_t floor =
            std::max(floor_, end_ > kModifierReach ? end_ - kModifierReach : 0);
        for (std::size_t at = end_; at > floor && !ends_clause(at - 1);) {
            --at;
            const auto match = type_table().longest(tokens_.first(end_), at);
            if (!match || match->value == kGeneric || is_legal_word(at)) continue;
            const DocumentType& type = document_types()[static_cast<std::size_t>(match->value)];
            if (type.code != match_.number.type || type.code.empty()) continue;
            return {official_kind(type.name, match_.number.type), at};
        }
        return {{}, end_};
    }

    const TokenText& source_;
    std::span<const Token> tokens_;
    const NumberMatch& match_;
    std::size_t floor_;
    std::size_t end_ = 0;
    bool so_ = false;
};

}  // namespace

std::string official_kind(std::string_view written, std::string_view code) {
    const TypeCode* row = find_type_code(code);
    if (row == nullptr || is_action(written)) return std::string(written);
    for (const DocumentType* type : row->types) {
        const bool base = written.substr(0, type->name.size()) == type->name;
        if (base && !is_action(type->name)) return std::string(type->name);
    }
    return std::string(written);
}

TypeMatch read_type(const TokenText& source, const NumberMatch& match, std::size_t floor) {
    return TypeReader(source, match, floor).read();
}

std::string implied_type(const DocumentNumber& number) {
    if (!number.type.empty()) {
        if (const std::string_view name = type_of_code(number.type, number.system); !name.empty()) {
            return std::string(name);
        }
        const TypeCode* row = find_type_code(number.type);
        return row == nullptr ? std::string() : std::string(row->types.front()->name);
    }
    const std::string key = code_key(number.issuer);
    const bool assembly = key.compare(0, 2, "QH") == 0 || key.compare(0, 6, "UBTVQH") == 0;
    if (assembly && !number.year.empty()) return key[0] == 'Q' ? "Luật" : "Nghị quyết";
    return "Công văn";
}

TypeName type_at(const TokenText& source, std::size_t at) {
    const auto match = type_table().longest(source.tokens, at);
    if (!match || match->value == kGeneric) return {};
    return {std::string(type_name(match->value)), at + match->length};
}

}  // namespace tracuu::analyzers
