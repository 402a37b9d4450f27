#include <algorithm>
#include <string>
#include <unordered_map>

#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/task/body_grammar.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

struct Bodies {
    std::vector<KnownBody> rows;
    std::unordered_map<std::string, std::size_t> by_name;  // folded

    Bodies() {
        const support::DataTable table("bodies.tsv", tracuu_analyzers::file("bodies.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            rows.push_back({table.cell(row, "name"), table.cell(row, "level"),
                            table.list(row, "aliases"), table.cell(row, "valid_from"),
                            table.cell(row, "valid_to")});
        }
        // Names before aliases, bodies that exist before those that ended.
        for (const bool alias : {false, true}) {
            for (const bool ended : {false, true}) add(alias, ended);
        }
    }

  private:
    void add(bool alias, bool ended) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].valid_to.empty() == ended) continue;
            if (!alias) by_name.emplace(fold(rows[i].name), i);
            if (!alias) continue;
            for (const std::string_view name : rows[i].aliases) by_name.emplace(fold(name), i);
        }
    }
};

const Bodies& bodies() {
    static const Bodies all;
    return all;
}

struct Abbreviations {
    std::vector<Abbreviation> rows;
    std::unordered_map<std::string_view, std::vector<std::string_view>> expansions;

    Abbreviations() {
        const support::DataTable table("abbreviations.tsv",
                                       tracuu_analyzers::file("abbreviations.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            rows.push_back({table.cell(row, "abbreviation"), table.cell(row, "expansion")});
        }
        for (const Abbreviation& row : rows) {
            expansions[row.abbreviation].push_back(row.expansion);
        }
    }
};

const Abbreviations& short_forms() {
    static const Abbreviations all;
    return all;
}

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The name of the body that an office-holder stands for.
std::string without_office(const std::string& name) {
    const Reading reading(name);
    const TokenRange all{0, static_cast<std::uint32_t>(reading.tokens.size())};
    const BodyList list = read_body_list(TokenReader(reading, all), 0, {true, true});
    const bool whole = list.bodies.size() == 1 && list.last == all.last;
    return whole ? list.bodies.front().name : name;
}

// A name cut before the place at its end.
struct Placed {
    std::string name;
    const Province* province = nullptr;
};

constexpr std::size_t kLongestPlace = 5;  // words: "Thành phố Hồ Chí Minh"

// "Sở Nội vụ tỉnh Kon Tum", "Viettel Nghệ An": the longest province name at the end.
Placed split_place(const std::string& name) {
    std::size_t cut = name.size();
    Placed best{name, nullptr};
    for (std::size_t words = 0; words < kLongestPlace; ++words) {
        cut = name.rfind(' ', cut - 1);
        if (cut == std::string::npos || cut == 0) break;
        const std::string_view place = std::string_view(name).substr(cut + 1);
        if (place.empty() || fold(place.substr(0, 1)) == place.substr(0, 1)) {
            const std::string low = lower(place);
            const bool kind = low.substr(0, 6) == "tỉnh " || low.substr(0, 7) == "thành p";
            if (!kind) continue;  // places start with a capital, or with their kind
        }
        if (const Province* province = find_province(place)) {
            best = {name.substr(0, cut), province};
        }
    }
    return best;
}

// Without "tỉnh", "thành phố" left at the end of the name.
std::string without_kind(const std::string& name) {
    const std::string low = lower(name);
    for (const std::string_view kind : {" tỉnh", " thành phố"}) {
        if (ends_with(low, kind) && low.size() == name.size()) {
            return name.substr(0, name.size() - kind.size());
        }
    }
    return name;
}

// Every abbreviation that has one expansion written out.
std::string expanded(const std::string& name) {
    std::string out;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        const std::string_view word = std::string_view(name).substr(begin, end - begin);
        const auto found = short_forms().expansions.find(word);
        if (!out.empty()) out += ' ';
        out += found == short_forms().expansions.end() ? word : found->second.front();
        begin = end + 1;
    }
    return out;
}

const KnownBody* find_variant(const Placed& placed) {
    for (const std::string& name : {placed.name, expanded(placed.name)}) {
        if (const KnownBody* body = find_body(name)) return body;
        if (const KnownBody* body = find_body(without_kind(name))) return body;
        if (const KnownBody* body = find_body(without_kind(name) + " tỉnh")) return body;
    }
    return nullptr;
}

// "Ủy ban nhân dân tỉnh" is Ủy ban nhân dân thành phố in a city under the central government.
std::string displayed(std::string_view name, std::string_view jurisdiction) {
    const Province* province = find_province(jurisdiction);
    const bool city = province != nullptr && province->kind == "thành phố";
    if (!city || !ends_with(name, " tỉnh")) return std::string(name);
    return std::string(name.substr(0, name.size() - std::string_view("tỉnh").size())) + "thành phố";
}

constexpr std::string_view kCentral = "Trung ương";

}  // namespace

const KnownBody* find_body(std::string_view name) {
    const auto found = bodies().by_name.find(fold(name));
    return found == bodies().by_name.end() ? nullptr : &bodies().rows[found->second];
}

BodyIdentity identify_body(std::string_view name, std::string_view jurisdiction) {
    const std::string plain = without_office(normalize(name));
    const KnownBody* whole = find_body(plain);
    const bool central = whole != nullptr && whole->level == "central";
    const Placed placed = central ? Placed{plain, nullptr} : split_place(plain);
    const KnownBody* known = central ? whole : find_variant(placed);
    BodyIdentity identity;
    if (known != nullptr && known->level == "central" && placed.province == nullptr) {
        identity = {slug(known->name), std::string(known->name), std::string(kCentral), "central"};
        return identity;
    }
    // "Viettel Nghệ An" is the branch there, not the central enterprise.
    const bool branch = known != nullptr && known->level == "central";
    if (branch) known = nullptr;
    const std::string base = known    ? std::string(known->name)
                             : branch ? placed.name
                                      : without_kind(expanded(placed.name));
    identity.jurisdiction =
        placed.province ? std::string(placed.province->name) : std::string(jurisdiction);
    identity.level = known ? std::string(known->level) : std::string();
    identity.name = displayed(base, identity.jurisdiction);
    identity.id = slug(base);
    if (identity.id.empty()) return identity;
    const bool local = !identity.jurisdiction.empty() && identity.jurisdiction != kCentral;
    if (local) identity.id += '.' + slug(identity.jurisdiction);
    return identity;
}

std::vector<std::string_view> expand_abbreviation(std::string_view word) {
    const auto found = short_forms().expansions.find(word);
    return found == short_forms().expansions.end() ? std::vector<std::string_view>()
                                                   : found->second;
}

const std::vector<Abbreviation>& abbreviations() {
    return short_forms().rows;
}

}  // namespace tracuu::analyzers
