#pragma once

#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/task/token_reader.hpp"

namespace tracuu::analyzers {

/// What one paragraph says of who has to do it. Spans are bytes of the flow text.
struct RoleReading {
    std::vector<TaskBody> bodies;  ///< each (name, role) once, in text order
    bool ordered = false;          ///< "Giao X ...", "X yêu cầu Y ..."
    bool subject = false;          ///< the first sentence names who acts
    bool bound = false;       ///< ... with "chủ trì", "có trách nhiệm" or an office-holder
    bool verb_first = false;  ///< starts with an action, after circumstances
    bool ordered_later = false;      ///< a later clause does: "...; giao X ..."
    bool carries_out = false;        ///< a sentence says who carries out the document
    bool subject_later = false;      ///< a later sentence names who acts
    std::uint32_t subject_last = 0;  ///< token after the subject of the first sentence
    bool stance = false;  ///< an opinion, a decision of the issuer or a statement of the past

    /// The first sentence itself says who has to act.
    [[nodiscard]] bool names_lead() const noexcept { return ordered || subject; }
};

/// Reads the bodies of one paragraph and their roles. Linear.
[[nodiscard]] RoleReading read_roles(const Reading& reading, TokenRange range);

/// Adds `body` unless that name already has that role.
void add_body(std::vector<TaskBody>& bodies, TaskBody body);

/// Orders by role (lead, support, reports_to), text order within a role.
void sort_by_role(std::vector<TaskBody>& bodies);

}  // namespace tracuu::analyzers
