#include "analyzers/citation/plenum_names.hpp"

#include <algorithm>

#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestName = 40;  // tokens

const PhraseTable& openings() {
    static const PhraseTable table =
        PhraseTable::of({"nghị quyết hội nghị", "nghị quyết đại hội", "nghị quyết trung ương",
                         "kết luận hội nghị", "kết luận trung ương", "nghị quyết của hội nghị",
                         "nghị quyết của đại hội", "văn kiện đại hội"});
    return table;
}

// Words that a name goes on with after its opening, beside capitals and numbers.
const PhraseTable& inner_words() {
    static const PhraseTable table = PhraseTable::of({"lần thứ",
                                                      "lần",
                                                      "khóa",
                                                      "nhiệm kỳ",
                                                      "đại biểu",
                                                      "toàn quốc",
                                                      "của Đảng",
                                                      "đảng bộ",
                                                      "tỉnh",
                                                      "thành phố",
                                                      "huyện",
                                                      "xã",
                                                      "phường",
                                                      "các cấp",
                                                      "giữa",
                                                      "thứ",
                                                      "nhất",
                                                      "hai",
                                                      "ba",
                                                      "tư",
                                                      "bốn",
                                                      "năm",
                                                      "sáu",
                                                      "bảy",
                                                      "tám",
                                                      "chín",
                                                      "mười",
                                                      "mười một",
                                                      "mười hai",
                                                      "mười ba",
                                                      "mười bốn",
                                                      "mười lăm",
                                                      "hội nghị",
                                                      "đại hội",
                                                      "trung ương",
                                                      "ban chấp hành",
                                                      "đảng cộng sản Việt Nam",
                                                      "của Đảng bộ",
                                                      "của Ban Chấp hành Trung ương"});
    return table;
}

class PlenumReader {
  public:
    PlenumReader(const TokenText& source, std::size_t first) : source_(source), first_(first) {}

    std::optional<PlenumName> read() {
        const auto opening = openings().longest(source_.tokens, first_);
        if (!opening) return std::nullopt;
        at_ = first_ + opening->length;
        const std::size_t limit = std::min(first_ + kLongestName, source_.tokens.size());
        while (at_ < limit && step()) {
        }
        if (!told_) return std::nullopt;
        const support::ByteRange range{source_.tokens[first_].begin, source_.tokens[at_ - 1].end};
        return PlenumName{at_, official_case(support::slice(source_.text, range))};
    }

  private:
    bool step() {
        const Token& token = source_.tokens[at_];
        if (const auto inner = inner_words().longest(source_.tokens, at_)) {
            told_ = true;
            at_ += inner->length;
            return true;
        }
        if (token.kind == TokenKind::number) return take_number();
        if (token.kind == TokenKind::mark) return take_mark();
        const bool capital =
            token.kind == TokenKind::word && token.letter_case != LetterCase::lower;
        static const std::uint64_t kAbout = token_key("về");
        if (!capital || token.key == kAbout) return false;
        told_ = true;
        ++at_;
        return true;
    }

    bool take_number() {
        told_ = true;
        ++at_;
        return true;
    }

    // "(khóa XII)", "2020 - 2025", ", nhiệm kỳ"
    bool take_mark() {
        if (at_ + 2 >= source_.tokens.size()) return false;
        static const std::uint64_t kTerm = token_key("khóa");
        static const std::uint64_t kPeriod = token_key("nhiệm");
        const std::uint64_t next = source_.tokens[at_ + 1].key;
        if (source_.is(at_, "(") && next == kTerm) {
            std::size_t close = at_ + 2;
            while (close < source_.tokens.size() && close < at_ + 8 && !source_.is(close, ")"))
                ++close;
            if (!source_.is(close, ")")) return false;
            at_ = close + 1;
            return true;
        }
        const bool numbers = source_.tokens[at_ - 1].kind == TokenKind::number &&
                             source_.tokens[at_ + 1].kind == TokenKind::number;
        const bool period = (source_.is(at_, "-") || source_.is(at_, "–")) && numbers;
        const bool term = source_.is(at_, ",") && (next == kPeriod || next == kTerm);
        if (!period && !term) return false;
        ++at_;
        return true;
    }

    const TokenText& source_;
    std::size_t first_;
    std::size_t at_ = 0;
    bool told_ = false;
};

}  // namespace

std::optional<PlenumName> read_plenum_name(const TokenText& source, std::size_t at) {
    return PlenumReader(source, at).read();
}

}  // namespace tracuu::analyzers
