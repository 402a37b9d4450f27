#pragma once

#include <string>

#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// The name of the person who signed: the first name under an office line ("KT. CHỦ TỊCH"), else
/// a name in the last line. Empty when the text holds none.
[[nodiscard]] std::string read_signer(const Reading& reading);

}  // namespace tracuu::analyzers
