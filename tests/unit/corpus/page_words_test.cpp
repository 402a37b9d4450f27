#include "corpus/readers/page_words.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace tracuu::corpus;

TEST_CASE("A line is a mark of a document or none") {
    CHECK(page_mark("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") == PageMark::motto);
    CHECK(page_mark("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc") ==
          PageMark::motto);
    CHECK(page_mark("Đảng Cộng sản Việt Nam") == PageMark::motto);
    CHECK(page_mark("NƠI NHẬN:") == PageMark::begin);
    CHECK(page_mark("Phụ lục II") == PageMark::begin);
    CHECK(page_mark("BÁO ĐIỆN TỬ ĐẢNG CỘNG SẢN VIỆT NAM") == PageMark::none);
    CHECK(page_mark("Đảng Cộng sản Việt Nam lãnh đạo") == PageMark::none);
    CHECK(page_mark("") == PageMark::none);
    CHECK(page_mark(std::string(kLongestPageWord + 1, 'x')) == PageMark::none);
}

TEST_CASE("Words of a class say what a part is") {
    CHECK(part_word("col-md-3 sidebar") == PartWord::furniture);
    CHECK(part_word("block_VAN-BAN_LIEN-QUAN") == PartWord::furniture);
    CHECK(part_word("main content") == PartWord::main);
    CHECK(part_word("sidebars vb-header noi-dung") == PartWord::none);
    CHECK(part_word("shared") == PartWord::none);
    CHECK(part_word("") == PartWord::none);
}

TEST_CASE("Labels of property tables name their field") {
    CHECK(property_field("Số hiệu") == "number");
    CHECK(property_field(" CƠ QUAN BAN HÀNH: ") == "issuer");
    CHECK(property_field("NGƯỜI KÝ") == "signer");
    CHECK(property_field("Lĩnh vực") == "");
    CHECK_FALSE(property_field("Số hiệu tuyến"));
    CHECK_FALSE(property_field("Sở Nội vụ"));
    CHECK_FALSE(property_field(":"));
}
