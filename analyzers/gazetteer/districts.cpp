#include <string>
#include <unordered_map>

#include "analyzers/gazetteer/data_file.hpp"
#include "analyzers/gazetteer/places.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

// Districts by folded name; names that several provinces have map to nullptr.
std::unordered_map<std::string, const Province*> read_districts() {
    std::unordered_map<std::string, const Province*> out;
    const support::DataTable table("districts.tsv", tracuu_analyzers::file("districts.tsv"));
    for (std::size_t row = 0; row < table.size(); ++row) {
        const Province* province = find_province(table.cell(row, "province"));
        const auto [slot, added] =
            out.try_emplace(bare_place_name(table.cell(row, "name")), province);
        if (!added && slot->second != province) slot->second = nullptr;
    }
    return out;
}

}  // namespace

const Province* province_of_district(std::string_view name) {
    static const std::unordered_map<std::string, const Province*> districts = read_districts();
    std::string bare = bare_place_name(name);
    for (const std::string_view kind : {"huyen ", "quan ", "thi xa "}) {
        if (bare.compare(0, kind.size(), kind) == 0) bare.erase(0, kind.size());
    }
    const auto found = districts.find(bare);
    return found == districts.end() ? nullptr : found->second;
}

}  // namespace tracuu::analyzers
