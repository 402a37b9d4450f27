#include "server/paging.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/fingerprint.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using support::Error;
using support::ErrorCode;

/// Parameters that choose how a list is shown, not what is in it.
constexpr std::array<std::string_view, 7> kShown{"cursor", "offset",      "limit",  "format",
                                                 "facets", "facet_limit", "explain"};

// A cursor: place, snapshot, question, checksum, each in hexadecimal digits.
constexpr std::size_t kPlace = 8;
constexpr std::size_t kPrint = 16;

std::string place_text(std::uint32_t offset) {
    std::array<char, kPlace> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + kPlace, offset, 16).ptr;
    const std::string text(digits.data(), end);
    return std::string(kPlace - text.size(), '0') + text;
}

}  // namespace

Paging::Paging(const Arguments& arguments, std::string_view question, std::string_view snapshot)
    : arguments_(arguments),
      question_(fingerprint({question, arguments.given_except(kShown)})),
      snapshot_(fingerprint({snapshot})) {}

std::uint32_t Paging::offset_of(const std::string& cursor) const {
    const std::string body = cursor.substr(0, kPlace + 2 * kPrint);
    std::uint32_t offset = 0;
    const char* const end = body.data() + std::min(kPlace, body.size());
    const auto read = std::from_chars(body.data(), end, offset, 16);
    if (cursor != body + fingerprint({body}) || read.ptr != end) {
        throw Error(ErrorCode::bad_request, "not a cursor of this server", "cursor");
    }
    if (body.substr(kPlace, kPrint) != snapshot_) {
        throw Error(ErrorCode::stale_cursor, "the index changed since the first page", "cursor");
    }
    if (body.substr(kPlace + kPrint) != question_) {
        throw Error(ErrorCode::bad_request, "a cursor of another question", "cursor");
    }
    return offset;
}

Page Paging::page() const {
    const std::uint32_t limit = arguments_.integer("limit");
    const std::string cursor = arguments_.text("cursor");
    const bool skips = arguments_.has("offset");
    if (cursor.empty()) return {skips ? arguments_.integer("offset") : 0, limit};
    if (skips) {
        throw Error(ErrorCode::bad_request, "not together with offset", "cursor");
    }
    return {offset_of(cursor), limit};
}

std::string Paging::next(std::uint64_t total, const Page& page) {
    total_ = total;
    const std::uint64_t behind = std::uint64_t{page.offset} + page.limit;
    if (behind >= total || behind > UINT32_MAX) return {};
    const std::string body = place_text(static_cast<std::uint32_t>(behind)) + snapshot_ + question_;
    next_ = body + fingerprint({body});
    return next_;
}

}  // namespace tracuu::server
