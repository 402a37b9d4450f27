#include "analyzers/citation/law_names.hpp"

#include <algorithm>
#include <vector>

#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

struct Laws {
    std::vector<std::string_view> names;
    PhraseTable phrases;
};

std::string without_commas(std::string_view name) {
    std::string out(name);
    out.erase(std::remove(out.begin(), out.end(), ','), out.end());
    return out;
}

const Laws& laws() {
    static const Laws table = [] {
        Laws out;
        const support::DataTable rows("laws.tsv", tracuu_analyzers::file("laws.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const std::string_view name = rows.cell(row, "name");
            out.phrases.add(name, static_cast<std::int32_t>(row));
            // "Luật Phòng chống ma túy" for "Luật Phòng, chống ma túy".
            const std::string bare = without_commas(name);
            if (bare.size() != name.size()) out.phrases.add(bare, static_cast<std::int32_t>(row));
            out.names.push_back(name);
        }
        return out;
    }();
    return table;
}

const PhraseTable& ends() {
    static const PhraseTable table = [] {
        PhraseTable out;
        const support::DataTable rows("law_name_ends.tsv",
                                      tracuu_analyzers::file("law_name_ends.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) out.add(rows.cell(row, "phrase"), 1);
        return out;
    }();
    return table;
}

const std::uint64_t kLaw = token_key("luật");
const std::uint64_t kAmend = token_key("sửa");
const std::uint64_t kChange = token_key("đổi");
const std::uint64_t kOf = token_key("của");
const std::uint64_t kAnd = token_key("và");
constexpr std::size_t kLongestFreeName = 14;  // tokens
constexpr std::size_t kMostAmended = 12;      // laws that one law amends

std::string single_spaced(std::string_view text) {
    std::string out(text);
    std::replace(out.begin(), out.end(), '\n', ' ');
    out.erase(
        std::unique(out.begin(), out.end(), [](char a, char b) { return a == ' ' && b == ' '; }),
        out.end());
    return out;
}

class LawReader {
  public:
    LawReader(const TokenText& source, std::size_t at) : source_(source), first_(at) {}

    std::optional<LawName> read() {
        if (is_amending(first_)) return amending();
        if (const auto match = laws().phrases.longest(source_.tokens, first_)) {
            LawName out{first_ + match->length,
                        std::string(laws().names[static_cast<std::size_t>(match->value)]),
                        {}};
            add_revised(out);
            return out;
        }
        return free_name();
    }

  private:
    [[nodiscard]] const Token& token(std::size_t at) const { return source_.tokens[at]; }
    [[nodiscard]] bool more(std::size_t at) const { return at < source_.tokens.size(); }

    [[nodiscard]] bool is_amending(std::size_t at) const {
        return more(at + 2) && token(at).key == kLaw && token(at + 1).key == kAmend &&
               token(at + 2).key == kChange;
    }

    // "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, Luật Nhà ở và Luật Xây dựng"
    std::optional<LawName> amending() {
        constexpr std::size_t kReach = 12;
        std::size_t at = first_ + 3;
        while (more(at) && at < first_ + kReach && token(at).key != kOf) ++at;
        if (!more(at) || token(at).key != kOf) return std::nullopt;
        LawName out;
        std::size_t from = first_;  // first token that is not yet in the name
        for (std::size_t count = 0; count < kMostAmended; ++count) {
            const std::size_t name = at + 1 + (count == 0 ? 0U : joint(at));
            auto law = more(name) ? LawReader(source_, name).simple() : std::nullopt;
            if (!law) break;
            const bool comma = source_.is(from, ",") || source_.is(from, ";");
            if (count > 0 && !comma) out.name += ' ';
            out.name += written(from, name) + ' ' + law->name;
            out.amended.push_back(std::move(law->name));
            out.last = from = law->last;
            at = law->last - 1;
        }
        if (out.last == 0) return std::nullopt;
        return out;
    }

    // Tokens between two amended laws: ",", "và", ";".
    [[nodiscard]] std::size_t joint(std::size_t at) const {
        std::size_t count = 0;
        while (count < 2 && more(at + 1 + count) &&
               (source_.is(at + 1 + count, ",") || source_.is(at + 1 + count, ";") ||
                token(at + 1 + count).key == kAnd)) {
            ++count;
        }
        return count == 0 ? source_.tokens.size() : count;
    }

    std::optional<LawName> simple() { return is_amending(first_) ? std::nullopt : read(); }

    [[nodiscard]] std::string written(std::size_t first, std::size_t last) const {
        return single_spaced(
            support::slice(source_.text, {token(first).begin, token(last - 1).end}));
    }

    // "Luật Viên chức (sửa đổi)"
    void add_revised(LawName& out) const {
        const std::size_t at = out.last;
        const bool revised = more(at + 3) && source_.is(at, "(") && token(at + 1).key == kAmend &&
                             token(at + 2).key == kChange && source_.is(at + 3, ")");
        if (!revised) return;
        out.name += " (sửa đổi)";
        out.last = at + 4;
    }

    // A name that no table holds begins with a capital and goes on to the first word that cannot
    // be in a name.
    std::optional<LawName> free_name() {
        if (token(first_).key != kLaw || token(first_).letter_case == LetterCase::lower) {
            return std::nullopt;
        }
        std::size_t at = first_ + 1;
        if (!more(at) || token(at).kind != TokenKind::word) return std::nullopt;
        if (token(at).letter_case == LetterCase::lower || ends().starts(source_.tokens, at)) {
            return std::nullopt;
        }
        while (more(at) && at < first_ + kLongestFreeName && token(at).kind == TokenKind::word &&
               !ends().starts(source_.tokens, at)) {
            ++at;
        }
        LawName out{at, written(first_, at), {}};
        add_revised(out);
        return out;
    }

    const TokenText& source_;
    std::size_t first_;
};

}  // namespace

std::optional<LawName> read_law_name(const TokenText& source, std::size_t at) {
    return LawReader(source, at).read();
}

}  // namespace tracuu::analyzers
