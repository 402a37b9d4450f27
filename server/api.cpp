#include "server/api.hpp"

#include <algorithm>
#include <cstdint>

#include "server/clock.hpp"
#include "server/fingerprint.hpp"
#include "server/operations.hpp"
#include "support/utf8.hpp"

namespace tracuu::server {
namespace {

using support::Error;
using support::ErrorCode;

/// Until an index that cannot be read now may be asked again.
constexpr const char* kRetrySeconds = "5";
constexpr std::size_t kMaxBody = std::size_t{1} << 20U;
/// What is counted for requests outside the route table.
constexpr std::string_view kOther = "other";

Reply problem_reply(const Problem& problem) {
    Reply reply{problem.status, "application/problem+json", json_text(problem)};
    if (problem.status == 405) {
        reply.headers.emplace_back("Allow", problem.allowed == "POST" ? "POST" : "GET, HEAD");
    }
    if (problem.status == 503) reply.headers.emplace_back("Retry-After", kRetrySeconds);
    return reply;
}

std::string weak_etag(std::initializer_list<std::string_view> parts) {
    return "W/\"" + fingerprint(parts) + "\"";
}

/// The link to the next page (RFC 8288): the same request with its cursor.
std::string next_link(const Target& target, const std::string& cursor) {
    std::string link = "<";
    for (const std::string& segment : target.segments) link += "/" + percent_encode(segment);
    link += "?";
    for (const auto& [name, value] : target.query) {
        if (value.empty() || name == "cursor" || name == "offset") continue;
        link += percent_encode(name) + "=" + percent_encode(value) + "&";
    }
    return link + "cursor=" + cursor + ">; rel=\"next\"";
}

/// What the JSON of a list says of it, for the formats that have no place for it.
void add_list_headers(Reply& reply, const Target& target, const Paging& paging) {
    if (!paging.cursor().empty()) {
        reply.headers.emplace_back("Link", next_link(target, paging.cursor()));
    }
    if (const auto total = paging.total()) {
        reply.headers.emplace_back("X-Total-Count", std::to_string(*total));
    }
    if (paging.truncated()) reply.headers.emplace_back("X-Truncated", "true");
}

/// True when the header names `etag` (both are weak) or `*`.
bool names_etag(std::string_view header, std::string_view etag) {
    return header == "*" || header.find(etag) != std::string_view::npos;
}

/// The scheme and the host that the client asked; the Host header is a client's text, so anything
/// but a plain host name is dropped.
std::string origin_of(const ApiRequest& request) {
    const std::string_view host = request.host;
    const bool plain =
        !host.empty() && host.size() < 256 && std::all_of(host.begin(), host.end(), [](char byte) {
            return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                   (byte >= '0' && byte <= '9') || byte == '.' || byte == '-' || byte == ':' ||
                   byte == '[' || byte == ']';
        });
    if (!plain) return {};
    return (request.is_https ? "https://" : "http://") + std::string(host);
}

std::string path_of(const ApiRequest& request) {
    return std::string(request.target.substr(0, request.target.find('?')));
}

void check_body(const ApiRequest& request) {
    if (request.body.size() > kMaxBody) {
        throw Error(ErrorCode::too_large, "longer than 1 MiB", "body");
    }
    if (!request.content_type.empty() && !request.content_type.starts_with("text/plain")) {
        throw Error(ErrorCode::unsupported_input,
                    "not text/plain: " + std::string(request.content_type), "body");
    }
    if (const auto at = support::find_invalid_utf8(request.body)) {
        throw Error(ErrorCode::bad_request, "not valid UTF-8 at byte " + std::to_string(*at),
                    "body");
    }
}

}  // namespace

Api::Api(IndexPool& pool, Metrics& metrics, StaticFiles files)
    : pool_(pool), metrics_(metrics), files_(std::move(files)) {}

Reply Api::status_reply(int status, std::string_view accept_language) {
    return problem_reply(problem_of_status(status, preferred_language(accept_language)));
}

ApiReply Api::handle(const ApiRequest& request) {
    try {
        return dispatch(request, parse_target(request.target));
    } catch (const Error& error) {
        return {problem_reply(problem_of(error, preferred_language(request.accept_language))),
                kOther};
    }
}

ApiReply Api::dispatch(const ApiRequest& request, const Target& target) {
    std::span<const std::string> segments = target.segments;
    const bool is_api = segments.size() >= 2 && segments[0] == "api" && segments[1] == "v1";
    if (is_api) segments = segments.subspan(2);
    std::string_view allowed = request.method == "GET" ? "" : "GET";
    // Feeds answer at both addresses: readers subscribe to the short one.
    if (is_api || (!segments.empty() && segments[0] == "feeds")) {
        const RouteMatch match = find_route(request.method, segments);
        if (match.route != nullptr) return call_route(request, target, match);
        if (!match.other_method.empty()) allowed = match.other_method;
    }
    if (!allowed.empty()) {
        const Language language = preferred_language(request.accept_language);
        return {problem_reply(problem_of_method(request.method, allowed, language)), kOther};
    }
    ApiReply reply = operation(request, target);
    if (!reply.route.empty()) return reply;
    if (!segments.empty() && target.segments[0] == "api") {
        throw Error(ErrorCode::not_found, "no such address", path_of(request));
    }
    return page(request, target);
}

ApiReply Api::call_route(const ApiRequest& request, const Target& target, const RouteMatch& match) {
    const Route& route = *match.route;
    try {
        const Arguments arguments(route.parameters, target.query);
        if (route.method == "POST") check_body(request);
        const std::string origin = origin_of(request);
        const LentIndex lent = pool_.lend();
        const std::string question = std::string(route.path) + "\n" + match.id;
        Paging paging(arguments, question, lent->index->snapshot());
        const Call call{arguments, match.id, request.body, origin, lent, pool_, paging};
        const std::string etag =
            weak_etag({call.index().snapshot(), request.target, today_in_vietnam().iso(), origin});
        if (route.method == "GET" && names_etag(request.if_none_match, etag)) {
            return {{304, {}, {}, {{"ETag", etag}}}, route.path};
        }
        Reply reply = route.handler(call);
        add_list_headers(reply, target, paging);
        if (route.method == "GET") {
            reply.headers.emplace_back("ETag", etag);
            reply.headers.emplace_back("Cache-Control", "no-cache");
        }
        return {std::move(reply), route.path};
    } catch (const Error& error) {
        return {problem_reply(problem_of(error, preferred_language(request.accept_language))),
                route.path};
    }
}

ApiReply Api::operation(const ApiRequest& request, const Target& target) {
    const Operation* const found = find_operation(path_of(request));
    if (found == nullptr) return {};
    static_cast<void>(Arguments({}, target.query));  // they have no parameters: refuses all
    const std::string origin = origin_of(request);
    const OperationCall call{pool_, metrics_, origin};
    try {
        return {{200, std::string(found->content_type), found->body(call)}, found->path};
    } catch (const Error& error) {
        return {problem_reply(problem_of(error, preferred_language(request.accept_language))),
                found->path};
    }
}

ApiReply Api::page(const ApiRequest& request, const Target& target) {
    auto file = files_.find(target.segments);
    if (!file) throw Error(ErrorCode::not_found, "no such address", path_of(request));
    std::vector<std::pair<std::string, std::string>> headers{{"ETag", file->etag},
                                                             {"Cache-Control", "no-cache"}};
    if (names_etag(request.if_none_match, file->etag)) {
        return {{304, {}, {}, std::move(headers)}, "web"};
    }
    return {{200, file->content_type, std::move(file->content), std::move(headers)}, "web"};
}

}  // namespace tracuu::server
