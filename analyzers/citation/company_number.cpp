#include "analyzers/citation/company_number.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "analyzers/text/phrase_table.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongest = 40;       // bytes
constexpr std::size_t kModifierReach = 8;  // tokens: "Đơn đề nghị xác định mã số số"

const std::uint64_t kDay = token_key("ngày");
const std::uint64_t kDated = token_key("đề");
const std::uint64_t kOf = token_key("của");

// Papers that companies and persons write.
constexpr std::array<std::string_view, 10> kPapers{
    "Công văn", "Văn bản", "Đơn",      "Đơn đề nghị", "Giấy đề nghị",
    "Thư",      "Văn thư", "Công thư", "Tờ trình",    "Báo cáo"};

const PhraseTable& papers() {
    static const PhraseTable table = [] {
        PhraseTable out;
        for (std::size_t i = 0; i < kPapers.size(); ++i) {
            out.add(kPapers[i], static_cast<std::int32_t>(i));
        }
        return out;
    }();
    return table;
}

bool is_norm(std::string_view text) {
    constexpr std::array<std::string_view, 7> kNorms{"TCVN", "QCVN", "TCCS", "TCXD",
                                                     "ISO",  "IEC",  "ASTM"};
    return std::any_of(kNorms.begin(), kNorms.end(),
                       [text](std::string_view norm) { return text.rfind(norm, 0) == 0; });
}

// Capitals and digits: no word, date or fraction.
bool has_shape(std::string_view text) {
    std::size_t letters = 0;
    bool digit = false;
    for (std::size_t at = 0; at < text.size();) {
        const support::Decoded c = support::decode(text, at);
        digit = digit || (c.code_point >= U'0' && c.code_point <= U'9');
        if (const auto letter = decompose(c.code_point)) {
            if (!letter->upper || letter->tone != Tone::level) return false;
            ++letters;
        }
        at += c.length;
    }
    return digit && letters >= 2 && !is_norm(text);
}

// Tokens written together from `first`, without marks at the end.
std::size_t end_of_run(const TokenText& source, std::size_t first) {
    std::size_t last = first;
    for (; last < source.tokens.size() && last < first + 16; ++last) {
        const Token& token = source.tokens[last];
        if (token.kind == TokenKind::newline || (last > first && token.space_before)) break;
        const std::string_view text = source.word(last);
        if (token.kind == TokenKind::mark && text != "/" && text != "-" && text != "." &&
            text != "&") {
            break;
        }
    }
    while (last > first && source.tokens[last - 1].kind == TokenKind::mark) --last;
    return last;
}

}  // namespace

std::optional<PaperName> paper_before(const TokenText& source, std::size_t so) {
    const std::size_t floor = so > kModifierReach ? so - kModifierReach : 0;
    for (std::size_t at = so; at > floor;) {
        --at;
        const Token& token = source.tokens[at];
        if (token.kind == TokenKind::mark || token.kind == TokenKind::newline) break;
        const auto paper = papers().longest(source.tokens.first(so), at);
        // "hóa đơn", "vận đơn": only a capital makes the one word a paper of its own.
        if (paper && paper->length == 1 && token.letter_case == LetterCase::lower) continue;
        if (paper)
            return PaperName{std::string(kPapers[static_cast<std::size_t>(paper->value)]), at,
                             at + paper->length};
    }
    return std::nullopt;
}

std::optional<NumberMatch> match_company_number(const TokenText& source, std::size_t so) {
    const std::size_t first = so + 1;
    if (first >= source.tokens.size() || !source.tokens[first].space_before) return std::nullopt;
    const std::size_t last = end_of_run(source, first);
    if (last < first + 3 || last >= source.tokens.size()) return std::nullopt;
    const std::uint64_t after = source.tokens[last].key;
    if (after != kDay && after != kDated && after != kOf) return std::nullopt;
    const support::ByteRange span{source.tokens[first].begin, source.tokens[last - 1].end};
    const std::string_view text = support::slice(source.text, span);
    if (text.size() > kLongest || !has_shape(text)) return std::nullopt;
    const auto paper = paper_before(source, so);
    // "công văn số 1025-CVHQ": without a slash only right after the word for the paper.
    const bool slash = text.find('/') != text.npos;
    if (!paper || (!slash && paper->last != so)) return std::nullopt;
    NumberMatch out;
    out.number.ordinal = std::string(text);
    out.span = span;
    out.first = support::offset(first);
    out.last = support::offset(last);
    out.plausible = true;
    return out;
}

}  // namespace tracuu::analyzers
