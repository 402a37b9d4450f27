#include <string>
#include <unordered_map>

#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/gazetteer/places.hpp"
#include "analyzers/letter.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

struct Provinces {
    std::vector<Province> rows;
    std::unordered_map<std::string, const Province*> by_name;
    std::unordered_map<std::string, std::vector<const Province*>> by_seat;
};

Provinces read_provinces() {
    const support::DataTable table("provinces.tsv", tracuu_analyzers::file("provinces.tsv"));
    Provinces out;
    out.rows.reserve(table.size());
    for (std::size_t row = 0; row < table.size(); ++row) {
        out.rows.push_back({table.cell(row, "name"), table.cell(row, "kind"),
                            table.cell(row, "valid_from"), table.cell(row, "valid_to"),
                            table.cell(row, "successor")});
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        out.by_name.emplace(bare_place_name(out.rows[row].name), &out.rows[row]);
    }
    for (std::size_t row = 0; row < table.size(); ++row) {
        for (const std::string_view alias : table.list(row, "aliases")) {
            out.by_name.emplace(bare_place_name(alias), &out.rows[row]);
        }
        for (const std::string_view seat : table.list(row, "seats")) {
            out.by_seat[bare_place_name(seat)].push_back(&out.rows[row]);
        }
    }
    return out;
}

const Provinces& tables() {
    static const Provinces provinces = read_provinces();
    return provinces;
}

bool existed(const Province& province, std::optional<support::Date> date) {
    if (province.valid_to.empty()) return true;
    return date && date->iso() <= province.valid_to;
}

bool drop_prefix(std::string& name, std::string_view prefix) {
    if (name.compare(0, prefix.size(), prefix) != 0) return false;
    name.erase(0, prefix.size());
    return true;
}

// Hyphens and dots inside names are written in every way: "Thừa Thiên - Huế", "TP.HCM".
std::string plain_words(std::string_view name) {
    std::string out;
    for (const char c : fold(name)) {
        const bool separator = c == ' ' || c == '.' || c == '-' || c == ',' || c == '*';
        if (!separator) {
            out.push_back(c);
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

}  // namespace

std::string bare_place_name(std::string_view name) {
    std::string out = plain_words(name);
    for (const std::string_view prefix : {"tinh ", "thanh pho ", "tp ", "thu do "}) {
        if (drop_prefix(out, prefix)) break;
    }
    return out;
}

const std::vector<Province>& provinces() {
    return tables().rows;
}

const Province* find_province(std::string_view name) {
    const auto found = tables().by_name.find(bare_place_name(name));
    return found == tables().by_name.end() ? nullptr : found->second;
}

const Province* province_of_place(std::string_view place, std::optional<support::Date> date) {
    const auto found = tables().by_seat.find(bare_place_name(place));
    if (found == tables().by_seat.end()) return find_province(place);
    const Province* best = nullptr;
    for (const Province* province : found->second) {
        if (!existed(*province, date)) continue;
        // Of two that existed the one that ended first is meant: before it ended it had the seat.
        if (best == nullptr || (!province->valid_to.empty() && best->valid_to.empty())) {
            best = province;
        }
    }
    return best != nullptr ? best : found->second.front();
}

const Province* province_of_place(std::string_view place) {
    return province_of_place(place, std::nullopt);
}

}  // namespace tracuu::analyzers
