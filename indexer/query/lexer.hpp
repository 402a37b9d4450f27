#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/query/ast.hpp"

namespace tracuu::indexer {

enum class LexemeKind : std::uint8_t {
    word,    ///< anything between spaces, parentheses and quotes
    phrase,  ///< between quotes
    field,   ///< `name:` directly before its value
    open,
    close,
    either,
    both,
    negate  ///< ( ) OR AND NOT or a leading -
};

/// A piece of a query as typed.
struct Lexeme {
    LexemeKind kind = LexemeKind::word;
    std::string_view text;  ///< of words and phrases, without quotes
    QueryField field = QueryField::number;
};

struct Lexemes {
    std::vector<Lexeme> list;
    bool broken = false;  ///< a quote is not closed, or a `name:` has an unknown name
    bool loose = false;   ///< a field has no value and was read as a word
};

/// Cuts a query into pieces. Accepts straight and typographic double quotes. Linear.
[[nodiscard]] Lexemes lex(std::string_view query);

}  // namespace tracuu::indexer
