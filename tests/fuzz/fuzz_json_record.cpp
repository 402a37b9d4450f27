#include "corpus/readers/json_record.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

// A record is refused with a reason or has an id and valid UTF-8 everywhere.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    corpus::JsonRecord record;
    if (!corpus::read_json_record(tests::bytes_of(data, size), record).empty()) return 0;
    tests::require(!record.id.empty(), "there is an id");
    for (const std::string* text : {&record.id, &record.title, &record.text}) {
        tests::require(!support::find_invalid_utf8(*text), "strings are UTF-8");
    }
    return 0;
}
