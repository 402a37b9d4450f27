#include <algorithm>
#include <string>
#include <unordered_map>

#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/letter.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

struct Bodies {
    std::vector<KnownBody> rows;
    std::unordered_map<std::string, std::vector<std::size_t>> by_name;  // folded, best first
    std::unordered_map<std::string, std::size_t> exact;

    Bodies() {
        const support::DataTable table("bodies.tsv", tracuu_analyzers::file("bodies.tsv"));
        for (std::size_t row = 0; row < table.size(); ++row) {
            rows.push_back({table.cell(row, "name"), table.cell(row, "level"),
                            table.list(row, "aliases"), table.cell(row, "valid_from"),
                            table.cell(row, "valid_to"), table.list(row, "successor")});
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
            if (!alias) add(rows[i].name, i);
            if (!alias) continue;
            for (const std::string_view name : rows[i].aliases) add(name, i);
        }
    }
    void add(std::string_view name, std::size_t row) {
        exact.emplace(name, row);
        std::vector<std::size_t>& found = by_name[fold(name)];
        if (std::find(found.begin(), found.end(), row) == found.end()) found.push_back(row);
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

}  // namespace

const std::vector<KnownBody>& known_bodies() {
    return bodies().rows;
}

const KnownBody* find_body(std::string_view name) {
    // BTCTU is Ban Tổ chức Tỉnh ủy, BTCTƯ that of Trung ương.
    const auto exact = bodies().exact.find(std::string(name));
    if (exact != bodies().exact.end()) return &bodies().rows[exact->second];
    const auto found = bodies().by_name.find(fold(name));
    return found == bodies().by_name.end() ? nullptr : &bodies().rows[found->second.front()];
}

std::vector<const KnownBody*> find_bodies(std::string_view name) {
    std::vector<const KnownBody*> all;
    const auto found = bodies().by_name.find(fold(name));
    if (found == bodies().by_name.end()) return all;
    for (const std::size_t row : found->second) all.push_back(&bodies().rows[row]);
    return all;
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
