#include "analyzers/header/head.hpp"

#include <algorithm>
#include <vector>

#include "analyzers/citation/date_reader.hpp"
#include "analyzers/citation/number_scan.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/gazetteer/places.hpp"
#include "analyzers/header/letterhead.hpp"
#include "analyzers/letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kMostBlocks = 60;  // a flattened head has up to 25 lines
constexpr std::size_t kMostTokens = 400;
constexpr std::size_t kLongestLine = 300;  // bytes of the names of issuing bodies

const std::uint64_t kSo = token_key("số");
const std::uint64_t kNo = token_key("no");
const std::uint64_t kDay = token_key("ngày");
const std::uint64_t kDear = token_key("kính");
const std::uint64_t kSend = token_key("gửi");
const std::uint64_t kMonth = token_key("tháng");
const std::uint64_t kYear = token_key("năm");

bool starts_with(std::string_view text, std::string_view prefix) {
    return text.substr(0, prefix.size()) == prefix;
}

class HeadReader {
  public:
    explicit HeadReader(const Reading& reading)
        : reading_(reading),
          source_{reading.flow.text(), reading.tokens},
          blocks_(reading.structure.blocks()) {}

    Head read() {
        head_.start = letterhead_start(reading_);
        if (head_.start > 0) head_.first = blocks_[head_.start].first_token;
        find_end();
        limit_ = limit();
        head_.limit = limit_;
        head_.place_first = limit_;
        find_number();
        find_date();
        read_issuer_lines();
        return std::move(head_);
    }

  private:
    [[nodiscard]] std::string low(std::size_t block) const {
        return lower(support::prefix(reading_.flow.at(blocks_[block].content), 120));
    }

    // The type line, else the addressee of a letter, else the first real sentence.
    void find_end() {
        head_.type_block = Head::no_block;
        const std::size_t most = std::min(blocks_.size(), head_.start + kMostBlocks);
        for (std::size_t i = head_.start; i < most; ++i) {
            head_.end = i;
            if (is_type_line(i)) {
                head_.type_block = i;
                return;
            }
            const std::string text = low(i);
            if (starts_with(text, "kính gửi") || starts_with(text, "căn cứ")) return;
            const bool sentence = blocks_[i].span.size() > 260 && !blocks_[i].upper_case;
            if (!sentence) continue;
            // Number, subject and addressee of a letter may have run into one paragraph.
            if (starts_with(text, "số")) ++head_.end;
            return;
        }
        head_.end = most;
    }

    [[nodiscard]] bool is_type_line(std::size_t block) const {
        if (!blocks_[block].upper_case || blocks_[block].marker != Marker::none) return false;
        const std::size_t first = blocks_[block].first_token;
        const TypeName type = type_at(source_, first);
        if (type.name.empty()) return false;
        // "HỘI ĐỒNG ..." begins no type; "QUYẾT ĐỊNH:" after the bases is no type line.
        return !blocks_[block].ends_with_colon;
    }

    [[nodiscard]] std::size_t limit() const {
        std::size_t last = 0;
        if (head_.end < blocks_.size()) {
            last = blocks_[head_.end].first_token;
        } else if (!blocks_.empty()) {
            last = blocks_.back().last_token;
        }
        last = std::min({last, head_.first + kMostTokens, reading_.tokens.size()});
        for (std::size_t at = head_.first; at + 1 < last; ++at) {
            const bool addressee =
                reading_.tokens[at].key == kDear && reading_.tokens[at + 1].key == kSend;
            if (addressee) return at;
        }
        return last;
    }

    [[nodiscard]] bool at_line_start(std::size_t token) const {
        if (token == 0) return true;
        const Token& before = reading_.tokens[token - 1];
        return before.kind == TokenKind::newline || before.kind == TokenKind::mark;
    }

    void find_number() {
        for (std::size_t at = head_.first; at < limit_; ++at) {
            const std::uint64_t key = reading_.tokens[at].key;
            if (key != kSo && key != kNo) continue;
            const bool colon = source_.is(at + 1, ":") || source_.is(at + 1, ".");
            const bool capital = reading_.tokens[at].letter_case == LetterCase::capitalised;
            if (!at_line_start(at) && !(colon && capital)) continue;
            const std::size_t reach = std::min(at + 14, reading_.tokens.size());
            const auto found = scan_numbers(source_, at, reach);
            if (found.empty() || found.front().first > at + 4) continue;
            head_.number = found.front().number;
            head_.number_span = found.front().span;
            number_first_ = at;
            number_last_ = found.front().last;
            return;
        }
    }

    // "Hà Nội, ngày 28 tháng 11 năm 2025"; the day may be left blank.
    void find_date() {
        for (std::size_t at = head_.first + 1; at < limit_; ++at) {
            if (reading_.tokens[at].key == kMonth) {  // "Quy Nhơn, tháng 10 năm 2015"
                if (source_.is(at - 1, ",") && head_.place.empty()) {
                    head_.place = place_before(at - 1, false);
                }
                continue;
            }
            if (reading_.tokens[at].key != kDay) continue;
            const auto date = read_date(source_, at);
            const bool blank = !date && is_blank_date(at);
            if (!date && !blank) continue;
            const bool comma = source_.is(at - 1, ",");
            std::string place = place_before(comma ? at - 1 : at, comma);
            if (!comma && place.empty()) {
                if (head_.date || !date || !at_line_start(at)) continue;
                head_.date = date->date;
                head_.place_first = at;
                continue;
            }
            if (date) head_.date = date->date;
            head_.place = std::move(place);
            return;
        }
    }

    [[nodiscard]] bool is_blank_date(std::size_t at) const {
        bool month = false;
        for (std::size_t i = at + 1; i < std::min(at + 12, reading_.tokens.size()); ++i) {
            month = month || reading_.tokens[i].key == kMonth;
            if (month && reading_.tokens[i].key == kYear) return true;
        }
        return false;
    }

    // The words before the comma. The page may have broken the name of a town; a known name may
    // run over the break, an unknown one not, and without a comma only a known one counts.
    [[nodiscard]] std::string place_before(std::size_t comma, bool unknown_too) {
        constexpr std::size_t kLongestPlace = 7;
        std::vector<std::size_t> words;  // from the last to the first
        std::size_t same_line = 0;
        bool broken = false;
        for (std::size_t at = comma; at > 0 && words.size() < kLongestPlace;) {
            --at;
            const Token& token = reading_.tokens[at];
            if (token.kind == TokenKind::newline) {
                broken = true;
                continue;
            }
            const bool dot = source_.is(at, ".") && at > 0;
            if (at >= number_first_ && at < number_last_) break;
            if (dot) continue;  // "TP. Hồ Chí Minh"
            if (token.kind != TokenKind::word) break;
            words.push_back(at);
            if (!broken) same_line = words.size();
        }
        std::size_t best = 0;
        for (std::size_t count = words.size(); count > 0 && best == 0; --count) {
            if (is_place(written(words[count - 1], comma))) best = count;
        }
        if (best == 0 && unknown_too) best = same_line;
        if (best == 0) return {};
        head_.place_first = words[best - 1];
        return written(words[best - 1], comma);
    }

    [[nodiscard]] bool is_place(const std::string& name) const {
        return find_province(name) != nullptr || province_of_place(name, head_.date) != nullptr;
    }

    [[nodiscard]] std::string written(std::size_t first, std::size_t last) const {
        return official_case(
            reading_.flow.at({reading_.tokens[first].begin, reading_.tokens[last - 1].end}));
    }

    // Lines in capitals above the motto, the rule or the number.
    void read_issuer_lines() {
        std::string lines;
        std::string_view last;
        std::vector<std::size_t> starts;
        for (std::size_t i = head_.start; i < std::min(head_.end, blocks_.size()); ++i) {
            const Block& block = blocks_[i];
            if (!block.upper_case || is_motto(i) || block.span.size() > kLongestLine) break;
            if (block.span.begin >= number_begin()) break;
            starts.push_back(lines.size() + (lines.empty() ? 0U : 1U));
            if (!lines.empty()) lines += ' ';
            last = reading_.flow.at(block.content);
            lines += last;
        }
        if (starts.size() > 1 && is_organ(last, lines)) {
            head_.issuer = official_case(organ_first(last, lines));
            return;
        }
        if (const std::size_t organ = joined_organ(lines); organ > 0 && starts.size() == 1) {
            head_.issuer = official_case(organ_first(std::string_view(lines).substr(organ), lines));
            return;
        }
        head_.issuer = official_case(std::string_view(lines).substr(lowest_body(lines, starts)));
    }

    // "BAN CHẤP HÀNH TRUNG ƯƠNG VĂN PHÒNG": a committee and its organ whose lines ran together.
    // Where the organ begins; 0 when the line names no such two.
    [[nodiscard]] static std::size_t joined_organ(const std::string& lines) {
        constexpr std::size_t kLongestOrgan = 6;  // tokens
        const std::vector<Token> tokens = tokenize(lines);
        const auto committee = body_names().phrases.longest(tokens, 0);
        if (!committee || committee->length >= tokens.size()) return 0;
        if (tokens.size() - committee->length > kLongestOrgan) return 0;
        const std::size_t organ = tokens[committee->length].begin;
        const std::vector<Token> both =
            tokenize(organ_first(std::string_view(lines).substr(organ), lines));
        const auto body = body_names().phrases.longest(both, 0);
        return body && body->length == both.size() ? organ : 0;
    }

    // "BAN TỔ CHỨC" under "TỈNH ỦY AN GIANG": the organ's name goes before its committee's.
    [[nodiscard]] static std::string organ_first(std::string_view organ, const std::string& lines) {
        const std::string committee = lines.substr(0, lines.size() - organ.size() - 1);
        return std::string(organ) + ' ' + committee;
    }

    // True when the gazetteer has the last line only together with the lines above it.
    [[nodiscard]] static bool is_organ(std::string_view organ, const std::string& lines) {
        const std::vector<Token> tokens = tokenize(organ_first(organ, lines));
        const auto body = body_names().phrases.longest(tokens, 0);
        return body && body->length > tokenize(organ).size();
    }

    // The lowest body of the lines issued the document: "BỘ TÀI CHÍNH / CỤC THUẾ". A body begins
    // a line, or follows another body or its place directly.
    [[nodiscard]] static std::size_t lowest_body(const std::string& lines,
                                                 const std::vector<std::size_t>& starts) {
        const std::vector<Token> tokens = tokenize(lines);
        std::size_t from = 0;
        std::size_t free_from = 0;  // token after the last body and its place
        for (std::size_t at = 0; at < tokens.size();) {
            const bool line =
                std::find(starts.begin(), starts.end(), tokens[at].begin) != starts.end();
            const auto body = body_names().phrases.longest(tokens, at);
            if (body && (line || at == free_from)) {
                from = tokens[at].begin;
                at += body->length;
                free_from = at + place_length(lines, tokens, at);
                at = std::max(at, free_from);
                continue;
            }
            ++at;
        }
        return from;
    }

    // Tokens of "TỈNH KON TUM", "KON TUM" at `at`; 0 when no province is there.
    [[nodiscard]] static std::size_t place_length(const std::string& lines,
                                                  const std::vector<Token>& tokens,
                                                  std::size_t at) {
        constexpr std::size_t kLongest = 6;
        for (std::size_t length = std::min(kLongest, tokens.size() - at); length > 0; --length) {
            const support::ByteRange range{tokens[at].begin, tokens[at + length - 1].end};
            if (find_province(support::slice(lines, range)) != nullptr) return length;
        }
        return 0;
    }

    [[nodiscard]] std::uint32_t number_begin() const {
        return head_.number_span.empty() ? UINT32_MAX : head_.number_span.begin;
    }

    [[nodiscard]] bool is_motto(std::size_t block) const {
        const std::string text =
            fold(support::prefix(reading_.flow.at(blocks_[block].content), 60));
        return starts_with(text, "cong hoa") || text == "cong" ||
               starts_with(text, "dang cong san") || starts_with(text, "doc lap") ||
               text == "dang" || starts_with(text, "so:") || starts_with(text, "so ");
    }

    const Reading& reading_;
    TokenText source_;
    const std::vector<Block>& blocks_;
    Head head_;
    std::size_t limit_ = 0;
    std::size_t number_first_ = 0;
    std::size_t number_last_ = 0;
};

}  // namespace

Head read_head(const Reading& reading) {
    return HeadReader(reading).read();
}

}  // namespace tracuu::analyzers
