#include "corpus/readers/markdown_reader.hpp"
#include "corpus/readers/text_check.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

// Front matter of valid UTF-8 is valid UTF-8 with plain keys; any bytes may be checked.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tests::bytes_of(data, size);
    if (corpus::text_problem(bytes)) return 0;
    for (const auto& [key, value] : corpus::front_matter(bytes)) {
        tests::require(!key.empty() && !value.empty(), "fields are not empty");
        tests::require(!support::find_invalid_utf8(value), "values are UTF-8");
    }
    return 0;
}
