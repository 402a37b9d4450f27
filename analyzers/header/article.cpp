#include "analyzers/header/article.hpp"

#include <algorithm>

#include "analyzers/citation/date_reader.hpp"
#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/number_scan.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kDay = token_key("ngày");
const std::uint64_t kPassive = token_key("được");
const std::uint64_t kThis = token_key("này");
const std::uint64_t kThrough = token_key("qua");
constexpr std::string_view kAdopt = "thông";
const std::uint64_t kSource = token_key("nguồn");
constexpr std::size_t kOpening = 700;  // tokens of the first sentences
constexpr std::size_t kCaption = 16;   // tokens from "kèm theo" to the end of the number
constexpr std::size_t kHeading = 120;  // tokens of a page's heading and its first sentence

// What a body does at the start of the documents that it issues.
const PhraseTable& acts() {
    static const PhraseTable table =
        PhraseTable::of({"ban hành", "xây dựng", "yêu cầu", "đề nghị", "có ý kiến", "thông báo",
                         "chỉ đạo", "nhận được", "kết luận", "quyết định", "hướng dẫn", "trả lời",
                         "đề ra", "phân công", "quyết nghị", "báo cáo"});
    return table;
}

const PhraseTable& issuing() {
    static const PhraseTable table =
        PhraseTable::of({"ban hành", "đã ban hành", "có", "đã có", "ký ban hành", "đã ký", "ký",
                         "công bố", "đã thông qua"});
    return table;
}

const PhraseTable& attaching() {
    static const PhraseTable table =
        PhraseTable::of({"kèm theo", "ban hành kèm theo", "ban hành kèm", "đính kèm"});
    return table;
}

class OutsideReader {
  public:
    OutsideReader(const Reading& reading, bool untyped)
        : reading_(reading),
          source_{reading.flow.text(), reading.tokens},
          blocks_(reading.structure.blocks()),
          untyped_(untyped) {}

    OutsideFacts read() {
        if (blocks_.empty()) return {};
        if (untyped_ && (read_announcement() || read_entry())) return std::move(out_);
        read_caption();
        if (untyped_) read_issued_by();
        if (untyped_ && !out_.number) read_source_line();
        if (untyped_) read_type();
        return std::move(out_);
    }

  private:
    [[nodiscard]] std::vector<NumberMatch> numbers_of(const Block& block) const {
        const std::size_t last =
            std::min<std::size_t>(block.last_token, block.first_token + kHeading);
        return scan_numbers(source_, block.first_token, last);
    }

    void take(const NumberMatch& match) {
        out_.number = match.number;
        out_.number_span = match.span;
        const TypeMatch type = read_type_of(match);
        out_.type = type.name.empty() ? implied_type(match.number) : type.name;
    }

    [[nodiscard]] TypeMatch read_type_of(const NumberMatch& match) const {
        return ::tracuu::analyzers::read_type(source_, match, 0);
    }

    // "## <heading> Ngày 26/11/2025, Chính phủ ban hành Nghị quyết 08/2025/NQ-CP về ...": pages
    // write the number right after the type; a letter that opens like this writes "số".
    bool read_announcement() {
        const std::size_t end = std::min(reading_.tokens.size(), kHeading);
        for (std::size_t at = 0; at < end; ++at) {
            const bool day = reading_.tokens[at].key == kDay &&
                             reading_.tokens[at].letter_case == LetterCase::capitalised;
            if (day && announces(at)) return true;
        }
        return false;
    }

    bool announces(std::size_t day) {
        const auto date = read_date(source_, day);
        if (!date) return false;
        const std::size_t end = std::min(reading_.tokens.size(), date->last + kHeading);
        const std::size_t body = date->last + (source_.is(date->last, ",") ? 1U : 0U);
        const auto issuer = read_issuer(source_, body, end);
        if (!issuer) return false;
        const auto act = issuing().longest(reading_.tokens, issuer->last);
        if (!act) return false;
        const TypeName type = type_at(source_, issuer->last + act->length);
        const auto numbers = scan_numbers(source_, issuer->last, end);
        if (type.name.empty() || numbers.empty() || numbers.front().first != type.last)
            return false;
        take(numbers.front());
        out_.date = date->date;
        out_.issuer = issuer->name;
        set_title(numbers.front().last, end);
        return true;
    }

    // A page that holds only "<type> <number> ngày ... về ... do ... ban hành ...".
    bool read_entry() {
        const Block& block = blocks_.front();
        const TypeName type = type_at(source_, block.first_token);
        const auto numbers = numbers_of(block);
        if (type.name.empty() || numbers.empty() || numbers.front().first != type.last)
            return false;
        const auto date = read_date(source_, numbers.front().last);
        if (!date) return false;
        take(numbers.front());
        out_.date = date->date;
        set_title(date->last, block.last_token);
        return true;
    }

    // Up to the end of the sentence.
    void set_title(std::size_t first, std::size_t limit) {
        std::size_t last = first;
        while (last < limit && !source_.is(last, ".")) ++last;
        if (last == first) return;
        out_.title_span = {reading_.tokens[first].begin, reading_.tokens[last - 1].end};
        out_.title = std::string(reading_.flow.at(out_.title_span));
        std::replace(out_.title.begin(), out_.title.end(), '\n', ' ');
    }

    // "(Kèm theo Công văn số 4001/UBND-ĐT ngày ...)" above an annex.
    void read_caption() {
        for (std::size_t at = 1; at < reading_.tokens.size(); ++at) {
            const bool opens =
                source_.is(at - 1, "(") || reading_.tokens[at - 1].kind == TokenKind::newline;
            if (!opens || reading_.tokens[at].kind != TokenKind::word) continue;
            const auto words = attaching().longest(reading_.tokens, at);
            if (words && attaches(at + words->length)) return;
        }
    }

    bool attaches(std::size_t after) {
        const auto numbers = scan_numbers(source_, after, after + kCaption);
        if (numbers.empty() || numbers.front().first > after + kCaption / 2) return false;
        take(numbers.front());
        const std::size_t last = numbers.front().last;
        const auto date = read_date(source_, last + (source_.is(last, ",") ? 1U : 0U));
        if (date) out_.date = date->date;
        return true;
    }

    // "vừa được <body> ban hành (vào) (ngày ...)"
    void read_issued_by() {
        const std::size_t end = std::min(reading_.tokens.size(), kOpening);
        for (std::size_t at = 0; at + 2 < end; ++at) {
            if (reading_.tokens[at].key != kPassive) continue;
            const auto issuer = read_issuer(source_, at + 1, end);
            if (!issuer || !issuing().starts(reading_.tokens, issuer->last)) continue;
            out_.issuer = issuer->name;
            for (std::size_t day = issuer->last + 2; day < std::min(end, issuer->last + 5); ++day) {
                const auto date = read_date(source_, day);
                if (!date) continue;
                out_.date = date->date;
                return;
            }
            return;
        }
    }

    void read_source_line() {
        for (std::size_t i = blocks_.size(); i-- > 0 && i + 4 > blocks_.size();) {
            const Block& block = blocks_[i];
            if (block.first_token >= block.last_token) continue;
            if (reading_.tokens[block.first_token].key != kSource) continue;
            const auto numbers = numbers_of(block);
            if (numbers.empty()) continue;
            out_.number = numbers.front().number;
            out_.number_span = numbers.front().span;
            if (out_.date) return;
            if (const auto date = read_date(source_, numbers.front().last)) out_.date = date->date;
            return;
        }
    }

    // "Kính gửi" opens a letter whose head is lost; a page about a document names it in its
    // heading.
    void read_type() {
        const Block& first = blocks_.front();
        const std::string low = lower(support::prefix(reading_.flow.at(first.content), 40));
        if (low.rfind("kính gửi", 0) == 0) {
            if (out_.type.empty()) out_.type = "Công văn";
            return;
        }
        const std::size_t last =
            std::min<std::size_t>(first.last_token, first.first_token + kHeading);
        for (std::size_t at = first.first_token; out_.type.empty() && at < last; ++at) {
            const TypeName type = type_at(source_, at);
            if (type.name.empty()) continue;
            out_.type = type.name;
            out_.title_span = {reading_.tokens[at].begin, reading_.tokens[last - 1].end};
            out_.title = std::string(reading_.flow.at(out_.title_span));
        }
    }

    const Reading& reading_;
    TokenText source_;
    const std::vector<Block>& blocks_;
    bool untyped_;
    OutsideFacts out_;
};

}  // namespace

OutsideFacts read_outside_facts(const Reading& reading, bool untyped) {
    return OutsideReader(reading, untyped).read();
}

std::string issuer_of_opening(const Reading& reading) {
    const TokenText source{reading.flow.text(), reading.tokens};
    const std::size_t end = std::min(reading.tokens.size(), kOpening);
    for (std::size_t at = 0; at + 2 < end; ++at) {
        const bool start = at == 0 || reading.tokens[at - 1].kind != TokenKind::word;
        if (!start || !starts_body(source, at)) continue;
        // "Ban Thường vụ Tỉnh ủy xây dựng": after a name that is known the verb is no part of it.
        const auto known = body_names().phrases.longest(source.tokens.first(end), at);
        if (known && acts().starts(reading.tokens, at + known->length)) {
            const Token& last = reading.tokens[at + known->length - 1];
            return official_case(reading.flow.at({reading.tokens[at].begin, last.end}));
        }
        const auto issuer = read_issuer(source, at, end);
        if (issuer && acts().starts(reading.tokens, issuer->last)) return issuer->name;
    }
    return {};
}

std::optional<support::Date> adoption_date(const Reading& reading) {
    const TokenText source{reading.flow.text(), reading.tokens};
    for (const Block& block : reading.structure.blocks()) {
        if (block.first_token + 6 > block.last_token) continue;
        const TypeName type = type_at(source, block.first_token);
        if (type.name.empty() || type.last >= block.last_token) continue;
        if (reading.tokens[type.last].key != kThis) continue;
        for (std::size_t at = type.last + 1; at + 2 < block.last_token; ++at) {
            // "khóa XVthông qua": the words before may have run into it.
            const std::string_view before = source.word(at - 1);
            const bool adopted = reading.tokens[at].key == kThrough &&
                                 before.size() >= kAdopt.size() &&
                                 before.substr(before.size() - kAdopt.size()) == kAdopt;
            if (!adopted || reading.tokens[at + 1].key != kDay) continue;
            if (const auto date = read_date(source, at + 1)) return date->date;
        }
    }
    return std::nullopt;
}

}  // namespace tracuu::analyzers
