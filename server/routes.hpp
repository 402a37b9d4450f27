#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/index_pool.hpp"
#include "server/paging.hpp"
#include "server/parameter.hpp"

namespace tracuu::server {

/// Takes the next piece of a streamed answer; false when nobody reads any more.
using ChunkSink = std::function<bool(std::string_view)>;

/// An answer before it becomes HTTP.
struct Reply {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
    /// When set, it writes the body piece by piece and `body` is empty.
    std::function<void(const ChunkSink&)> stream = {};
};

/// What a handler knows of one request.
struct Call {
    const Arguments& arguments;
    const std::string& id;    ///< the value of `{id}`, decoded
    std::string_view body;    ///< valid UTF-8
    std::string_view origin;  ///< `http://host:port` as the client wrote it
    LentIndex lent;
    IndexPool& pool;
    Paging& paging;

    [[nodiscard]] const indexer::Index& index() const { return *lent->index; }
    [[nodiscard]] std::string format() const { return arguments.text("format"); }
};

/// One row of the table from which requests are dispatched, checked and documented.
struct Route {
    std::string_view method;
    std::string_view path;     ///< below the prefix; `{id}` is one encoded segment
    std::string_view summary;  ///< one English sentence
    std::string_view formats;  ///< of the answer, the default first: `json|csv`
    std::string_view answer;   ///< schema of the JSON answer in the OpenAPI document
    Reply (*handler)(const Call&);
    std::vector<Parameter> parameters;
};

/// Everything below `/api/v1` that reads the index.
[[nodiscard]] std::span<const Route> routes();

/// A route and the value of its `{id}`.
struct RouteMatch {
    const Route* route = nullptr;
    std::string id;
    std::string_view other_method;  ///< that the path exists for when there is no route
};

/// The route of this method for decoded path segments (prefix removed).
[[nodiscard]] RouteMatch find_route(std::string_view method, std::span<const std::string> segments);

}  // namespace tracuu::server
