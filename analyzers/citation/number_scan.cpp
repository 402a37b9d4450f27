#include "analyzers/citation/number_scan.hpp"

#include <algorithm>

#include "analyzers/citation/company_number.hpp"
#include "analyzers/citation/phrase_context.hpp"
#include "analyzers/gazetteer/codes.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

enum Context : std::int32_t { kNothing, kAnnounce, kLetter, kReject };

Context context_of(std::string_view kind) {
    if (kind == "reject") return kReject;
    return kind == "letter" ? kLetter : kAnnounce;
}

const PhraseTable& context_table() {
    static const PhraseTable table = [] {
        const support::DataTable rows("number_context.tsv",
                                      tracuu_analyzers::file("number_context.tsv"));
        PhraseTable out;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            out.add(rows.cell(row, "phrase"), context_of(rows.cell(row, "kind")));
        }
        for (const DocumentType& type : document_types()) out.add(type.name, kAnnounce);
        return out;
    }();
    return table;
}

const std::uint64_t kSo = token_key("số");
const std::uint64_t kAnd = token_key("và");
const std::uint64_t kOr = token_key("hoặc");
constexpr std::size_t kLongestList = 64;  // numbers that share one suffix

class Scanner {
  public:
    Scanner(const TokenText& source, std::size_t first, std::size_t last)
        : source_(source), tokens_(source.tokens), first_(first), last_(last) {}

    std::vector<NumberMatch> scan() {
        for (std::size_t at = first_; at < last_;) {
            if (tokens_[at].key == kSo && take_company_number(at)) {
                at = found_.back().last;
                continue;
            }
            at = could_start(at) ? try_at(at) : at + 1;
        }
        return std::move(found_);
    }

  private:
    bool take_company_number(std::size_t so) {
        if (so + 1 >= last_) return false;
        const auto official = match_number(source_, so + 1, true);
        if (official && official->plausible) return false;
        auto match = match_company_number(source_, so);
        if (!match || match->last > last_) return false;
        found_.push_back(std::move(*match));
        return true;
    }

    [[nodiscard]] bool is_separator(std::size_t at) const {
        if (at >= last_ || tokens_[at].kind != TokenKind::mark) return false;
        const std::string_view mark = source_.word(at);
        return mark == "/" || mark == "-" || mark.substr(0, 2) == "\xE2\x80" || mark == "−";
    }

    // Cheap: most numbers of a text are followed by no separator and no code.
    [[nodiscard]] bool could_start(std::size_t at) const {
        if (tokens_[at].kind == TokenKind::word) return is_glued_so(at) && is_separator(at + 1);
        if (tokens_[at].kind != TokenKind::number || !free_before(at)) return false;
        if (at + 1 >= last_) return false;
        if (is_separator(at + 1) || is_dotted_serial(at)) return true;
        if (tokens_[at + 1].kind == TokenKind::newline) return false;
        const Token& next = tokens_[at + 1];
        if (next.kind != TokenKind::word) return false;
        return next.space_before ? is_separator(at + 2) && next.letter_case != LetterCase::lower
                                 : next.end - next.begin <= 2 && is_separator(at + 2);
    }

    // "66.7/2025/NQ-CP"
    [[nodiscard]] bool is_dotted_serial(std::size_t at) const {
        return source_.is(at + 1, ".") && at + 4 < last_ && source_.is(at + 3, "/");
    }

    [[nodiscard]] bool is_glued_so(std::size_t at) const {
        const std::string_view word = source_.word(at);
        if (word.size() < 5 || word.back() < '0' || word.back() > '9') return false;
        const std::size_t digits = word.find_last_not_of("0123456789") + 1;
        return token_key(word.substr(0, digits)) == kSo;
    }

    // "7/2025", "1.014465.H50", "A-12": digits in the middle of something else.
    [[nodiscard]] bool free_before(std::size_t at) const {
        if (at == first_ || tokens_[at].space_before) return true;
        const Token& before = tokens_[at - 1];
        if (before.kind != TokenKind::mark) return before.kind == TokenKind::newline;
        const std::string_view mark = source_.word(at - 1);
        if (mark == "/") return false;
        const bool joint = mark == "." || mark == ":" || is_separator(at - 1) || mark == ",";
        if (!joint || at < first_ + 2) return true;
        if (mark == "," || is_separator(at - 1)) {
            return tokens_[at - 1].space_before || tokens_[at - 2].kind == TokenKind::word;
        }
        return tokens_[at - 2].key == kSo;
    }

    // The token before "số", "số:", "số."; `so` tells whether one was there.
    [[nodiscard]] std::size_t before_so(std::size_t at, bool& so) const {
        std::size_t end = at;
        if (end > first_ && tokens_[end - 1].kind == TokenKind::newline) --end;
        if (end > first_ && (source_.is(end - 1, ":") || source_.is(end - 1, "."))) --end;
        so = end > first_ && tokens_[end - 1].key == kSo;
        if (so) return end - 1;
        return at;
    }

    [[nodiscard]] Context context_before(std::size_t at) const {
        bool so = tokens_[at].kind == TokenKind::word;
        const std::size_t end = so ? at : before_so(at, so);
        // "xác định mã số số 301025/MHD": the second "số" announces.
        if (so && end > first_ && tokens_[end - 1].key == kSo) return kLetter;
        const auto words = phrase_before(context_table(), tokens_, end, 4);
        const bool here = words && words->first >= first_;
        const auto kind = here ? static_cast<Context>(words->value) : kNothing;
        if (kind == kNothing && so) return kAnnounce;
        // "đường", "bảng" before "số" may end a title ("Quyết định phê duyệt ... đường số 12/QĐ").
        return kind;
    }

    // ", 19-NQ/TW": only a comma, "và", "số" stand between this number and the one before.
    [[nodiscard]] bool continues_list(std::size_t at) const {
        if (found_.empty()) return false;
        std::size_t i = found_.back().last;
        if (at < i || at - i > 4) return false;
        for (; i < at; ++i) {
            const std::uint64_t key = tokens_[i].key;
            const bool joint = source_.is(i, ",") || source_.is(i, ";") || key == kAnd ||
                               key == kOr || key == kSo || source_.is(i, ":");
            if (!joint) return false;
        }
        return true;
    }

    std::size_t try_at(std::size_t at) {
        const Context context = context_before(at);
        if (context == kReject) return at + 1;
        auto match = match_number(source_, at, context == kLetter);
        if (!match || match->last > last_) return at + 1;
        const bool announced = context != kNothing || continues_list(at);
        if (!match->strong && !(announced && match->plausible)) return at + 1;
        share_suffix(*match);
        found_.push_back(std::move(*match));
        return found_.back().last;
    }

    // "các Nghị quyết số 18, 19-NQ/TW": the numbers before it have the same suffix.
    void share_suffix(const NumberMatch& match) {
        std::vector<NumberMatch> shared;
        std::size_t at = match.first;
        const std::size_t floor = found_.empty() ? first_ : found_.back().last;
        while (shared.size() < kLongestList) {
            const std::size_t joint = joint_before(at, floor);
            if (joint == at || joint <= floor) return;
            const std::size_t digits = joint - 1;
            const auto one = bare_ordinal(digits, match);
            if (!one) return;
            shared.push_back(*one);
            at = one->first;
            bool so = false;
            (void)before_so(at, so);
            if (so || phrase_before(context_table(), tokens_, at, 4)) break;
        }
        for (auto one = shared.rbegin(); one != shared.rend(); ++one) {
            found_.push_back(std::move(*one));
        }
    }

    // The token after the number before ", ", "và", ", số"; `at` when no such joint is there.
    [[nodiscard]] std::size_t joint_before(std::size_t at, std::size_t floor) const {
        std::size_t i = at;
        while (i > floor && (tokens_[i - 1].key == kSo || tokens_[i - 1].key == kAnd ||
                             source_.is(i - 1, ","))) {
            --i;
        }
        return i;
    }

    [[nodiscard]] std::optional<NumberMatch> bare_ordinal(std::size_t at,
                                                          const NumberMatch& like) const {
        std::size_t first = at;
        const bool letter = tokens_[at].kind == TokenKind::word && !tokens_[at].space_before &&
                            tokens_[at].end - tokens_[at].begin == 1 && at > first_;
        if (letter) first = at - 1;
        if (tokens_[first].kind != TokenKind::number || !free_before(first)) return std::nullopt;
        NumberMatch out = like;
        out.first = support::offset(first);
        out.last = support::offset(at + 1);
        out.span = {tokens_[first].begin, tokens_[at].end};
        if (out.span.size() > 6) return std::nullopt;
        out.number.ordinal = std::string(support::slice(source_.text, out.span));
        return out;
    }

    const TokenText& source_;
    std::span<const Token> tokens_;
    std::size_t first_;
    std::size_t last_;
    std::vector<NumberMatch> found_;
};

}  // namespace

std::vector<NumberMatch> scan_numbers(const TokenText& source, std::size_t first,
                                      std::size_t last) {
    return Scanner(source, first, std::min(last, source.tokens.size())).scan();
}

std::vector<NumberMatch> scan_numbers(const Reading& reading) {
    const TokenText source{reading.flow.text(), reading.tokens};
    return scan_numbers(source, 0, reading.tokens.size());
}

}  // namespace tracuu::analyzers
