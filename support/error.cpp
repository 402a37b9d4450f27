#include "support/error.hpp"

#include <array>
#include <utility>

namespace tracuu::support {
namespace {

// In the order of ErrorCode.
constexpr std::array<ErrorInfo, 16> kErrors{{
    {"bad_request", 400, 2, "Correct the parameter; see docs/api.md or --help."},
    {"malformed_number", 400, 2, "Write a document number such as 18-NQ/TW or 108/2014/NĐ-CP."},
    {"not_found", 404, 1, "Check the id or the address."},
    {"ambiguous", 300, 1, "Choose one of them and give its id."},
    {"stale_cursor", 410, 2, "Begin again with the first page."},
    {"unreadable_input", 500, 2, "Check that the path exists and may be read."},
    {"unsupported_input", 415, 2, "Convert it to UTF-8 text, Markdown, HTML or JSON lines."},
    {"too_large", 413, 2, "Split it, or ask for less."},
    {"index_missing", 503, 2, "Build it first: tracuu index --index DIR PATH..."},
    {"index_incompatible", 503, 2, "Build it again: tracuu index --rebuild --index DIR PATH..."},
    {"index_corrupt", 503, 2, "Build it again: tracuu index --rebuild --index DIR PATH..."},
    {"index_locked", 503, 2, "Wait for the other indexer, or stop it."},
    {"cannot_write", 500, 2, "Check free space and permissions."},
    {"cannot_listen", 500, 2, "Choose another address with --listen."},
    {"unavailable", 503, 2, "Try again in a moment."},
    {"internal", 500, 2, "This is a bug: please report it with the input."},
}};

std::string join(const std::string& message, const std::string& context) {
    return context.empty() ? message : context + ": " + message;
}

}  // namespace

const ErrorInfo& info(ErrorCode code) noexcept {
    return kErrors[static_cast<std::size_t>(code)];
}

Error::Error(ErrorCode code, std::string message, std::string context)
    : std::runtime_error(join(message, context)),
      code_(code),
      message_(std::move(message)),
      context_(std::move(context)) {}

}  // namespace tracuu::support
