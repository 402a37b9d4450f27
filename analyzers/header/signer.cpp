#include "analyzers/header/signer.hpp"

#include <algorithm>
#include <array>

#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/letter.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::size_t kLongestName = 60;  // bytes
constexpr std::size_t kMostOfficeLines = 8;

// The offices that sign, folded; a line of capitals that begins with one opens a signature.
constexpr std::array<std::string_view, 42> kOffices{
    "tm.",        "t/m",          "tm ",           "kt.",          "k/t",         "kt ",
    "tl.",        "t/l",          "tuq.",          "q.",           "chu tich",    "pho chu tich",
    "bi thu",     "pho bi thu",   "giam doc",      "pho giam doc", "bo truong",   "thu truong",
    "thu tuong",  "pho thu tuong", "cuc truong",   "pho cuc truong", "chanh",     "pho chanh",
    "truong",     "pho truong",   "tong",          "pho tong",     "thong doc",   "vien truong",
    "chu nhiem",  "pho chu nhiem", "hieu truong",  "pho thong doc", "thuong truc", "uy vien",
    "vu truong",  "chi cuc truong", "pho vien truong", "tu lenh",  "to truong",   "chi huy"};

class SignerReader {
  public:
    explicit SignerReader(const Reading& reading)
        : reading_(reading), blocks_(reading.structure.blocks()) {}

    std::string read() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_office(i)) continue;
            const std::size_t name = name_after(i);
            if (name < blocks_.size()) return written(name);
        }
        return last_line();
    }

  private:
    [[nodiscard]] bool is_office(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.zone == Zone::head || block.zone == Zone::title || block.zone == Zone::chrome) {
            return false;
        }
        if (block.span.size() > 160 || !block.upper_case) return false;
        // The marker reader takes "T/M" and "Q." for marks: the whole line counts.
        const std::string text = fold(reading_.flow.at(block.span));
        return std::any_of(kOffices.begin(), kOffices.end(), [&text](std::string_view office) {
            return text.compare(0, office.size(), office) == 0;
        });
    }

    // The first name in the lines under an office; other lines in capitals may stand between.
    [[nodiscard]] std::size_t name_after(std::size_t office) const {
        const std::size_t end = std::min(blocks_.size(), office + 1 + kMostOfficeLines);
        for (std::size_t i = office + 1; i < end; ++i) {
            if (is_name(i)) return i;
            const bool skipped = blocks_[i].upper_case || is_remark(i);
            if (!skipped) break;
        }
        return blocks_.size();
    }

    // "(Đã ký)", "Đã ký", a seal: stands between office and name.
    [[nodiscard]] bool is_remark(std::size_t i) const {
        const std::string text = fold(support::prefix(reading_.flow.at(blocks_[i].span), 40));
        return text.find("da ky") != std::string::npos || text.find("ky ten") != std::string::npos ||
               text.find("signed") != std::string::npos || text.size() <= 2;
    }

    [[nodiscard]] bool is_name(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.span.size() > kLongestName || block.marker != Marker::none) return false;
        std::size_t words = 0;
        for (std::uint32_t at = block.first_token; at < block.last_token; ++at) {
            const Token& token = reading_.tokens[at];
            if (token.kind != TokenKind::word) {
                const std::string_view mark = reading_.word(at);
                if (mark == "." || mark == "*" || mark == "_") continue;  // "TS. Nguyễn Văn A"
                return false;
            }
            if (token.letter_case == LetterCase::lower) return false;
            words += 1;
        }
        if (words < 2 || words > 6) return false;
        const bool body = body_names().phrases.starts(reading_.tokens, block.first_token);
        return !body && !(block.upper_case && is_office(i)) &&
               !(block.upper_case && words > 5);
    }

    // A name in capitals is a name only when nothing but the end of the document follows.
    [[nodiscard]] std::string last_line() const {
        for (std::size_t i = blocks_.size(); i-- > 0;) {
            if (blocks_[i].zone == Zone::chrome) continue;
            const bool near_end = blocks_[i].zone != Zone::head && blocks_[i].zone != Zone::title;
            return near_end && is_name(i) && blocks_.size() > 3 ? written(i) : std::string();
        }
        return {};
    }

    [[nodiscard]] std::string written(std::size_t i) const {
        const Block& block = blocks_[i];
        std::uint32_t first = block.first_token;
        // Ranks and degrees before the name are in the same line at times: "TS. Nguyễn Văn A".
        for (std::uint32_t at = block.first_token; at + 1 < block.last_token; ++at) {
            if (reading_.word(at) == ".") first = at + 1;
        }
        const support::ByteRange range{reading_.tokens[first].begin,
                                       reading_.tokens[block.last_token - 1].end};
        return name_case(reading_.flow.at(range));
    }

    // "NGUYỄN VĂN A" -> "Nguyễn Văn A"
    [[nodiscard]] static std::string name_case(std::string_view name) {
        std::string out;
        for (const Token& token : tokenize(name)) {
            if (token.kind != TokenKind::word) continue;
            const std::string_view word = support::slice(name, token.range());
            if (!out.empty()) out += ' ';
            out += token.letter_case == LetterCase::upper ? official_case(word) : std::string(word);
        }
        return out;
    }

    const Reading& reading_;
    const std::vector<Block>& blocks_;
};

}  // namespace

std::string read_signer(const Reading& reading) {
    return SignerReader(reading).read();
}

}  // namespace tracuu::analyzers
