#include "support/error.hpp"

#include <set>
#include <string>

#include "tests/catch.hpp"

using namespace tracuu::support;

namespace {

constexpr int kCodes = static_cast<int>(ErrorCode::internal) + 1;

}  // namespace

TEST_CASE("Every error code has a row with a name of its own, statuses and a remedy") {
    std::set<std::string_view> names;
    for (int code = 0; code < kCodes; ++code) {
        const ErrorInfo& row = info(static_cast<ErrorCode>(code));
        CAPTURE(code, row.name);
        CHECK(names.insert(row.name).second);
        CHECK(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
        CHECK((row.http_status >= 300 && row.http_status < 600));
        CHECK((row.exit_status == 1 || row.exit_status == 2));
        CHECK(row.remedy.ends_with('.'));
    }
}

TEST_CASE("The table is in the order of the codes") {
    CHECK(info(ErrorCode::bad_request).name == "bad_request");
    CHECK(info(ErrorCode::not_found).name == "not_found");
    CHECK(info(ErrorCode::too_large).name == "too_large");
    CHECK(info(ErrorCode::cannot_listen).name == "cannot_listen");
    CHECK(info(ErrorCode::internal).name == "internal");
}

TEST_CASE("An error says on which input it happened") {
    const Error error(ErrorCode::too_large, "9 bytes, limit 8", "a.txt");
    CHECK(std::string(error.what()) == "a.txt: 9 bytes, limit 8");
    CHECK(error.message() == "9 bytes, limit 8");
    CHECK(std::string(Error(ErrorCode::internal, "oops").what()) == "oops");
}
