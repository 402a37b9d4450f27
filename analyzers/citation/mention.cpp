#include "analyzers/citation/mention.hpp"

#include <algorithm>

#include "analyzers/citation/date_reader.hpp"
#include "analyzers/citation/issuer_before.hpp"
#include "analyzers/citation/issuer_reader.hpp"
#include "analyzers/citation/pinpoint.hpp"
#include "analyzers/citation/type_reader.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kOf = token_key("của");
const std::uint64_t kSo = token_key("số");
const std::uint64_t kYear = token_key("năm");
const std::uint64_t kDay = token_key("ngày");
const std::uint64_t kAt = token_key("tại");
const std::uint64_t kDated = token_key("đề");
const std::uint64_t kAbout = token_key("về");
const std::uint64_t kAnd = token_key("và");
constexpr std::size_t kTitleReach = 80;  // tokens

// "STC" of "STC-QLGCS": the unit of an office that wrote a letter follows its code.
std::string_view first_unit(const Mention& mention) {
    const std::string_view issuer = mention.match.number.issuer;
    return issuer.substr(0, issuer.find('-'));
}

class MentionReader {
  public:
    explicit MentionReader(const Reading& reading)
        : reading_(reading), source_{reading.flow.text(), reading.tokens} {}

    std::vector<Mention> read(std::vector<NumberMatch> matches) {
        mentions_.reserve(matches.size());
        for (NumberMatch& match : matches) {
            Mention mention;
            mention.match = std::move(match);
            find_block(mention);
            mentions_.push_back(std::move(mention));
        }
        typed_.resize(mentions_.size());
        from_before_.resize(mentions_.size());
        for (std::size_t i = 0; i < mentions_.size(); ++i) read_words_before(i);
        for (std::size_t i = 0; i < mentions_.size(); ++i) read_words_after(i);
        for (std::size_t i = mentions_.size(); i-- > 1;) share_back(i);
        return std::move(mentions_);
    }

  private:
    void find_block(Mention& mention) {
        const auto& blocks = reading_.structure.blocks();
        while (block_ + 1 < blocks.size() &&
               blocks[block_ + 1].span.begin <= mention.match.span.begin) {
            ++block_;
        }
        mention.block = support::offset(block_);
    }

    // No word beyond the paragraph or inside a neighbour belongs to a mention.
    [[nodiscard]] std::size_t floor_of(std::size_t i) const {
        std::size_t block = first_token_of(mentions_[i].block);
        if (is_cut_from_so(mentions_[i])) block = first_token_of(mentions_[i].block - 1);
        return i == 0 ? block : std::max<std::size_t>(block, mentions_[i - 1].match.last);
    }

    // "... địa phương số" / "72/2025/QH15": the page ended the line before the number.
    [[nodiscard]] bool is_cut_from_so(const Mention& mention) const {
        const std::size_t at = mention.match.first;
        return mention.block > 0 && at >= 2 && at == first_token_of(mention.block) &&
               reading_.tokens[at - 1].kind == TokenKind::newline &&
               reading_.tokens[at - 2].key == kSo;
    }

    [[nodiscard]] std::size_t first_token_of(std::size_t block) const {
        const auto& blocks = reading_.structure.blocks();
        return blocks.empty()
                   ? 0
                   : std::min<std::size_t>(blocks[block].first_token, reading_.tokens.size());
    }

    // A mention may run over the line that the page broke; its paragraph ends it all the same.
    [[nodiscard]] std::size_t end_of(std::size_t i) const {
        const auto& blocks = reading_.structure.blocks();
        std::size_t end = reading_.tokens.size();
        if (!blocks.empty()) end = blocks[mentions_[i].block].last_token;
        end = std::max<std::size_t>(end, mentions_[i].match.last);
        if (i + 1 < mentions_.size()) {
            end = std::min<std::size_t>(end, mentions_[i + 1].first);
        }
        return end;
    }

    // Type and pinpoint; and who issued it, where that is said first.
    void read_words_before(std::size_t i) {
        Mention& mention = mentions_[i];
        const std::size_t floor = std::min<std::size_t>(floor_of(i), mention.match.first);
        TypeMatch type = read_type(source_, mention.match, floor);
        mention.first = support::offset(type.first);
        mention.listed = is_listed(i);
        typed_[i] = !type.name.empty();
        if (type.name.empty() && mention.listed) type.name = inherited_type(i);
        mention.type = type.name.empty() ? implied_type(mention.match.number) : type.name;
        read_law_title(mention, type.first);
        from_before_[i] = issuer_before(reading_, mention, floor);
        if (typed_[i] && from_before_[i].name.empty()) {
            from_before_[i].name = issuer_between(reading_, type.first, mention);
        }
        const Pinpoint pinpoint = read_pinpoint(source_, mention.first, floor);
        mention.pinpoint = pinpoint.text;
        mention.first = support::offset(pinpoint.first);
    }

    void read_words_after(std::size_t i) {
        Mention& mention = mentions_[i];
        read_after(mention, end_of(i));
        read_title(i);
        if (mention.issuer.empty()) mention.issuer = from_before_[i].name;
        if (!mention.date) mention.date = from_before_[i].date;
        if (i == 0 || mentions_[i - 1].block != mention.block) return;
        const Mention& before = mentions_[i - 1];
        // "các văn bản số: 10894/VPCP-CN ngày ..., 8563/VPCP-CN ngày ...": one word for all.
        const bool same_kind = before.match.number.type == mention.match.number.type;
        if (!typed_[i] && same_kind && is_joined(before, mention)) mention.type = before.type;
        // "Chính phủ đã ban hành Nghị quyết số ..., Nghị định số ...": one subject for all.
        const bool same_body = first_unit(before) == first_unit(mention);
        if (!mention.issuer.empty() || !same_body || from_before_[i - 1].name.empty()) return;
        if (ends_sentence_between(before.match.last, mention.first)) return;
        from_before_[i].name = from_before_[i - 1].name;
        mention.issuer = from_before_[i].name;
    }

    [[nodiscard]] bool ends_sentence_between(std::size_t from, std::size_t to) const {
        for (std::size_t at = from; at < to && at + 1 < reading_.tokens.size(); ++at) {
            const Token& next = reading_.tokens[at + 1];
            if (source_.is(at, ".") && next.space_before && next.letter_case != LetterCase::lower) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_listed(std::size_t i) const {
        if (i == 0 || mentions_[i - 1].block != mentions_[i].block) return false;
        const std::size_t from = mentions_[i - 1].match.last;
        const std::size_t to = mentions_[i].first;
        if (to < from || to - from > 3) return false;
        for (std::size_t at = from; at < to; ++at) {
            if (!source_.is(at, ",") && reading_.tokens[at].key != kAnd) return false;
        }
        return true;
    }

    // "Nghị quyết số 18-NQ/TW, 19-NQ/TW": the second has the type of the first.
    [[nodiscard]] std::string inherited_type(std::size_t i) const {
        const bool same = mentions_[i - 1].match.number.type == mentions_[i].match.number.type;
        return same ? mentions_[i - 1].type : std::string();
    }

    // Footnote marks between the number and its date: "[2]", "(1)".
    [[nodiscard]] std::size_t skip_footnote(std::size_t at, std::size_t end) const {
        if (at + 2 >= end) return at;
        const bool open =
            source_.is(at, "[") || (source_.is(at, "(") && !reading_.tokens[at].space_before);
        const bool mark = open && reading_.tokens[at + 1].kind == TokenKind::number &&
                          (source_.is(at + 2, "]") || source_.is(at + 2, ")"));
        return mark ? at + 3 : at;
    }

    void read_after(Mention& mention, std::size_t end) {
        std::size_t at = mention.match.last;
        read_glued_issuer(mention, at, end);
        for (int round = 0; round < 4; ++round) {
            at = skip_remark(skip_footnote(at, end), end);
            while (at < end && (source_.is(at, "_") || source_.is(at, "*"))) ++at;
            const std::size_t next = at + (at < end && source_.is(at, ",") ? 1U : 0U);
            const std::size_t taken = read_date_or_issuer(mention, next, end);
            if (taken == next) break;
            at = taken;
        }
        mention.last = support::offset(std::max<std::size_t>(at, mention.match.last));
    }

    // "12/2020/QĐ-TTgcủa Thủ tướng Chính phủ": the word ran into the number.
    void read_glued_issuer(Mention& mention, std::size_t& at, std::size_t end) const {
        const Token& token = reading_.tokens[at - 1];
        if (token.end <= mention.match.span.end || at >= end) return;
        const ByteRange rest{mention.match.span.end, token.end};
        if (token_key(reading_.flow.at(rest)) != kOf) return;
        auto issuer = read_issuer(source_, at, end);
        if (!issuer || issuer->first != at) return;
        mention.issuer = std::move(issuer->name);
        at = issuer->last;
    }

    // "đề ngày 05/9/2025 (nhận ngày 15/9/2025) của Công ty ...": a remark before the issuer.
    [[nodiscard]] std::size_t skip_remark(std::size_t at, std::size_t end) const {
        constexpr std::size_t kLongestRemark = 12;  // tokens
        if (at >= end || !source_.is(at, "(")) return at;
        for (std::size_t i = at + 1; i + 1 < std::min(end, at + kLongestRemark); ++i) {
            if (source_.is(i, ")")) return reading_.tokens[i + 1].key == kOf ? i + 1 : at;
        }
        return at;
    }

    // The token after the date, year or issuer at `at`; `at` when there is none.
    std::size_t read_date_or_issuer(Mention& mention, std::size_t at, std::size_t end) {
        if (at >= end) return at;
        if (!mention.date) {
            // "đề ngày 05/9/2025"
            if (at + 1 < end && reading_.tokens[at].key == kDated &&
                reading_.tokens[at + 1].key == kDay) {
                ++at;
            }
            const bool bare =
                reading_.tokens[at].kind == TokenKind::number && source_.is(at - 1, ",");
            const bool said = reading_.tokens[at].key == kDay;
            const auto date = bare || said ? read_date(source_, at) : std::nullopt;
            if (date && date->last <= end) {
                mention.date = date->date;
                return date->last;
            }
        }
        if (reading_.tokens[at].key == kYear && at + 1 < end &&
            reading_.tokens[at + 1].kind == TokenKind::number) {
            return at + 2;
        }
        if (mention.issuer.empty() && reading_.tokens[at].key == kOf) {
            const bool twice = at + 1 < end && reading_.tokens[at + 1].key == kOf;  // a slip
            auto issuer = read_issuer(source_, at + (twice ? 2 : 1), end);
            // ", của Ban Bí thư tại văn bản số ..." belongs to the next document.
            const bool next = issuer && issuer->last < end && source_.is(at - 1, ",") &&
                              reading_.tokens[issuer->last].key == kAt;
            if (issuer && !next) {
                mention.issuer = std::move(issuer->name);
                return issuer->last;
            }
        }
        return at;
    }

    void read_title(std::size_t i) {
        Mention& mention = mentions_[i];
        const std::size_t end = end_of(i);
        const std::size_t at = mention.last;
        if (at >= end) return;
        const std::size_t limit = std::min(end, at + kTitleReach);
        if (source_.is(at, "“") || source_.is(at, "\"")) {
            std::size_t close = at + 1;
            while (close < limit && !source_.is(close, "”") && !source_.is(close, "\"")) ++close;
            if (close < limit) set_title(mention, at + 1, close);
            return;
        }
        if (reading_.tokens[at].key != kAbout) return;
        std::size_t last = at + 1;
        while (last < limit && !ends_title(last)) ++last;
        if (i + 1 < mentions_.size() && last == mentions_[i + 1].match.first) {
            last = end_beside_next(i + 1, at);
        }
        set_title(mention, at, last);
    }

    // A title that runs into the next number holds it ("thực hiện Nghị quyết số 18-NQ/TW") or,
    // where that is the next of a list, ends before its type.
    [[nodiscard]] std::size_t end_beside_next(std::size_t next, std::size_t floor) const {
        const std::size_t first = read_type(source_, mentions_[next].match, floor).first;
        const bool listed =
            first > floor && (source_.is(first - 1, ",") || source_.is(first - 1, ";") ||
                              reading_.tokens[first - 1].key == kAnd);
        return listed ? first - 1 : mentions_[next].match.last;
    }

    // "Luật Tổ chức chính quyền địa phương số 72/2025/QH15": the law's name stands before.
    void read_law_title(Mention& mention, std::size_t first) const {
        if (mention.type != "Luật" && mention.type != "Bộ luật" && mention.type != "Pháp lệnh")
            return;
        std::size_t last = mention.match.first;
        if (last > first && reading_.tokens[last - 1].key == kSo) --last;
        if (last > first + 2) set_title(mention, first, last);
    }

    [[nodiscard]] bool ends_title(std::size_t at) const {
        return source_.is(at, ";") || source_.is(at, "(") || source_.is(at, ")") ||
               source_.is(at, ":") || (source_.is(at, ".") && !reading_.tokens[at].space_before) ||
               reading_.tokens[at].kind == TokenKind::newline;
    }

    void set_title(Mention& mention, std::size_t first, std::size_t last) const {
        if (first >= last) return;
        mention.title = std::string(
            reading_.flow.at({reading_.tokens[first].begin, reading_.tokens[last - 1].end}));
    }

    // "Chỉ thị số 31-CT/TU ngày ..., Kế hoạch số 134-KH/TU ngày ... của Ban Thường vụ Tỉnh ủy":
    // what is said once after a list holds for all of it.
    void share_back(std::size_t i) {
        const Mention& mention = mentions_[i];
        Mention& before = mentions_[i - 1];
        if (before.block != mention.block || !is_joined(before, mention)) return;
        const bool same_body = before.match.number.issuer == mention.match.number.issuer;
        if (before.issuer.empty() && same_body) before.issuer = mention.issuer;
        if (!before.date && is_bare_list(before, mention)) before.date = mention.date;
    }

    // "số 18, 19-NQ/TW ngày 25/10/2017": one date for both; "Nghị quyết số 18-NQ/TW và Nghị quyết
    // số 19-NQ/TW ngày 25/10/2017" dates the second alone.
    [[nodiscard]] bool is_bare_list(const Mention& before, const Mention& mention) const {
        if (before.match.last > mention.match.first) return false;
        for (std::size_t at = before.match.last; at < mention.match.first; ++at) {
            const std::uint64_t key = reading_.tokens[at].key;
            if (!source_.is(at, ",") && key != kAnd && key != kSo) return false;
        }
        return true;
    }

    // Nothing but a comma or "và" between the end of one and the beginning of the next.
    [[nodiscard]] bool is_joined(const Mention& before, const Mention& mention) const {
        if (mention.first < before.last || mention.first - before.last > 3) return false;
        for (std::size_t at = before.last; at < mention.first; ++at) {
            const std::uint64_t key = reading_.tokens[at].key;
            if (!source_.is(at, ",") && key != kAnd && key != kSo) return false;
        }
        return mention.first > before.last;
    }

    const Reading& reading_;
    TokenText source_;
    std::vector<Mention> mentions_;
    std::vector<bool> typed_;                // a word names the type
    std::vector<IssuerBefore> from_before_;  // what the words before a mention say
    std::size_t block_ = 0;
};

}  // namespace

std::vector<Mention> read_mentions(const Reading& reading, std::vector<NumberMatch> matches) {
    return MentionReader(reading).read(std::move(matches));
}

}  // namespace tracuu::analyzers
