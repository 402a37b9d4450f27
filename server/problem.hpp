#pragma once

#include <span>
#include <string>
#include <string_view>

#include "support/error.hpp"

namespace tracuu::server {

/// The language of titles and details; codes are the same in both.
enum class Language { vietnamese, english };

/// What an `Accept-Language` header prefers; Vietnamese unless English comes first.
[[nodiscard]] Language preferred_language(std::string_view accept_language);

/// A failed request as `application/problem+json` (RFC 9457) shows it.
struct Problem {
    int status = 500;
    std::string code;
    std::string title;
    std::string detail;
    std::string allowed = {};  ///< of method_not_allowed: the method that the address answers
};

/// What a bare HTTP status is about; one row for each status of a failed request.
struct ProblemStatus {
    int status;
    std::string_view code;
    std::string_view english;
    std::string_view vietnamese;
    std::string_view header = {};  ///< that comes with it
    std::string_view header_says = {};
};

/// By status, of all that can fail.
[[nodiscard]] std::span<const ProblemStatus> problem_statuses();

/// The problem that an error is.
[[nodiscard]] Problem problem_of(const support::Error& error, Language language);
/// The problem that a bare HTTP status is.
[[nodiscard]] Problem problem_of_status(int status, Language language);

/// The problem of a request with `method` to an address that answers another one.
[[nodiscard]] Problem problem_of_method(std::string_view method, std::string_view allowed,
                                        Language language);

/// `{type, title, status, detail, code}`.
[[nodiscard]] std::string json_text(const Problem& problem);

}  // namespace tracuu::server
