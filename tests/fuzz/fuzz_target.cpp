#include "server/url.hpp"
#include "support/error.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

// A request target gives valid UTF-8 without NUL, or is refused as malformed.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::bytes_of(data, size);
    if (const auto plain = server::percent_decode(bytes)) {
        const auto again = server::percent_decode(server::percent_encode(*plain));
        tests::require(again == plain, "decoding undoes encoding");
    }
    try {
        const server::Target target = server::parse_target(bytes);
        for (const std::string& segment : target.segments) {
            tests::require(!support::find_invalid_utf8(segment), "segments are UTF-8");
            tests::require(segment.find('\0') == std::string::npos, "segments have no NUL");
        }
        for (const auto& [name, value] : target.query) {
            tests::require(!support::find_invalid_utf8(name), "names are UTF-8");
            tests::require(!support::find_invalid_utf8(value), "values are UTF-8");
        }
    } catch (const support::Error& error) {
        tests::require(error.code() == support::ErrorCode::bad_request, "malformed");
    }
    return 0;
}
