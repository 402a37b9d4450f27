#pragma once

#include <string>

#include "analyzers/header/head.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {

/// Type and title (trích yếu) as the lines under the head state them.
struct TitleLines {
    std::string type;   ///< official name; empty when no type line is there
    std::string title;  ///< one line, as in the text
    support::ByteRange span;
    std::string issuer;  ///< "CỦA BỘ CHÍNH TRỊ, BAN BÍ THƯ" under the type; may be empty
};

/// Reads the type line and the title, or the "V/v" of a letter.
[[nodiscard]] TitleLines read_title(const Reading& reading, const Head& head);

}  // namespace tracuu::analyzers
