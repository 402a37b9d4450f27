#include "indexer/records/document_codec.hpp"
#include "indexer/records/task_codec.hpp"
#include "support/error.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

namespace {

template <typename Decode>
void decode(std::string_view bytes, Decode one) {
    try {
        static_cast<void>(one(bytes));
    } catch (const support::Error& error) {
        tests::require(error.code() == support::ErrorCode::index_corrupt, "damaged");
    }
}

}  // namespace

// A damaged index is an error, never undefined behaviour: the first byte chooses the decoder.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes = tests::bytes_of(data, size).substr(1);
    switch (data[0] % 6) {
        case 0:
            decode(bytes, indexer::decode_meta);
            break;
        case 1:
            decode(bytes, indexer::decode_outline);
            break;
        case 2:
            decode(bytes, indexer::decode_document);
            break;
        case 3:
            decode(bytes, indexer::decode_edges);
            break;
        case 4:
            decode(bytes, indexer::decode_task);
            break;
        default:
            decode(bytes, indexer::decode_body);
            break;
    }
    return 0;
}
