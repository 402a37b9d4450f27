#pragma once

#include <string_view>

namespace tracuu::server::http {

/// The size of request line and headers with the empty line; npos while that has not come.
[[nodiscard]] std::size_t end_of_head(std::string_view bytes);

/// True when `head` has `word` (in lower case) in any case.
[[nodiscard]] bool contains_word(std::string_view head, std::string_view word);

/// The value of the first header `name` (in lower case); empty when there is none.
[[nodiscard]] std::string_view header_value(std::string_view head, std::string_view name);

}  // namespace tracuu::server::http
