#include "analyzers/task/product_table.hpp"

#include "analyzers/gazetteer/data_file.hpp"
#include "support/data_table.hpp"

namespace tracuu::analyzers {

ProductTable::ProductTable() {
    const support::DataTable rows("products.tsv", tracuu_analyzers::file("products.tsv"));
    for (std::size_t row = 0; row < rows.size(); ++row) {
        phrases_.add(rows.cell(row, "phrase"), static_cast<std::int32_t>(row));
        kinds_.emplace_back(rows.cell(row, "kind"));
        also_verbs_.push_back(rows.cell(row, "also_verb") == "yes");
        in_names_.push_back(rows.cell(row, "in_names") == "yes");
    }
}

const ProductTable& ProductTable::builtin() {
    static const ProductTable table;
    return table;
}

ProductNoun ProductTable::at(const TokenReader& text, std::uint32_t at) const {
    if (!text.inside(at)) return {};
    const auto match = phrases_.longest(text.tokens(), at);
    if (!match) return {};
    const auto row = static_cast<std::size_t>(match->value);
    return {match->length, &kinds_[row], also_verbs_[row], in_names_[row]};
}

}  // namespace tracuu::analyzers
