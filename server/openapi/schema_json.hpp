#pragma once

// Private to server/: schemas of the OpenAPI document.

#include <string_view>

#include "server/codec/json.hpp"

namespace tracuu::server {

/// A reference to a schema of the document.
[[nodiscard]] Json schema_reference(std::string_view schema);

/// One of the words of `choices` (`json|csv`).
[[nodiscard]] Json enumerated(std::string_view choices);

/// All schemas of answers, by name.
[[nodiscard]] Json schemas_json();

}  // namespace tracuu::server
