#pragma once

#include <string>

namespace tracuu::server {

/// The OpenAPI 3.1 document of all routes, made from the route table.
[[nodiscard]] std::string openapi_json();

}  // namespace tracuu::server
