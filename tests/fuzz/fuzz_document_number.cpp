#include "analyzers/document_number.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

// What was read as a number is read again from its canonical spelling, as the same number.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto number = analyzers::parse_document_number(tests::valid_text(data, size));
    if (!number) return 0;
    const std::string canonical = number->canonical();
    const auto again = analyzers::parse_document_number(canonical);
    tests::require(again.has_value(), "a canonical number is a number");
    tests::require(again->canonical() == canonical, "canonical spelling is stable");
    return 0;
}
