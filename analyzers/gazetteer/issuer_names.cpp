#include "analyzers/gazetteer/issuer_names.hpp"
#include "analyzers/gazetteer/data_file.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {
namespace {

void add(BodyNames& out, std::string_view name, std::string_view level) {
    out.phrases.add(name, static_cast<std::int32_t>(out.names.size()));
    out.names.push_back(name);
    out.levels.push_back(level);
}

BodyNames read_names() {
    BodyNames out;
    const support::DataTable bodies("bodies.tsv", tracuu_analyzers::file("bodies.tsv"));
    for (std::size_t row = 0; row < bodies.size(); ++row) {
        add(out, bodies.cell(row, "name"), bodies.cell(row, "level"));
    }
    const support::DataTable issuers("issuers.tsv", tracuu_analyzers::file("issuers.tsv"));
    for (std::size_t row = 0; row < issuers.size(); ++row) {
        add(out, issuers.cell(row, "name"), issuers.cell(row, "level"));
    }
    for (std::size_t row = 0; row < bodies.size(); ++row) {
        for (const std::string_view alias : bodies.list(row, "aliases")) {
            add(out, alias, bodies.cell(row, "level"));
        }
    }
    return out;
}

}  // namespace

const BodyNames& body_names() {
    static const BodyNames names = read_names();
    return names;
}

const PhraseTable& office_titles() {
    static const PhraseTable table = [] {
        PhraseTable out;
        const support::DataTable rows("office_holders.tsv",
                                      tracuu_analyzers::file("office_holders.tsv"));
        for (std::size_t row = 0; row < rows.size(); ++row) {
            out.add(rows.cell(row, "title"), static_cast<std::int32_t>(row));
        }
        return out;
    }();
    return table;
}

}  // namespace tracuu::analyzers
