#pragma once

#include <span>
#include <string>
#include <string_view>

#include "server/index_pool.hpp"
#include "server/metrics.hpp"

namespace tracuu::server {

/// What an operation answers from.
struct OperationCall {
    IndexPool& pool;
    const Metrics& metrics;
    std::string_view origin;  ///< `http://host:port` as the client wrote it
};

/// One row of the table of what answers beside the routes: for whoever runs the server, and for
/// programs that look for the API. None of them has parameters.
struct Operation {
    std::string_view path;  ///< as it is asked for
    std::string_view summary;
    std::string_view tag;           ///< in the OpenAPI document
    std::string_view content_type;  ///< of the answer
    bool is_health = false;         ///< answered to everybody, without a key and at any rate
    std::string (*body)(const OperationCall&);
};

[[nodiscard]] std::span<const Operation> operations();
/// The row of this path, not decoded and without a query; null when there is none.
[[nodiscard]] const Operation* find_operation(std::string_view path);

}  // namespace tracuu::server
