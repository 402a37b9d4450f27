#pragma once

#include <string>
#include <vector>

#include "analyzers/task/token_reader.hpp"
#include "analyzers/text/phrase_table.hpp"

namespace tracuu::analyzers {

/// A noun of data/products.tsv found in a text.
struct ProductNoun {
    std::uint32_t length = 0;  ///< tokens; 0 when none was found
    const std::string* kind = nullptr;
    bool also_verb = false;  ///< "quyết định", "báo cáo"
    bool in_names = false;   ///< bodies have it in their names: "chính sách"
};

/// The table products.tsv: what an order may have made.
class ProductTable {
  public:
    /// The table that is compiled in. Built once, then only read: any number of threads.
    [[nodiscard]] static const ProductTable& builtin();

    /// The longest noun at `at`.
    [[nodiscard]] ProductNoun at(const TokenReader& text, std::uint32_t at) const;

  private:
    ProductTable();
    PhraseTable phrases_;
    std::vector<std::string> kinds_;  // of the phrase with value i
    std::vector<bool> also_verbs_;
    std::vector<bool> in_names_;
};

}  // namespace tracuu::analyzers
