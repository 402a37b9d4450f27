#pragma once

#include <string>
#include <string_view>

#include "server/index_pool.hpp"
#include "server/metrics.hpp"
#include "server/problem.hpp"
#include "server/routes.hpp"
#include "server/static_files.hpp"

namespace tracuu::server {

/// A request as it came, before anything is decoded.
struct ApiRequest {
    std::string_view method = "GET";  ///< HEAD counts as GET
    std::string_view target;
    std::string_view accept_language;
    std::string_view content_type;
    std::string_view if_none_match;
    std::string_view host;
    std::string_view body;
    bool is_https = false;  ///< as the client asked, be it through a proxy
};

/// A reply and the name under which it is counted.
struct ApiReply {
    Reply reply;
    std::string_view route;
};

/// Everything the server answers, without HTTP. Thread-safe.
class Api {
  public:
    /// `pool` and `metrics` must outlive it.
    Api(IndexPool& pool, Metrics& metrics, StaticFiles files);

    /// The answer or the problem; throws only what is a bug of ours.
    [[nodiscard]] ApiReply handle(const ApiRequest& request);

    /// The reply for a bare HTTP status.
    [[nodiscard]] static Reply status_reply(int status, std::string_view accept_language);

  private:
    [[nodiscard]] ApiReply dispatch(const ApiRequest& request, const Target& target);
    [[nodiscard]] ApiReply call_route(const ApiRequest& request, const Target& target,
                                      const RouteMatch& match);
    [[nodiscard]] ApiReply operation(const ApiRequest& request, const Target& target);
    [[nodiscard]] ApiReply page(const ApiRequest& request, const Target& target);

    IndexPool& pool_;
    Metrics& metrics_;
    StaticFiles files_;
};

}  // namespace tracuu::server
