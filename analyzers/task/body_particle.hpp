#pragma once

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// "các" stands at `at`.
[[nodiscard]] inline bool is_all(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t all = token_key("các");
    return text.has_key(at, all);
}

/// A word that makes a plural ("các", "những", "từng", "mỗi") stands at `at`.
[[nodiscard]] inline bool is_plural(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t some = token_key("những");
    static const std::uint64_t each = token_key("từng");
    static const std::uint64_t every = token_key("mỗi");
    return is_all(text, at) || text.has_key(at, some) || text.has_key(at, each) ||
           text.has_key(at, every);
}

/// "và" stands at `at`.
[[nodiscard]] inline bool is_and(const TokenReader& text, std::uint32_t at) {
    static const std::uint64_t both = token_key("và");
    return text.has_key(at, both);
}

}  // namespace tracuu::analyzers
