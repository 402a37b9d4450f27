#pragma once

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// The token after the places that start at `at` with their noun; `at` when there are none:
/// "tỉnh Kon Tum", "các xã, phường, đặc khu Cồn Cỏ", "các tỉnh: A, B và C", "các xã từ A đến B".
/// `several`: without "các" too a list of places may follow ("phường, xã").
[[nodiscard]] std::uint32_t read_places(const TokenReader& text, std::uint32_t at, bool several);

/// The token after the proper name at `at` and, past a comma or "và", further nouns of places
/// with theirs: what may follow a name that ends with such a noun ("Ủy ban nhân dân xã").
[[nodiscard]] std::uint32_t read_place_name(const TokenReader& text, std::uint32_t at);

}  // namespace tracuu::analyzers
