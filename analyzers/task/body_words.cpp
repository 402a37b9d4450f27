#include "analyzers/task/body_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/task/first_word_filter.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/data_table.hpp"
#include "support/error.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::array<std::string_view, 14> kKinds{
    "named",    "name",   "unit",   "sector", "place",   "level", "qualifier",
    "relative", "nested", "filler", "stop",   "surname", "not",   "compound"};
constexpr std::array<std::string_view, 6> kGroups{"",      "split", "enterprise",
                                                  "state", "party", "committee"};

template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        throw support::Error(support::ErrorCode::internal, "unknown word in body_heads.tsv",
                             std::string(name));
    }
    return static_cast<std::size_t>(found - names.begin());
}

// Tables of the filter beside one for each kind.
constexpr std::size_t kStarts = kKinds.size();
constexpr std::size_t kUnits = kStarts + 1;
constexpr std::size_t kOffices = kStarts + 2;

struct Tables {
    FirstWordFilter filter;
    std::vector<BodyPhrase> rows;
    PhraseTable starts;  // named, name, unit, not
    PhraseTable units;
    std::array<PhraseTable, kKinds.size()> parts;
    PhraseTable offices;
    std::vector<std::string_view> hidden;  // bodies hidden in titles

    Tables() {
        add_heads();
        add_offices();
        add_known();
    }

  private:
    void add_heads() {
        const support::DataTable table("body_heads.tsv", tracuu_analyzers::file("body_heads.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            const auto kind = static_cast<BodyWord>(index_of(kKinds, table.cell(row, "kind")));
            const auto group = static_cast<BodyGroup>(index_of(kGroups, table.cell(row, "group")));
            const std::string_view phrase = table.cell(row, "phrase");
            const auto index = static_cast<std::int32_t>(rows.size());
            rows.push_back({kind, group, 0, table.cell(row, "canonical")});
            const bool start = kind <= BodyWord::unit || kind == BodyWord::not_body;
            if (start) add_start(phrase, index);
            if (kind == BodyWord::unit) {
                units.add(phrase, index);
                filter.add(phrase, kUnits);
            }
            parts[static_cast<std::size_t>(kind)].add(phrase, index);
            filter.add(phrase, static_cast<std::size_t>(kind));
        }
    }

    // Names of the gazetteer, and those of its aliases that are words, not abbreviations.
    void add_known() {
        const support::DataTable table("bodies.tsv", tracuu_analyzers::file("bodies.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            const bool enterprise = table.cell(row, "kind") == "enterprise";
            const auto index = static_cast<std::int32_t>(rows.size());
            rows.push_back(
                {BodyWord::name, enterprise ? BodyGroup::enterprise : BodyGroup::none, 0, {}});
            add_name(table.cell(row, "name"), index);
            for (const std::string_view alias : table.list(row, "aliases")) {
                if (alias.size() >= 4) add_name(alias, index);
            }
        }
    }

    // "Chủ tịch Ủy ban nhân dân" is an office, not the body that has to act.
    void add_name(std::string_view name, std::int32_t index) {
        const std::vector<Token> tokens = tokenize(name);
        if (!offices.starts(tokens, 0)) add_start(name, index);
    }

    void add_start(std::string_view phrase, std::int32_t index) {
        starts.add(phrase, index);
        filter.add(phrase, kStarts);
    }

    void add_offices() {
        const support::DataTable table("office_holders.tsv",
                                       tracuu_analyzers::file("office_holders.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            offices.add(table.cell(row, "title"), static_cast<std::int32_t>(hidden.size()));
            filter.add(table.cell(row, "title"), kOffices);
            hidden.push_back(table.cell(row, "body"));
        }
    }
};

const Tables& tables() {
    static const Tables all;
    return all;
}

bool may_start(const TokenReader& text, std::uint32_t at, std::size_t table) {
    return text.inside(at) && tables().filter.may_start(text.token(at).key, table);
}

std::optional<BodyPhrase> lookup(const PhraseTable& table, const TokenReader& text,
                                 std::uint32_t at) {
    if (!text.is_word(at)) return std::nullopt;
    const auto match = table.longest(text.tokens(), at);
    if (!match) return std::nullopt;
    BodyPhrase phrase = tables().rows[static_cast<std::size_t>(match->value)];
    phrase.length = match->length;
    return phrase;
}

}  // namespace

std::optional<BodyPhrase> body_start(const TokenReader& text, std::uint32_t at) {
    if (!may_start(text, at, kStarts)) return std::nullopt;
    return lookup(tables().starts, text, at);
}

std::optional<BodyPhrase> body_unit(const TokenReader& text, std::uint32_t at) {
    if (!may_start(text, at, kUnits)) return std::nullopt;
    return lookup(tables().units, text, at);
}

bool body_split_head(const TokenReader& text, std::uint32_t at) {
    if (!may_start(text, at, static_cast<std::size_t>(BodyWord::named))) return false;
    const auto& heads = tables().parts[static_cast<std::size_t>(BodyWord::named)];
    const auto match = heads.longest(text.tokens().first(at + 1), at);
    return match && tables().rows[static_cast<std::size_t>(match->value)].group == BodyGroup::split;
}

std::uint32_t body_part(BodyWord kind, const TokenReader& text, std::uint32_t at) {
    if (!may_start(text, at, static_cast<std::size_t>(kind))) return 0;
    const auto match = tables().parts[static_cast<std::size_t>(kind)].longest(text.tokens(), at);
    if (!match) return 0;
    // "Ban Tổ chức" has a sector, "tổ chức thực hiện" has none: short ones are written large.
    const bool name = kind != BodyWord::sector || match->length > 2 || text.is_capital(at);
    return name ? match->length : 0;
}

std::optional<Office> office_title(const TokenReader& text, std::uint32_t at) {
    if (!text.is_word(at) || !may_start(text, at, kOffices)) return std::nullopt;
    const auto match = tables().offices.longest(text.tokens(), at);
    if (!match) return std::nullopt;
    return Office{match->length, tables().hidden[static_cast<std::size_t>(match->value)]};
}

}  // namespace tracuu::analyzers
