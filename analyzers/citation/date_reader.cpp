#include "analyzers/citation/date_reader.hpp"

#include <charconv>
#include <string>
#include <utility>

#include "analyzers/letter.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kDay = token_key("ngày");
const std::uint64_t kMonth = token_key("tháng");
const std::uint64_t kYear = token_key("năm");

class DateReader {
  public:
    DateReader(const TokenText& source, std::size_t at) : source_(source), at_(at) {}

    std::optional<DateMatch> read() {
        const bool word = skip_word(kDay);
        if (word && glued_.empty()) skip_word(kDay);  // "ngày ngày 08"
        const int day = number(2);
        if (day <= 0) return std::nullopt;
        const std::size_t after_day = at_;
        if (word && skip_word(kMonth)) return in_words(day);
        at_ = after_day;
        return in_digits(day);
    }

  private:
    [[nodiscard]] bool more() const { return at_ < source_.tokens.size(); }

    void skip_line_break() {
        if (more() && source_.tokens[at_].kind == TokenKind::newline) ++at_;
    }

    // Takes the word; digits that ran into it ("tháng12") are kept for `number`.
    bool skip_word(std::uint64_t key) {
        const std::size_t start = at_;
        skip_line_break();
        if (more() && source_.tokens[at_].kind == TokenKind::word) {
            const std::string_view text = source_.word(at_);
            const std::size_t letters = text.find_last_not_of("0123456789") + 1;
            if (source_.tokens[at_].key == key ||
                (letters < text.size() && token_key(text.substr(0, letters)) == key)) {
                glued_ = text.substr(letters);
                ++at_;
                return true;
            }
        }
        at_ = start;
        return false;
    }

    // "tháng 6 ngăm 2010", "tháng 6 nằm 2010": a word like "năm" before a year.
    bool skip_slip_of_year() {
        if (at_ + 1 >= source_.tokens.size()) return false;
        if (source_.tokens[at_].kind != TokenKind::word || source_.word(at_ + 1).size() != 4) {
            return false;
        }
        const std::string word = fold(source_.word(at_));
        const bool slip =
            word == "nam" || word == "ngam" || word == "nm" || word == "nan" || word == "thang";
        at_ += slip ? 1U : 0U;
        return slip;
    }

    // A number of at most `digits` digits; -1 when there is none.
    int number(std::size_t digits) {
        if (!glued_.empty()) return value_of(std::exchange(glued_, {}), digits);
        skip_line_break();
        if (!more() || source_.tokens[at_].kind != TokenKind::number) return -1;
        return value_of(source_.word(at_++), digits);
    }

    [[nodiscard]] static int value_of(std::string_view text, std::size_t digits) {
        if (text.size() > digits) return -1;
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    }

    std::optional<DateMatch> in_words(int day) {
        const int month = number(2);
        if (more() && source_.is(at_, ",")) ++at_;
        if (!skip_word(kYear) && !skip_slip_of_year()) {
            if (!separator()) return std::nullopt;  // "ngày 25 tháng 10/2017"
        }
        return finish(day, month, number(4));
    }

    std::optional<DateMatch> in_digits(int day) {
        if (!separator()) return std::nullopt;
        const int month = number(2);
        // "16/6 2025": the second slash is missing.
        const bool bare = more() && source_.tokens[at_].kind == TokenKind::number &&
                          source_.word(at_).size() == 4;
        if (month < 0 || (!bare && !separator())) return std::nullopt;
        return finish(day, month, number(4));
    }

    bool separator() {
        if (!more()) return false;
        const std::string_view mark = source_.word(at_);
        if (mark != "/" && mark != "-" && mark != "." && mark != "–") return false;
        ++at_;
        return true;
    }

    [[nodiscard]] std::optional<DateMatch> finish(int day, int month, int year) const {
        const auto date = support::Date::of(year, month, day);
        if (!date) return std::nullopt;
        return DateMatch{*date, at_};
    }

    const TokenText& source_;
    std::size_t at_;
    std::string_view glued_;  // digits of the word before that are not read yet
};

}  // namespace

std::optional<DateMatch> read_date(const TokenText& source, std::size_t at) {
    if (at >= source.tokens.size()) return std::nullopt;
    return DateReader(source, at).read();
}

}  // namespace tracuu::analyzers
