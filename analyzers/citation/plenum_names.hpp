#pragma once

#include <optional>
#include <string>

#include "analyzers/citation/number_grammar.hpp"

namespace tracuu::analyzers {

/// A resolution or conclusion named by the meeting that passed it.
struct PlenumName {
    std::size_t last = 0;  ///< token after it
    std::string name;      ///< one space between words
};

/// "Nghị quyết Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", "Nghị quyết Trung
/// ương 4 khóa XI", "Nghị quyết Đại hội XIII của Đảng" at token `at`; nullopt when there is none.
[[nodiscard]] std::optional<PlenumName> read_plenum_name(const TokenText& source, std::size_t at);

}  // namespace tracuu::analyzers
