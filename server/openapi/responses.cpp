#include "server/openapi/responses.hpp"

#include <algorithm>
#include <string>

#include "server/handlers/handlers.hpp"
#include "server/openapi/schema_json.hpp"
#include "server/problem.hpp"

namespace tracuu::server {
namespace {

/// What an operation has that can fail.
struct Traits {
    bool is_open = false;  ///< asks for no key and knows no rate
    bool has_body = false;
    bool has_cursor = false;
    bool names_something = false;  ///< that may not exist
    bool means_one = false;        ///< a number of several documents is no answer
};

/// That the address does not answer the method, has no such range, or met a bug is what no
/// operation describes: `default` stands for it.
bool is_undescribed(int status) {
    return status == 405 || status == 416 || status == 500;
}

/// True when the operation may fail with `status`.
bool can_fail(const Traits& traits, int status) {
    switch (status) {
        case 300:
            return traits.means_one;
        case 401:
        case 429:
            return !traits.is_open;
        case 404:
            return traits.names_something;
        case 410:
            return traits.has_cursor;
        case 413:
        case 415:
            return traits.has_body;
        default:  // a head that is malformed, too large or too slow; a server that is busy
            return !is_undescribed(status);
    }
}

Traits traits_of(const Route& route) {
    const bool is_reach = route.path.ends_with("/cites") || route.path.ends_with("/cited-by");
    const bool asks_for_ends = route.path == "/resolve" || route.path == "/paths";
    const bool is_document = has_id(route) && !route.path.starts_with("/bodies");
    Traits traits;
    traits.has_body = route.method == "POST";
    traits.has_cursor = std::any_of(route.parameters.begin(), route.parameters.end(),
                                    [](const Parameter& item) { return item.name == "cursor"; });
    traits.names_something = has_id(route) || asks_for_ends;
    traits.means_one = (is_document && !is_reach) || asks_for_ends;
    return traits;
}

/// `BadRequest` for `bad_request`.
std::string name_of(const ProblemStatus& row) {
    std::string name;
    bool starts_word = true;
    for (const char byte : row.code) {
        if (byte != '_') name += starts_word ? static_cast<char>(byte - 'a' + 'A') : byte;
        starts_word = byte == '_';
    }
    return name;
}

Json reference_to(std::string_view part, std::string_view name) {
    return {{"$ref", "#/components/" + std::string(part) + "/" + std::string(name)}};
}

void add_problems(Json& responses, const Traits& traits) {
    for (const ProblemStatus& row : problem_statuses()) {
        if (!can_fail(traits, row.status)) continue;
        responses[std::to_string(row.status)] = reference_to("responses", name_of(row));
    }
    responses["default"] = reference_to("responses", "Problem");
}

Json content_of(const Route& route) {
    Json content;
    for (const std::string_view format : split_choices(route.formats)) {
        const std::string_view type = handlers::content_type_of(format);
        Json media{{"schema", {{"type", "string"}}}};
        if (format == "json") media["schema"] = schema_reference(route.answer);
        if (format == "jsonld") media["schema"]["type"] = "object";
        content[std::string(type.substr(0, type.find(';')))] = std::move(media);
    }
    return content;
}

struct Header {
    std::string_view name;
    std::string_view type;
    std::string_view description;
    bool of_lists;  ///< of answers with pages only
};
constexpr Header kHeaders[] = {
    {"ETag", "string", "Changes with the index; send it back in If-None-Match.", false},
    {"Link", "string", "Address of the next page: `<...>; rel=\"next\"`.", true},
    {"X-Total-Count", "integer", "`total`, in every format.", true},
    {"X-Truncated", "string", "`true` where `truncated` of the JSON answer is.", true},
};

Json headers_of(const Traits& traits) {
    Json headers;
    for (const Header& header : kHeaders) {
        if (header.of_lists && !traits.has_cursor) continue;
        headers[std::string(header.name)] = reference_to("headers", header.name);
    }
    return headers;
}

/// All codes of problems with this status.
Json codes_of(const ProblemStatus& row) {
    Json codes = Json::array({row.code});
    for (int i = 0; i <= static_cast<int>(support::ErrorCode::internal); ++i) {
        const support::ErrorInfo& info = support::info(static_cast<support::ErrorCode>(i));
        if (info.http_status == row.status && info.name != row.code) codes.push_back(info.name);
    }
    return codes;
}

Json example_of(int status) {
    return Json::parse(json_text(problem_of_status(status, Language::english)));
}

Json problem_response(const ProblemStatus& row) {
    Json own{{"type", "object"}};
    own["properties"] = {{"status", {{"const", row.status}}}, {"code", {{"enum", codes_of(row)}}}};
    Json response{{"description", std::string(row.english) + "."}};
    Json& media = response["content"]["application/problem+json"];
    media["schema"]["allOf"] = Json::array({schema_reference("Problem"), std::move(own)});
    media["example"] = example_of(row.status);
    if (row.header.empty()) return response;
    const bool is_number = row.header == "Retry-After";
    response["headers"][std::string(row.header)] = {
        {"description", row.header_says}, {"schema", {{"type", is_number ? "integer" : "string"}}}};
    return response;
}

}  // namespace

bool has_id(const Route& route) {
    return route.path.find("{id}") != std::string_view::npos;
}

Json responses_of(const Route& route) {
    const Traits traits = traits_of(route);
    Json responses;
    responses["200"] = {{"description", "The answer."}, {"content", content_of(route)}};
    if (route.method == "GET") {
        responses["200"]["headers"] = headers_of(traits);
        responses["304"] = {{"description", "What If-None-Match names has not changed."}};
    }
    add_problems(responses, traits);
    if (route.path == "/resolve") {
        responses["300"] = {{"description", "Several documents have the number."}};
        responses["300"]["content"]["application/json"]["schema"] = schema_reference("Candidates");
    }
    return responses;
}

Json responses_of(const Operation& operation) {
    Traits traits;
    traits.is_open = operation.is_health;
    Json responses;
    Json& answer = responses["200"];
    answer["description"] = "The answer.";
    const std::string_view type = operation.content_type;
    const bool is_json = type == "application/json";
    answer["content"][std::string(type.substr(0, type.find(';')))]["schema"] = {
        {"type", is_json ? "object" : "string"}};
    add_problems(responses, traits);
    return responses;
}

Json problem_responses() {
    Json responses;
    for (const ProblemStatus& row : problem_statuses()) {
        if (!is_undescribed(row.status)) responses[name_of(row)] = problem_response(row);
    }
    Json& other = responses["Problem"];
    other["description"] = "Another problem.";
    other["content"]["application/problem+json"] = {{"schema", schema_reference("Problem")},
                                                    {"example", example_of(500)}};
    return responses;
}

Json response_headers() {
    Json headers;
    for (const Header& header : kHeaders) {
        headers[std::string(header.name)] = {{"description", header.description},
                                             {"schema", {{"type", header.type}}}};
    }
    return headers;
}

}  // namespace tracuu::server
