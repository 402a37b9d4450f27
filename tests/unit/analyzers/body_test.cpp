#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/gazetteer.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

struct Row {
    const char* name;
    const char* jurisdiction;
    const char* id;
    const char* canonical;
    const char* place;
};

const Row kIdentities[] = {
    {"Sở Nội vụ", "Kon Tum", "so-noi-vu.kon-tum", "Sở Nội vụ", "Kon Tum"},
    {"Sở Nội vụ tỉnh Kon Tum", "An Giang", "so-noi-vu.kon-tum", "Sở Nội vụ", "Kon Tum"},
    {"SNV", "Kon Tum", "so-noi-vu.kon-tum", "Sở Nội vụ", "Kon Tum"},
    {"Giám đốc Sở Nội vụ", "Kon Tum", "so-noi-vu.kon-tum", "Sở Nội vụ", "Kon Tum"},
    {"SỞ NỘI VỤ", "Kon Tum", "so-noi-vu.kon-tum", "Sở Nội vụ", "Kon Tum"},
    {"Bộ Nội vụ", "Kon Tum", "bo-noi-vu", "Bộ Nội vụ", "Trung ương"},
    {"Bộ trưởng Bộ Nội vụ", "Trung ương", "bo-noi-vu", "Bộ Nội vụ", "Trung ương"},
    {"UBND tỉnh", "Kon Tum", "uy-ban-nhan-dan-tinh.kon-tum", "Ủy ban nhân dân tỉnh", "Kon Tum"},
    {"Uỷ ban nhân dân tỉnh", "Kon Tum", "uy-ban-nhan-dan-tinh.kon-tum", "Ủy ban nhân dân tỉnh",
     "Kon Tum"},
    {"Chủ tịch Ủy ban nhân dân tỉnh", "Kon Tum", "uy-ban-nhan-dan-tinh.kon-tum",
     "Ủy ban nhân dân tỉnh", "Kon Tum"},
    {"Tỉnh ủy Bình Định", "", "tinh-uy.binh-dinh", "Tỉnh ủy", "Bình Định"},
    {"Ban Thường vụ Tỉnh ủy", "Bình Định", "ban-thuong-vu-tinh-uy.binh-dinh",
     "Ban Thường vụ Tỉnh ủy", "Bình Định"},
    {"Thủ tướng Chính phủ", "Kon Tum", "thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "Trung ương"},
    {"Ban Tổ chức Trung ương", "Trung ương", "ban-to-chuc-trung-uong", "Ban Tổ chức Trung ương",
     "Trung ương"},
    {"các cơ quan, đơn vị", "Kon Tum", "cac-co-quan-don-vi.kon-tum", "các cơ quan, đơn vị",
     "Kon Tum"},
    {"các sở, ban, ngành tỉnh", "Nghệ An", "cac-so-ban-nganh.nghe-an", "các sở, ban, ngành",
     "Nghệ An"},
    {"Ủy ban nhân dân các huyện, thành phố", "Kon Tum",
     "uy-ban-nhan-dan-cac-huyen-thanh-pho.kon-tum", "Ủy ban nhân dân các huyện, thành phố",
     "Kon Tum"},
    {"UBND các tỉnh, thành phố", "Trung ương", "uy-ban-nhan-dan-cac-tinh-thanh-pho",
     "Ủy ban nhân dân các tỉnh, thành phố", "Trung ương"},
    {"UBND các tỉnh", "Hà Nội", "uy-ban-nhan-dan-cac-tinh.ha-noi", "Ủy ban nhân dân các tỉnh",
     "Hà Nội"},
    {"Ủy ban nhân dân các tỉnh: Khánh Hòa, Đắk Lắk, Gia Lai", "Trung ương",
     "uy-ban-nhan-dan-cac-tinh-khanh-hoa-dak-lak-gia-lai",
     "Ủy ban nhân dân các tỉnh: Khánh Hòa, Đắk Lắk, Gia Lai", "Trung ương"},
    {"cấp có thẩm quyền", "Trung ương", "cap-co-tham-quyen", "cấp có thẩm quyền", "Trung ương"},
};

bool has_expansion(std::string_view word, std::string_view expansion) {
    const auto found = expand_abbreviation(word);
    return std::find(found.begin(), found.end(), expansion) != found.end();
}

}  // namespace

TEST_CASE("all spellings of one body in one place have one identity") {
    for (const Row& row : kIdentities) {
        INFO(row.name);
        const BodyIdentity identity = identify_body(row.name, row.jurisdiction);
        CHECK(identity.id == row.id);
        CHECK(identity.name == row.canonical);
        CHECK(identity.jurisdiction == row.place);
    }
}

TEST_CASE("bodies of the same name in two provinces are two") {
    CHECK(identify_body("Sở Nội vụ", "Kon Tum").id != identify_body("Sở Nội vụ", "An Giang").id);
    CHECK(identify_body("Bộ Nội vụ", "Kon Tum").id == identify_body("Bộ Nội vụ", "An Giang").id);
}

TEST_CASE("an id is made of small ASCII letters, digits, hyphens and one point") {
    for (const Row& row : kIdentities) {
        const std::string id = identify_body(row.name, row.jurisdiction).id;
        INFO(id);
        CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == id.npos);
        CHECK(std::count(id.begin(), id.end(), '.') <= 1);
    }
}

TEST_CASE("odd names give an identity all the same") {
    for (const char* text : {"", " ", "...", "Giám đốc", "của", "各机关", "\xF0\x9F\x98\x80"}) {
        INFO(text);
        CHECK_NOTHROW(identify_body(text, "Kon Tum"));
        CHECK_NOTHROW(identify_body(text, text));
    }
}

TEST_CASE("the gazetteer finds a body by name and alias in any case") {
    REQUIRE(find_body("sở nội vụ") != nullptr);
    CHECK(find_body("sở nội vụ")->name == "Sở Nội vụ");
    CHECK(find_body("SO NOI VU") == find_body("Sở Nội vụ"));
    CHECK(find_body("Sở Không Có Thật") == nullptr);
    CHECK(find_body("") == nullptr);
}

TEST_CASE("abbreviations are expanded with respect to their case") {
    CHECK(has_expansion("UBND", "Ủy ban nhân dân"));
    CHECK(has_expansion("HĐND", "Hội đồng nhân dân"));
    CHECK(expand_abbreviation("XYZQ").empty());
    CHECK(expand_abbreviation("").empty());
    CHECK(abbreviations().size() > 100);
}

TEST_CASE("the work of a body goes on in its successor, in its province or the one after it") {
    const auto ids = [](const std::vector<BodyIdentity>& bodies) {
        std::vector<std::string> all;
        for (const BodyIdentity& one : bodies) all.push_back(one.id);
        return all;
    };
    using Ids = std::vector<std::string>;
    const BodyIdentity old = identify_body("Sở Nội vụ", "Bình Định");
    const BodyIdentity now = identify_body("Sở Nội vụ", "Gia Lai");
    CHECK(ids(successors_of(old)) == Ids{"so-noi-vu.gia-lai"});
    CHECK(successors_of(now).empty());
    const Ids before = ids(predecessors_of(now));
    CHECK(std::find(before.begin(), before.end(), "so-noi-vu.binh-dinh") != before.end());
    // A department that was merged before its province goes on there first.
    CHECK(ids(successors_of(identify_body("Sở Kế hoạch và Đầu tư", "Bình Định"))) ==
          Ids{"so-tai-chinh.binh-dinh"});
    CHECK(ids(successors_of(identify_body("Bộ Kế hoạch và Đầu tư", {}))) == Ids{"bo-tai-chinh"});
    CHECK(successors_of(identify_body("các cơ quan liên quan", "Bình Định")).empty());
}

TEST_CASE("an alias in its own spelling is that body, in plain letters it may be several") {
    REQUIRE(find_body("BTCTU") != nullptr);
    CHECK(find_body("BTCTU")->name == "Ban Tổ chức Tỉnh ủy");
    CHECK(find_body("BTCTƯ")->name == "Ban Tổ chức Trung ương");
    CHECK(find_bodies("btctu").size() == 2);
    CHECK(find_bodies("không có").empty());
}
