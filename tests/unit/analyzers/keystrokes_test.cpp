#include "analyzers/keystrokes.hpp"

#include "tests/catch.hpp"

using namespace tracuu::analyzers;

TEST_CASE("Telex keys make words") {
    struct Row {
        const char* keys;
        const char* word;
    };
    for (const Row& row :
         std::vector<Row>{{"tieengs", "tiếng"},   {"tiengse", "tiếng"},    {"vieetj", "việt"},
                          {"dduwowngf", "đường"}, {"dduongwf", "đường"},   {"hoaf", "hòa"},
                          {"thuyr", "thủy"},      {"quyeets", "quyết"},    {"giaays", "giấy"},
                          {"gif", "gì"},          {"quar", "quả"},         {"toans", "toán"},
                          {"nghieepj", "nghiệp"}, {"truwowngf", "trường"}, {"wu", "ưu"},
                          {"DDAATS", "đất"},      {"ngoaif", "ngoài"},     {"bieen", "biên"},
                          {"chees", "chế"},       {"giarn", "giản"},       {"huyeenj", "huyện"},
                          {"xaax", "xẫ"},         {"khuyeens", "khuyến"},  {"nuowcs", "nước"}}) {
        CAPTURE(row.keys);
        CHECK(from_telex(row.keys) == row.word);
    }
}

TEST_CASE("VNI keys make words") {
    struct Row {
        const char* keys;
        const char* word;
    };
    for (const Row& row : std::vector<Row>{{"tie6ng1", "tiếng"},
                                           {"tieng61", "tiếng"},
                                           {"d9u7o7ng2", "đường"},
                                           {"duong972", "đường"},
                                           {"la8m1", "lắm"},
                                           {"gia3n", "giản"},
                                           {"che61", "chế"},
                                           {"qua4", "quã"},
                                           {"ba5c", "bạc"}}) {
        CAPTURE(row.keys);
        CHECK(from_vni(row.keys) == row.word);
    }
}

TEST_CASE("What is no row of keys stays as it is") {
    for (const char* text : {"", "tinh", "108", "d", "18-nq", "tiếng", "đất", "a1b2c3-", "straße",
                             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "\xFF\xFE"}) {
        CAPTURE(text);
        CHECK(from_vni(text).empty());
    }
    for (const char* text : {"", "tinh", "sf", "108", "bộ", "x"}) {
        CAPTURE(text);
        CHECK(from_telex(text).empty());
    }
}
