#pragma once

#include <optional>

#include "analyzers/extraction.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// What the paragraph says is to be made: the first product named right after a word of making
/// ("xây dựng Đề án ..."), to the end of its name. The span is in the flow text.
[[nodiscard]] std::optional<Product> read_product(const Reading& reading, TokenRange range);

/// What the cell "Sản phẩm" of a table or the line "Sản phẩm: ..." names: all of it; nullopt
/// when it is empty.
[[nodiscard]] std::optional<Product> product_of_cell(const Reading& reading, TokenRange cell);

}  // namespace tracuu::analyzers
