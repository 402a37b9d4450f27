#include "analyzers/header/title.hpp"

#include <algorithm>
#include <array>

#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/number_grammar.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kOf = token_key("của");
constexpr std::string_view kPlenum = "hội nghị lần thứ";
const std::uint64_t kV = token_key("v");
const std::uint64_t kAbout = token_key("về");
const std::uint64_t kDay = token_key("ngày");

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        if (space && (out.empty() || out.back() == ' ')) continue;
        out.push_back(space ? ' ' : c);
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

class TitleReader {
  public:
    TitleReader(const Reading& reading, const Head& head)
        : reading_(reading),
          head_(head),
          source_{reading.flow.text(), reading.tokens},
          blocks_(reading.structure.blocks()) {}

    TitleLines read() {
        if (head_.type_block != Head::no_block) {
            read_typed();
        } else {
            read_subject();
        }
        return std::move(out_);
    }

  private:
    void read_typed() {
        const Block& line = blocks_[head_.type_block];
        const TypeName type = type_at(source_, line.first_token);
        // "THÔNG BÁO KẾT LUẬN CỦA ..." under a number TB: a Thông báo whose title begins there.
        out_.type = official_kind(type.name, head_.number ? head_.number->type : std::string());
        const std::size_t words = tokenize(out_.type).size();
        const std::size_t after = std::min<std::size_t>(line.first_token + words, type.last);
        if (after < line.last_token) add(after, end_of_title(head_.type_block, after));
        std::size_t i = head_.type_block + 1;
        for (; i < blocks_.size() && in_title(i); ++i) {
            if (out_.title.empty() && names_plenum(i)) continue;
            if (!out_.title.empty() && opens_with_body(i)) break;
            const std::size_t first = take_more_issuers(i);
            if (first < blocks_[i].last_token) add(first, end_of_title(i, first));
        }
    }

    // "... MÃ SỐ CỤC TRƯỞNG CỤC HẢI QUAN", "... (SỬA ĐỔI) CHÍNH PHỦ", "... TỈNH THỬ # CHỦ TỊCH ỦY
    // BAN NHÂN DÂN TỈNH": the line that names who decides ran into the title.
    [[nodiscard]] std::size_t end_of_title(std::size_t i, std::size_t first) const {
        constexpr std::size_t kReach = 20;
        const std::size_t last = blocks_[i].last_token;
        const std::size_t from = std::max(first + 1, last > kReach ? last - kReach : 0);
        for (std::size_t at = from; at < last; ++at) {
            if (!names_authority(at, last, i)) continue;
            if (governs_name(at - 1)) return last;
            return at -
                   (reading_.tokens[at - 1].kind == TokenKind::mark && source_.is(at - 1, "#"));
        }
        return last;
    }

    // From `at` to `last` stands who issued the document, or the holder of its office.
    [[nodiscard]] bool names_authority(std::size_t at, std::size_t last, std::size_t block) const {
        const auto office = office_titles().longest(reading_.tokens, at);
        const std::size_t name_at = office ? at + office->length : at;
        const bool person =
            office && name_at < last && body_names().phrases.starts(reading_.tokens, name_at);
        if (!person && !body_names().phrases.starts(reading_.tokens, at)) return false;
        const auto body = read_issuer(source_, person ? name_at : at, last);
        if (!body || body->last != last) return false;
        const std::string own = fold(head_.issuer);
        if (own.empty()) return person && basis_follows(block);
        const std::string name = fold(body->name);
        return own == name || (person && own.rfind(name, 0) == 0);
    }

    // "... CỦA THỦ TƯỚNG CHÍNH PHỦ": the name is part of the title.
    [[nodiscard]] bool governs_name(std::size_t at) const {
        static const std::array<std::uint64_t, 8> keys{kOf,
                                                       token_key("cho"),
                                                       token_key("do"),
                                                       token_key("với"),
                                                       token_key("và"),
                                                       token_key("thay"),
                                                       token_key("bởi"),
                                                       token_key("đến")};
        return std::find(keys.begin(), keys.end(), reading_.tokens[at].key) != keys.end();
    }

    [[nodiscard]] bool basis_follows(std::size_t block) const {
        if (block + 1 >= blocks_.size()) return false;
        const std::string_view next = reading_.flow.at(blocks_[block + 1].content);
        return lower(support::prefix(next, 24)).rfind("căn cứ", 0) == 0;
    }

    // Capitals, or the line right under the type line when it is no legal basis.
    [[nodiscard]] bool in_title(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.first_token >= block.last_token) return false;
        const std::string low = lower(support::prefix(reading_.flow.at(block.content), 24));
        const bool basis = low.compare(0, 8, "căn cứ") == 0 || low.compare(0, 9, "kính gửi") == 0 ||
                           low.compare(0, 10, "điều 1") == 0;
        if (basis || low.compare(0, 1, "(") == 0) return false;
        if (block.upper_case) return block.marker == Marker::none && !block.ends_with_colon;
        const char last = reading_.flow.at(block.content).back();
        return out_.title.empty() && i <= head_.type_block + 2 && block.marker == Marker::none &&
               last != '.' && last != ':' && last != ';';
    }

    [[nodiscard]] bool opens_with_body(std::size_t i) const {
        const std::uint32_t first = blocks_[i].first_token;
        if (governs_name(last_)) return false;
        return body_names().phrases.starts(reading_.tokens, first) ||
               office_titles().starts(reading_.tokens, first);
    }

    // "HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII" above the title: who decided.
    bool names_plenum(std::size_t i) {
        const Block& block = blocks_[i];
        if (lower(support::prefix(reading_.flow.at(block.content), 24)).rfind(kPlenum, 0) != 0) {
            return false;
        }
        for (std::size_t at = block.first_token; at < block.last_token; ++at) {
            if (!body_names().phrases.starts(reading_.tokens, at)) continue;
            out_.issuer = official_case(
                one_line(reading_.flow.at({reading_.tokens[at].begin, block.content.end})));
            return true;
        }
        return false;
    }

    // "CỦA BỘ CHÍNH TRỊ VỀ ...": the issuer; the title goes on after it. Gives the token after it,
    // `first` when no issuer stands there.
    std::size_t take_issuer(std::size_t first, std::size_t last) {
        if (reading_.tokens[first].key != kOf || !out_.title.empty() || first + 1 >= last) {
            return first;
        }
        const auto body = read_issuer(source_, first + 1, last);
        if (!body) return first;
        // "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ": two of them.
        std::size_t end = body->last;
        while (end + 1 < last && reading_.tokens[end].kind == TokenKind::mark) {
            const auto other = read_issuer(source_, end + 1, last);
            if (!other || other->first != end + 1) break;
            end = other->last;
        }
        if (end == body->last) {
            out_.issuer = body->name;
        } else {
            out_.issuer = official_case(one_line(reading_.flow.at(
                {reading_.tokens[first + 1].begin, reading_.tokens[end - 1].end})));
        }
        // "CỦA BỘ CHÍNH TRỊ," / "BAN BÍ THƯ": the list goes on in the next line.
        issuer_open_ = end + 1 == last && source_.is(end, ",");
        return issuer_open_ ? last : end;
    }

    // The rest of a list of issuers at the start of block `i`; the token after it.
    std::size_t take_more_issuers(std::size_t i) {
        const std::size_t first = blocks_[i].first_token;
        if (!issuer_open_ || !out_.title.empty()) return first;
        issuer_open_ = false;
        const auto body = read_issuer(source_, first, blocks_[i].last_token);
        if (!body || body->first != first) return first;
        out_.issuer += ", " + body->name;
        return body->last;
    }

    void add(std::size_t first, std::size_t last) {
        first = take_issuer(first, last);
        if (first >= last) return;
        const support::ByteRange range{reading_.tokens[first].begin, reading_.tokens[last - 1].end};
        if (!out_.title.empty()) out_.title += ' ';
        out_.title += one_line(reading_.flow.at(range));
        last_ = last - 1;
        if (out_.span.empty()) out_.span.begin = range.begin;
        out_.span.end = range.end;
    }

    // "V/v hướng dẫn góp vốn điều lệ", up to the place and date or the addressee.
    void read_subject() {
        const std::size_t end = head_.limit;
        for (std::size_t at = head_.first; at + 3 < end; ++at) {
            if (reading_.tokens[at].key != kV || !source_.is(at + 1, "/")) continue;
            if (reading_.tokens[at + 2].key != kV) continue;
            std::size_t last = at + 3;
            while (last < end && last != head_.place_first && !ends_subject(last)) ++last;
            if (last > at + 3) add(at + 3, last);
            return;
        }
        read_plain_subject();
    }

    // "Về hướng dẫn đánh giá" on the lines between the number and the place and date.
    void read_plain_subject() {
        if (head_.number_span.empty()) return;
        for (std::size_t at = head_.first + 1; at < std::min(head_.limit, head_.place_first);
             ++at) {
            const Token& token = reading_.tokens[at];
            const bool begins = token.key == kAbout &&
                                token.letter_case == LetterCase::capitalised &&
                                token.begin > head_.number_span.end &&
                                (reading_.tokens[at - 1].kind == TokenKind::newline ||
                                 reading_.tokens[at - 1].end == head_.number_span.end);
            if (!begins) continue;
            std::size_t last = at + 1;
            while (last < head_.limit && last != head_.place_first && !ends_subject(last)) ++last;
            return add(at, last);
        }
    }

    // The next line is the motto, the addressee or the place and date.
    [[nodiscard]] bool ends_subject(std::size_t at) const {
        if (reading_.tokens[at].kind != TokenKind::newline || at + 1 >= head_.limit) return false;
        const std::size_t next = at + 1;
        return next == head_.place_first || reading_.tokens[next].key == kDay ||
               reading_.tokens[next].letter_case == LetterCase::upper;
    }

    const Reading& reading_;
    const Head& head_;
    TokenText source_;
    const std::vector<Block>& blocks_;
    TitleLines out_;
    std::size_t last_ = 0;  // the last token of the title so far
    bool issuer_open_ = false;
};

}  // namespace

TitleLines read_title(const Reading& reading, const Head& head) {
    return TitleReader(reading, head).read();
}

}  // namespace tracuu::analyzers
