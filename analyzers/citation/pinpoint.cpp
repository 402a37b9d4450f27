#include "analyzers/citation/pinpoint.hpp"

#include <algorithm>
#include <array>

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kReach = 40;  // tokens: a list of provisions

const std::uint64_t kOf = token_key("của");
const std::uint64_t kAnd = token_key("và");
const std::uint64_t kAnnex = token_key("phụ");

bool is_unit(std::uint64_t key) {
    static const std::array<std::uint64_t, 10> keys{
        token_key("điểm"),   token_key("khoản"), token_key("điều"), token_key("mục"),
        token_key("chương"), token_key("phần"),  token_key("tiết"), token_key("đoạn"),
        token_key("tiểu"),   token_key("lục")};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

class PinpointReader {
  public:
    PinpointReader(const TokenText& source, std::size_t end, std::size_t floor)
        : source_(source), end_(end), floor_(std::max(floor, end > kReach ? end - kReach : 0)) {}

    Pinpoint read() {
        std::size_t last = end_;
        if (last > floor_ && source_.tokens[last - 1].key == kOf) --last;
        std::size_t at = last;
        std::size_t unit = last;
        while (at > floor_ && is_part(at - 1)) {
            --at;
            if (is_annex(at) || (is_unit(source_.tokens[at].key) && !is_detail(at))) unit = at;
        }
        if (unit + 1 >= last) return {{}, end_};
        const support::ByteRange range{source_.tokens[unit].begin, source_.tokens[last - 1].end};
        return {std::string(support::slice(source_.text, range)), unit};
    }

  private:
    // "chi tiết khoản 2 Điều 46": the word is no unit there.
    [[nodiscard]] bool is_detail(std::size_t at) const {
        static const std::uint64_t kDetail = token_key("chi");
        static const std::uint64_t kSubpoint = token_key("tiết");
        return source_.tokens[at].key == kSubpoint && at > 0 &&
               source_.tokens[at - 1].key == kDetail;
    }

    // "Phụ lục 03": a unit of two words.
    [[nodiscard]] bool is_annex(std::size_t at) const {
        static const std::uint64_t kList = token_key("lục");
        return source_.tokens[at].key == kAnnex && source_.tokens[at + 1].key == kList;
    }

    [[nodiscard]] bool is_part(std::size_t at) const {
        const Token& token = source_.tokens[at];
        if (token.kind == TokenKind::number || is_unit(token.key)) return true;
        if (source_.is(at, ",") || source_.is(at, ";") || token.key == kAnd) return true;
        if (token.kind != TokenKind::word) return source_.is(at, ".");
        if (token.key == kOf || token.key == kAnnex) return true;
        const std::string_view word = source_.word(at);
        const bool roman = word.find_first_not_of("IVXLC") == std::string_view::npos;
        return roman || word.size() <= 2;  // a letter, đ too
    }

    const TokenText& source_;
    std::size_t end_;
    std::size_t floor_;
};

}  // namespace

Pinpoint read_pinpoint(const TokenText& source, std::size_t end, std::size_t floor) {
    return PinpointReader(source, end, floor).read();
}

}  // namespace tracuu::analyzers
