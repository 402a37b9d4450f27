#include "analyzers/gazetteer.hpp"
#include "analyzers/gazetteer/official_case.hpp"
#include "analyzers/gazetteer/places.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;
using tracuu::support::Date;

namespace {

std::string name_of(const Province* province) {
    return province == nullptr ? "-" : std::string(province->name);
}

}  // namespace

TEST_CASE("A province is found by its name in any spelling") {
    CHECK(name_of(find_province("Kon Tum")) == "Kon Tum");
    CHECK(name_of(find_province("KON TUM")) == "Kon Tum");
    CHECK(name_of(find_province("tỉnh Kon Tum")) == "Kon Tum");
    CHECK(name_of(find_province("Kontum")) == "Kon Tum");
    CHECK(name_of(find_province("binh dinh")) == "Bình Định");
    CHECK(name_of(find_province("TP. Hồ Chí Minh")) == "Thành phố Hồ Chí Minh");
    CHECK(name_of(find_province("Thành phố Hà Nội")) == "Hà Nội");
    CHECK(name_of(find_province("Thừa Thiên - Huế")) == "Thừa Thiên Huế");
    CHECK(name_of(find_province("Thanh Hoá")) == "Thanh Hóa");
    CHECK(name_of(find_province("Không Có")) == "-");
    CHECK(name_of(find_province("")) == "-");
}

TEST_CASE("A seat tells the province that it had on that day") {
    CHECK(name_of(province_of_place("Quy Nhơn", Date::of(2018, 3, 15))) == "Bình Định");
    CHECK(name_of(province_of_place("Quy Nhơn", Date::of(2025, 11, 20))) == "Gia Lai");
    CHECK(name_of(province_of_place("Pleiku")) == "Gia Lai");
    CHECK(name_of(province_of_place("Nghệ An")) == "Nghệ An");
    CHECK(name_of(province_of_place("Paris")) == "-");
}

TEST_CASE("A district tells its province when no other province has one of that name") {
    CHECK(name_of(province_of_district("Phù Cát")) == "Bình Định");
    CHECK(name_of(province_of_district("huyện Phù Cát")) == "Bình Định");
    CHECK(name_of(province_of_district("Châu Thành")) == "-");
}

TEST_CASE("A province that ended names the one it became part of") {
    const Province* province = find_province("Kon Tum");
    REQUIRE(province != nullptr);
    CHECK(province->valid_to == "2025-06-30");
    CHECK(province->successor == "Quảng Ngãi");
    CHECK(provinces().size() > 63);
}

TEST_CASE("Names in capitals get their official case") {
    CHECK(official_case("ỦY BAN NHÂN DÂN TỈNH KON TUM") == "Ủy ban nhân dân tỉnh Kon Tum");
    CHECK(official_case("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH") ==
          "Ủy ban nhân dân Thành phố Hồ Chí Minh");
    CHECK(official_case("BỘ NỘI VỤ") == "Bộ Nội vụ");
    CHECK(official_case("Bộ  Nội vụ") == "Bộ Nội vụ");
}
