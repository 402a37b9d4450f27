#pragma once

#include <string>
#include <string_view>

#include "server/routes.hpp"

namespace tracuu::tests {

/// The first header of that name; empty when there is none.
inline std::string header(const server::Reply& reply, std::string_view name) {
    for (const auto& [key, value] : reply.headers) {
        if (key == name) return value;
    }
    return {};
}

}  // namespace tracuu::tests
