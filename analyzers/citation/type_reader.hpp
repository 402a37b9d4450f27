#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// The type of a cited document and where the words that name it begin.
struct TypeMatch {
    std::string name;       ///< empty when no word before the number names a type
    std::size_t first = 0;  ///< first token of the type, of "số" or of the number
};

/// Reads the type named before the number `match`, not before token `floor`.
[[nodiscard]] TypeMatch read_type(const TokenText& source, const NumberMatch& match,
                                  std::size_t floor);

/// The type that the number itself implies: by its code and system, `Công văn` for a letter.
[[nodiscard]] std::string implied_type(const DocumentNumber& number);

/// The official kind of a type as written, when the number has the code `code`: "Báo cáo thẩm
/// tra" under BC is a Báo cáo, "Kế hoạch hành động" stays.
[[nodiscard]] std::string official_kind(std::string_view written, std::string_view code);

/// The type named at token `at` ("Kế hoạch hành động"), longest first; empty when none is.
struct TypeName {
    std::string name;
    std::size_t last = 0;
};
[[nodiscard]] TypeName type_at(const TokenText& source, std::size_t at);

}  // namespace tracuu::analyzers
