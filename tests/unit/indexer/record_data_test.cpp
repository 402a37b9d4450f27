#include "indexer/xapian/record_data.hpp"

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

std::vector<std::string> samples() {
    std::vector<std::string> made;
    for (int i = 0; i < 400; ++i) {
        made.push_back("kế hoạch số " + std::to_string(i * 7) +
                       " của Ủy ban nhân dân tỉnh về việc " +
                       std::string(static_cast<std::size_t>(i % 9), 'x') + " thực hiện nghị quyết");
    }
    return made;
}

}  // namespace

TEST_CASE("Packed data are what they were, with and without a dictionary") {
    for (const std::string& dictionary : {std::string(), learn_dictionary(samples())}) {
        DataPacker packer(dictionary);
        DataUnpacker unpacker(dictionary);
        for (const std::string& data : {std::string(), std::string("a"), std::string(100'000, 'b'),
                                        samples().front(), std::string("\0\xFF\0", 3)}) {
            CHECK(unpacker.unpack(packer.pack(data)) == data);
        }
    }
}

TEST_CASE("A dictionary makes short data shorter, and too few samples give none") {
    const std::string dictionary = learn_dictionary(samples());
    REQUIRE_FALSE(dictionary.empty());
    const std::string data = samples().back();
    const std::size_t plain = DataPacker({}).pack(data).size();
    CHECK(DataPacker(dictionary).pack(data).size() * 2 < plain);
    CHECK(learn_dictionary({}).empty());
    CHECK(learn_dictionary({"một"}).empty());
}

TEST_CASE("Damaged data are an error") {
    DataPacker packer({});
    DataUnpacker unpacker({});
    const std::string whole = packer.pack(samples().front());
    CHECK_THROWS_AS(unpacker.unpack({}), support::Error);
    CHECK_THROWS_AS(unpacker.unpack("no frame"), support::Error);
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_THROWS_AS(unpacker.unpack(std::string_view(whole).substr(0, size)), support::Error);
    }
    CHECK(unpacker.unpack(whole) == samples().front());  // an error leaves it usable
}

TEST_CASE("Keys of data sort as their records and blocks do") {
    CHECK(data_key(1) < data_key(1, 1));
    CHECK(data_key(1, 300) < data_key(2));
    CHECK(data_key(255) < data_key(256));
    CHECK(data_key(65'535, 2) < data_key(16'777'216));
}
