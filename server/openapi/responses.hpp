#pragma once

// Private to server/: what operations of the OpenAPI document answer, and how they fail.

#include "server/codec/json.hpp"
#include "server/operations.hpp"
#include "server/routes.hpp"

namespace tracuu::server {

/// By status, those of failures as references to `problem_responses`.
[[nodiscard]] Json responses_of(const Route& route);
[[nodiscard]] Json responses_of(const Operation& operation);

/// One response for each row of `problem_statuses`, by name.
[[nodiscard]] Json problem_responses();
/// The headers of answers that are described, by name.
[[nodiscard]] Json response_headers();

/// True where the path has an `{id}`.
[[nodiscard]] bool has_id(const Route& route);

}  // namespace tracuu::server
