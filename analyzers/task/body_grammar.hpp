#pragma once

#include <string>
#include <vector>

#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// One body named in a text.
struct BodyMention {
    std::string name;         ///< as written, titles of office-holders stripped, `Ủy` not `Uỷ`
    ByteRange span;           ///< flow text: from its title to its last word
    std::uint32_t first = 0;  ///< tokens [first, last)
    std::uint32_t last = 0;
    bool collective = false;  ///< a generic noun or a plural: `các cơ quan, đơn vị`
    bool enterprise = false;  ///< a known enterprise
};

/// A list of bodies: "Sở Tài chính, Giám đốc Sở Tư pháp và các đơn vị có liên quan".
struct BodyList {
    std::vector<BodyMention> bodies;
    std::uint32_t last = 0;  ///< token after the list; the start when it is empty
    [[nodiscard]] bool empty() const noexcept { return bodies.empty(); }
};

struct BodyListOptions {
    /// The tokens are a heading: verbs are parts of names there.
    bool heading = false;
    /// ";" may stand between bodies.
    bool semicolons = false;
};

/// Reads the list of bodies that starts exactly at `at`. Enumerations are split, a collective
/// under one "các" is one body, office-holders give their body. Linear.
[[nodiscard]] BodyList read_body_list(const TokenReader& text, std::uint32_t at,
                                      BodyListOptions options = {});

/// The bodies of a heading that is nothing but a list of them; empty when it is anything else.
/// A colon, a parenthesis and "có trách nhiệm", "chủ trì" after the list are allowed.
[[nodiscard]] std::vector<BodyMention> bodies_of_heading(const Reading& reading, TokenRange range);

}  // namespace tracuu::analyzers
