#pragma once

#include <string>

#include "server/routes.hpp"

namespace tracuu::server::http {

/// The whole answer as bytes, for clients that never got as far as httplib.
[[nodiscard]] std::string raw_answer(const Reply& reply);

}  // namespace tracuu::server::http
