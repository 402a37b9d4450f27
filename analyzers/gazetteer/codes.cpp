#include "analyzers/gazetteer/codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <unordered_map>
#include <utility>

#include "analyzers/document_number.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/data_table.hpp"
#include "support/utf8.hpp"

namespace tracuu::analyzers {
namespace {

using support::DataTable;

// Cyrillic capitals and small letters that look like Latin ones; met in numbers typed on
// keyboards or produced by scanners with the wrong alphabet.
constexpr std::array<std::pair<char32_t, char>, 24> kLookAlikes{{
    {U'А', 'A'}, {U'В', 'B'}, {U'Е', 'E'}, {U'К', 'K'}, {U'М', 'M'}, {U'Н', 'H'},
    {U'О', 'O'}, {U'Р', 'P'}, {U'С', 'C'}, {U'Т', 'T'}, {U'Х', 'X'}, {U'У', 'Y'},
    {U'а', 'A'}, {U'в', 'B'}, {U'е', 'E'}, {U'к', 'K'}, {U'м', 'M'}, {U'н', 'H'},
    {U'о', 'O'}, {U'р', 'P'}, {U'с', 'C'}, {U'т', 'T'}, {U'х', 'X'}, {U'у', 'Y'},
}};

char32_t key_letter(char32_t c, bool bare) noexcept {
    if (auto letter = decompose(c)) {
        letter->upper = true;
        if (bare) letter->shape = Shape::plain;
        return compose(*letter);
    }
    if (c < 0x400 || c > 0x4FF) return c;
    for (const auto& [cyrillic, latin] : kLookAlikes) {
        if (cyrillic == c) return static_cast<char32_t>(latin);
    }
    return c;
}

std::string make_key(std::string_view code, bool bare) {
    std::string key;
    key.reserve(code.size());
    for (std::size_t at = 0; at < code.size();) {
        const support::Decoded c = support::decode(code, at);
        support::append(key, key_letter(c.code_point, bare));
        at += c.length;
    }
    return key;
}

struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
        return std::hash<std::string_view>{}(text);
    }
};

template <typename Row>
using Index = std::unordered_map<std::string, Row, TextHash, std::equal_to<>>;

template <typename Row>
const Row* look_up(const Index<Row>& index, std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &found->second;
}

// Codes in their official spelling find their row without a key being made: most codes of a text
// are written that way.
template <typename Row>
Index<const Row*> official_index(const Index<Row>& index) {
    Index<const Row*> out;
    for (const auto& [key, row] : index) {
        // An alias of another spelling shares the official code: the code's own row is meant.
        if (key == make_key(row.code, false)) out.emplace(row.code, &row);
    }
    return out;
}

template <typename Row>
const Row* find_row(const Index<const Row*>& official, const Index<Row>& exact,
                    std::string_view code) {
    if (const Row* const* row = look_up(official, code)) return *row;
    return look_up(exact, make_key(code, false));
}

struct TypeTables {
    std::vector<DocumentType> types;
    Index<TypeCode> exact;
    Index<const TypeCode*> official;
    Index<TypeCode> bare;
};

// An alias that differs from the code by case or marks only is a spelling of it; another one is a
// code of its own and stays as written.
std::string_view official(std::string_view alias, std::string_view code) {
    return bare_code_key(alias) == bare_code_key(code) ? code : alias;
}

TypeTables read_types() {
    const DataTable table("document_types.tsv", tracuu_analyzers::file("document_types.tsv"));
    TypeTables out;
    out.types.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        DocumentType type{table.cell(row, "name"), table.cell(row, "code"),
                          table.cell(row, "system"), 0};
        const std::string_view rank = table.cell(row, "rank");
        std::from_chars(rank.data(), rank.data() + rank.size(), type.rank);
        out.types.push_back(type);
    }
    const auto add = [&out](std::string_view code, std::string_view spelled, std::size_t row) {
        TypeCode& entry = out.exact[code_key(code)];
        if (entry.code.empty()) entry.code = spelled;
        entry.types.push_back(&out.types[row]);
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string_view code = out.types[row].code;
        if (!code.empty()) add(code, code, row);
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const std::string_view alias : table.list(row, "aliases")) {
            add(alias, official(alias, out.types[row].code), row);
        }
    }
    for (const auto& [key, entry] : out.exact) {
        TypeCode& guess = out.bare[bare_code_key(key)];
        // The commonest type wins among codes that differ by marks alone.
        if (guess.types.empty() || entry.types.front()->rank < guess.types.front()->rank) {
            guess = entry;
        }
    }
    return out;
}

const TypeTables& type_tables() {
    static const TypeTables tables = [] {
        TypeTables out = read_types();
        out.official = official_index(out.exact);
        return out;
    }();
    return tables;
}

struct IssuerTables {
    Index<IssuerCode> exact;
    Index<const IssuerCode*> official;
    Index<IssuerCode> bare;
};

void add_issuer(Index<IssuerCode>& index, std::string_view code, const IssuerCode& row) {
    IssuerCode& entry = index[code_key(code)];
    if (entry.code.empty()) {
        entry = row;
        return;
    }
    entry.party = entry.party || row.party;
    entry.state = entry.state || row.state;
    entry.local = entry.local || row.local;
    entry.central = entry.central || row.central;
}

IssuerTables read_issuers() {
    const DataTable table("issuers.tsv", tracuu_analyzers::file("issuers.tsv"));
    IssuerTables out;
    const auto row_of = [&table](std::size_t row) {
        const std::string_view system = table.cell(row, "system");
        const bool state = system == "state" || system == "assembly";
        return IssuerCode{table.cell(row, "code"),
                          table.cell(row, "name"),
                          !state,
                          state,
                          table.cell(row, "local") == "yes",
                          table.cell(row, "level") == "central"};
    };
    for (std::size_t row = 0; row < table.size(); ++row) {
        add_issuer(out.exact, table.cell(row, "code"), row_of(row));
    }
    Index<IssuerCode> aliases;
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const std::string_view alias : table.list(row, "aliases")) {
            IssuerCode entry = row_of(row);
            entry.code = official(alias, entry.code);
            add_issuer(aliases, alias, entry);
        }
    }
    out.exact.merge(aliases);  // an official code is never overruled by another body's alias
    for (const auto& [key, entry] : out.exact) {
        const auto [slot, added] = out.bare.try_emplace(bare_code_key(key), entry);
        if (!added && entry.code < slot->second.code) slot->second = entry;
    }
    return out;
}

const IssuerTables& issuer_tables() {
    static const IssuerTables tables = [] {
        IssuerTables out = read_issuers();
        out.official = official_index(out.exact);
        return out;
    }();
    return tables;
}

std::string without_digits(const std::string& key) {
    const std::size_t end = key.find_last_not_of("0123456789");
    return end == std::string::npos ? std::string() : key.substr(0, end + 1);
}

const Index<std::string>& slips() {
    static const Index<std::string> table = [] {
        const DataTable rows("number_slips.tsv", tracuu_analyzers::file("number_slips.tsv"));
        Index<std::string> out;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            out.emplace(code_key(rows.cell(row, "written")), rows.cell(row, "meant"));
        }
        return out;
    }();
    return table;
}

// Committees of the National Assembly and the Assembly itself carry the number of their term.
bool has_term(std::string_view key) noexcept {
    return key.substr(0, 2) == "QH" || key.substr(0, 2) == "UB" || key.substr(0, 2) == "HĐ";
}

}  // namespace

std::string code_key(std::string_view code) {
    return make_key(code, false);
}

std::string bare_code_key(std::string_view code) {
    return make_key(code, true);
}

bool is_code_spelling(std::string_view code) noexcept {
    for (std::size_t at = 0; at < code.size();) {
        const support::Decoded c = support::decode(code, at);
        const auto letter = decompose(c.code_point);
        if (letter && letter->tone != Tone::level) return false;
        at += c.length;
    }
    return true;
}

const std::vector<DocumentType>& document_types() {
    return type_tables().types;
}

const TypeCode* find_type_code(std::string_view code) {
    return find_row(type_tables().official, type_tables().exact, code);
}

const TypeCode* guess_type_code(std::string_view code) {
    if (const TypeCode* exact = find_type_code(code)) return exact;
    return look_up(type_tables().bare, bare_code_key(code));
}

const IssuerCode* find_issuer_code(std::string_view code) {
    if (const IssuerCode* const* row = look_up(issuer_tables().official, code)) return *row;
    const std::string key = code_key(code);
    if (const IssuerCode* row = look_up(issuer_tables().exact, key)) return row;
    const std::string base = without_digits(key);
    const bool term = base.size() + 1 <= key.size() && key.size() <= base.size() + 2;
    if (!term || !has_term(base)) return nullptr;
    const IssuerCode* row = look_up(issuer_tables().exact, base);
    return row != nullptr && row->name.find("Quốc hội") != std::string_view::npos ? row : nullptr;
}

const IssuerCode* guess_issuer_code(std::string_view code) {
    if (const IssuerCode* exact = find_issuer_code(code)) return exact;
    return look_up(issuer_tables().bare, bare_code_key(code));
}

std::string repaired_code(std::string_view code) {
    if (const std::string* meant = look_up(slips(), code)) return *meant;
    if (look_up(type_tables().official, code) != nullptr) return {};
    if (look_up(issuer_tables().official, code) != nullptr) return {};
    const std::string key = code_key(code);
    if (const std::string* meant = look_up(slips(), key)) return *meant;
    const std::string base = without_digits(key);
    if (base.size() == key.size() || base.empty()) return {};
    const std::string* meant = look_up(slips(), base);
    return meant == nullptr ? std::string() : *meant + key.substr(base.size());
}

std::string_view type_of_code(std::string_view code, NumberSystem system) {
    const TypeCode* found = find_type_code(code);
    if (found == nullptr) return {};
    const std::string_view wanted = system == NumberSystem::party ? "party" : "state";
    for (const DocumentType* type : found->types) {
        if (type->system == wanted || type->system == "both") return type->name;
    }
    return {};
}

bool is_local_issuer(std::string_view issuer_code) {
    const std::size_t unit = issuer_code.find_first_of("-.");
    const IssuerCode* whole = find_issuer_code(issuer_code);
    const IssuerCode* found =
        whole != nullptr ? whole : find_issuer_code(issuer_code.substr(0, unit));
    return found != nullptr && found->local;
}

}  // namespace tracuu::analyzers
