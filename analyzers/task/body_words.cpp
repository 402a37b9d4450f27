#include "analyzers/task/body_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/text/phrase_table.hpp"
#include "support/data_table.hpp"
#include "support/error.hpp"

namespace tracuu::analyzers {
namespace {

constexpr std::array<std::string_view, 12> kKinds{
    "named", "name",      "unit",     "sector", "place",  "level",
    "qualifier", "relative", "nested", "filler", "stop", "not"};
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

struct Tables {
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
            if (start) starts.add(phrase, index);
            if (kind == BodyWord::unit) units.add(phrase, index);
            parts[static_cast<std::size_t>(kind)].add(phrase, index);
        }
    }

    // Names of the gazetteer, and those of its aliases that are words, not abbreviations.
    void add_known() {
        const support::DataTable table("bodies.tsv", tracuu_analyzers::file("bodies.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            const bool enterprise = table.cell(row, "kind") == "enterprise";
            const auto index = static_cast<std::int32_t>(rows.size());
            rows.push_back({BodyWord::name,
                            enterprise ? BodyGroup::enterprise : BodyGroup::none, 0, {}});
            add_name(table.cell(row, "name"), index);
            for (const std::string_view alias : table.list(row, "aliases")) {
                if (alias.size() >= 4) add_name(alias, index);
            }
        }
    }

    // "Chủ tịch Ủy ban nhân dân" is an office, not the body that has to act.
    void add_name(std::string_view name, std::int32_t index) {
        const std::vector<Token> tokens = tokenize(name);
        if (!offices.starts(tokens, 0)) starts.add(name, index);
    }

    void add_offices() {
        const support::DataTable table("office_holders.tsv",
                                       tracuu_analyzers::file("office_holders.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            offices.add(table.cell(row, "title"), static_cast<std::int32_t>(hidden.size()));
            hidden.push_back(table.cell(row, "body"));
        }
    }
};

const Tables& tables() {
    static const Tables all;
    return all;
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
    return lookup(tables().starts, text, at);
}

std::optional<BodyPhrase> body_unit(const TokenReader& text, std::uint32_t at) {
    return lookup(tables().units, text, at);
}

std::uint32_t body_part(BodyWord kind, const TokenReader& text, std::uint32_t at) {
    if (!text.inside(at)) return 0;
    const auto match = tables().parts[static_cast<std::size_t>(kind)].longest(text.tokens(), at);
    return match ? match->length : 0;
}

std::optional<Office> office_title(const TokenReader& text, std::uint32_t at) {
    if (!text.is_word(at)) return std::nullopt;
    const auto match = tables().offices.longest(text.tokens(), at);
    if (!match) return std::nullopt;
    return Office{match->length, tables().hidden[static_cast<std::size_t>(match->value)]};
}

}  // namespace tracuu::analyzers
