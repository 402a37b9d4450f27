#include "analyzers/header/signer.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "analyzers/citation/number_grammar.hpp"
#include "analyzers/citation/type_reader.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/data_table.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

const std::uint64_t kSigned = token_key("ký");
constexpr std::size_t kLongestName = 60;  // bytes
constexpr std::size_t kMostOfficeLines = 8;

// Source: analyzers/data/signing_lines.tsv.
struct SigningLines {
    PhraseTable offices;  // deputies included
    PhraseTable deputies;
    PhraseTable ranks;
};

const SigningLines& signing_lines() {
    static const SigningLines table = [] {
        SigningLines out;
        const support::DataTable rows("signing_lines.tsv",
                                      tracuu_analyzers::file("signing_lines.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const std::string_view kind = rows.cell(row, "kind");
            const std::string_view phrase = rows.cell(row, "phrase");
            (kind == "rank" ? out.ranks : out.offices).add(phrase, 1);
            if (kind == "deputy") out.deputies.add(phrase, 1);
        }
        return out;
    }();
    return table;
}

// A line that may be a name or a part of one.
struct NameLine {
    std::size_t first = 0;  // tokens
    std::size_t last = 0;
    std::size_t words = 0;
    bool upper = false;
};

class SignerReader {
  public:
    explicit SignerReader(const Reading& reading)
        : reading_(reading),
          source_{reading.flow.text(), reading.tokens},
          blocks_(reading.structure.blocks()) {}

    std::string read() {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (!is_office(i)) continue;
            if (std::string name = name_after(i); !name.empty()) return name;
        }
        if (std::string name = last_line(); !name.empty()) return name;
        return name_after_remark();
    }

  private:
    // "TM. CHÍNH PHỦKT. THỦ TƯỚNG(Đã ký)Nguyễn Văn A |": office, remark and name in one cell.
    [[nodiscard]] std::string name_after_remark() const {
        constexpr std::size_t kReach = 12;  // tokens from the end
        const std::size_t size = reading_.tokens.size();
        for (std::size_t at = size > kReach ? size - kReach : 1; at + 3 < size; ++at) {
            if (reading_.tokens[at].key != kSigned || !source_.is(at + 1, ")")) continue;
            NameLine name{at + 2, at + 2, 0, false};
            while (name.last < size && reading_.tokens[name.last].kind == TokenKind::word &&
                   reading_.tokens[name.last].letter_case != LetterCase::lower) {
                ++name.last;
                ++name.words;
            }
            if (name.words >= 2 && name.words <= 5) return written(name);
        }
        return {};
    }

    [[nodiscard]] std::string folded(std::size_t i) const {
        return fold(support::prefix(reading_.flow.at(blocks_[i].span), 160));
    }

    [[nodiscard]] bool is_office(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.zone == Zone::head || block.zone == Zone::title) return false;
        if (block.span.size() > 200 || !block.upper_case) return false;
        // The marker reader takes "T/M" and "Q." for marks: the whole line counts.
        std::size_t first = block.first_token;
        while (first > 0 && reading_.tokens[first - 1].begin >= block.span.begin) --first;
        if (signing_lines().offices.starts(reading_.tokens, first)) return true;
        // The last line of the recipients ran into it: "TĐ_QĐCB/2025 KT. CHỦ TỊCH".
        for (std::size_t at = first + 1; at < block.last_token; ++at) {
            if (!source_.is(at + 1, ".")) continue;
            if (signing_lines().deputies.starts(reading_.tokens, at)) return true;
        }
        return false;
    }

    // The first name in the lines under an office; other lines in capitals may stand between.
    [[nodiscard]] std::string name_after(std::size_t office) const {
        const std::size_t end = std::min(blocks_.size(), office + 1 + kMostOfficeLines);
        std::string in_capitals;
        for (std::size_t i = office + 1; i < end; ++i) {
            const auto line = name_line(i);
            if (line && !line->upper) return joined(i, *line);
            if (line && line->words >= 2 && in_capitals.empty() && !is_office(i)) {
                in_capitals = written(*line);
            }
            if (!blocks_[i].upper_case && !is_remark(i)) break;
        }
        return in_capitals;
    }

    // "(Đã ký)", "Đã ký", a seal: stands between office and name.
    [[nodiscard]] bool is_remark(std::size_t i) const {
        const std::string text = folded(i);
        return text.find("da ky") != std::string::npos ||
               text.find("ky ten") != std::string::npos ||
               text.find("signed") != std::string::npos || text.size() <= 2;
    }

    // A line of one to five words with capitals; ranks before them are skipped.
    [[nodiscard]] std::optional<NameLine> name_line(std::size_t i) const {
        const Block& block = blocks_[i];
        if (block.marker != Marker::none) return std::nullopt;
        NameLine out{first_after_rank(block), name_end(block), 0, true};
        if (out.first >= out.last) return std::nullopt;
        if (reading_.tokens[out.last - 1].end - block.span.begin > kLongestName)
            return std::nullopt;
        for (std::size_t at = out.first; at < out.last; ++at) {
            const Token& token = reading_.tokens[at];
            if (token.kind != TokenKind::word) {
                const std::string_view mark = reading_.word(at);
                if (mark == "*" || mark == "_" || mark == "|") continue;  // "|": a flattened table
                return std::nullopt;
            }
            if (token.letter_case == LetterCase::lower) return std::nullopt;
            out.upper = out.upper && token.letter_case == LetterCase::upper;
            ++out.words;
        }
        const bool body = body_names().phrases.starts(reading_.tokens, block.first_token);
        if (out.words == 0 || out.words > 5 || body) return std::nullopt;
        return out;
    }

    // The line that a portal adds under the name may have run into it: "Trần Cẩm Tú Kết luận
    // 221-KL/TW năm 2025 về ..."
    [[nodiscard]] std::size_t name_end(const Block& block) const {
        constexpr std::size_t kMostWords = 8;
        const std::size_t most =
            std::min<std::size_t>(block.last_token, block.first_token + kMostWords);
        for (std::size_t at = block.first_token + 2; at < most; ++at) {
            if (source_.is(at, "[") || source_.is(at, "(")) return at;  // a footnote
            const TypeName type = type_at(source_, at);
            if (!type.name.empty() && match_number(source_, type.last, false)) return at;
            // "Đào Thu Hương Ghi chú: ...": the last capital begins the next sentence.
            const bool lower = reading_.tokens[at].kind == TokenKind::word &&
                               reading_.tokens[at].letter_case == LetterCase::lower;
            if (lower) return at >= block.first_token + 3U ? at - 1 : block.last_token;
        }
        return block.last_token;
    }

    [[nodiscard]] std::size_t first_after_rank(const Block& block) const {
        std::size_t first = block.first_token;
        if (const auto rank = signing_lines().ranks.longest(reading_.tokens, first)) {
            first += rank->length;
        }
        const std::size_t most = std::min<std::size_t>(block.last_token, first + 5);
        for (std::size_t at = first; at + 1 < most; ++at) {
            if (reading_.word(at) == ".") first = at + 1;  // "PGS.TS. Nguyễn Văn A"
        }
        return std::min<std::size_t>(first, block.last_token);
    }

    // The page may have broken the name: "Bùi / Xuân Cường", "Lê Hải / Hòa".
    [[nodiscard]] std::string joined(std::size_t i, const NameLine& line) const {
        std::string name = written(line);
        if (i + 1 >= blocks_.size()) return line.words >= 2 ? name : std::string();
        const auto next = name_line(i + 1);
        const bool whole = !next || next->upper || next->words + line.words > 5;
        const bool goes_on = !whole && (line.words == 1 || (line.words == 2 && next->words <= 2) ||
                                        (line.words == 3 && next->words == 1));
        if (goes_on) name += ' ' + written(*next);
        return line.words >= 2 || goes_on ? name : std::string();
    }

    // A name in capitals is a name only when nothing but the end of the document follows.
    [[nodiscard]] std::string last_line() const {
        if (blocks_.size() <= 3) return {};
        const std::size_t i = blocks_.size() - 1;
        if (blocks_[i].zone == Zone::head || blocks_[i].zone == Zone::title) return {};
        const auto line = name_line(i);
        return line && line->words >= 2 && !is_office(i) ? written(*line) : std::string();
    }

    [[nodiscard]] std::string written(const NameLine& line) const {
        return name_case(reading_.flow.at(
            {reading_.tokens[line.first].begin, reading_.tokens[line.last - 1].end}));
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
    TokenText source_;
    const std::vector<Block>& blocks_;
};

}  // namespace

std::string read_signer(const Reading& reading) {
    return SignerReader(reading).read();
}

}  // namespace tracuu::analyzers
