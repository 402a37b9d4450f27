#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace tracuu::support {

/// Every failure that input, files, the network or the environment can cause.
/// One row each in `error.cpp`: stable name, HTTP status, exit status, what to do.
enum class ErrorCode {
    bad_request,         ///< a malformed or unknown parameter, option or query
    malformed_number,    ///< text that is no document number
    not_found,           ///< no such document, body or route
    ambiguous,           ///< several documents fit
    stale_cursor,        ///< a page of an index that has changed since
    unreadable_input,    ///< a file or folder that cannot be read
    unsupported_input,   ///< a file that is not of a kind we read, or is damaged
    too_large,           ///< beyond a stated limit
    index_missing,       ///< no index at that place
    index_incompatible,  ///< an index of another version or features
    index_corrupt,       ///< an index that cannot be read
    index_locked,        ///< another indexer is at work on it
    cannot_write,        ///< disk full, no permission
    cannot_listen,       ///< port in use or address unavailable
    unavailable,         ///< overloaded or stopping; try again
    internal             ///< a bug of ours
};

/// What the rest of the world is told about an ErrorCode.
struct ErrorInfo {
    std::string_view name;  ///< stable, snake_case: `code` of problem+json
    int http_status;
    int exit_status;
    std::string_view remedy;  ///< one English sentence: what the user can do
};

/// The row of `code`. Total: every code has one.
[[nodiscard]] const ErrorInfo& info(ErrorCode code) noexcept;

/// The one exception type of the project.
class Error : public std::runtime_error {
  public:
    /// `message`: what failed; `context`: on which input (file, parameter, byte), may be empty.
    Error(ErrorCode code, std::string message, std::string context = {});

    [[nodiscard]] ErrorCode code() const noexcept { return code_; }
    [[nodiscard]] const std::string& message() const noexcept { return message_; }
    [[nodiscard]] const std::string& context() const noexcept { return context_; }

  private:
    ErrorCode code_;
    std::string message_;
    std::string context_;
};

}  // namespace tracuu::support
