#pragma once

#include <cstddef>
#include <string>

namespace tracuu::bench {

/// About `bytes` bytes of one plan in the usual layout: legal bases, then numbered sections whose
/// items cite documents, name bodies and set deadlines. The same seed gives the same bytes.
[[nodiscard]] std::string generated_plan(std::size_t bytes, unsigned seed);

/// `piece` again and again, about `bytes` bytes in all.
[[nodiscard]] std::string repeated(const std::string& piece, std::size_t bytes);

}  // namespace tracuu::bench
