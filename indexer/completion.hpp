#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/query/ast.hpp"

namespace tracuu::indexer {

/// What is being typed, made ready to be completed.
struct Typed {
    std::string squeezed;          ///< letters and digits, folded: `18nqtw`; for numbers
    std::vector<QueryWord> words;  ///< whole words before the last
    std::string last;              ///< folded beginning of the last word; may be empty
};

/// Longest text that is completed, in bytes; longer ones have no completions.
inline constexpr std::size_t kLongestTyped = 200;
[[nodiscard]] Typed read_typed(std::string_view typed);

/// Letters and digits of `text`, folded, without anything between them.
[[nodiscard]] std::string squeeze(std::string_view text);

}  // namespace tracuu::indexer
