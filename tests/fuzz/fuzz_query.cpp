#include "indexer/query/parser.hpp"
#include "support/error.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

// A query is read or refused for its size; syntax never fails.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string query = tests::valid_text(data, size);
    try {
        const indexer::ParsedQuery parsed = indexer::parse_query(query);
        tests::require(!indexer::to_string(parsed.root).empty(), "a tree prints itself");
        static_cast<void>(indexer::relaxed(parsed.root));
    } catch (const support::Error& error) {
        tests::require(error.code() == support::ErrorCode::bad_request, "refused for its size");
    }
    return 0;
}
