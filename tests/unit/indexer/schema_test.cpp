#include "indexer/schema.hpp"

#include <set>

#include "tests/catch.hpp"

using namespace tracuu::indexer;

TEST_CASE("Prefixes are of the two kinds that the convention allows and each is used once") {
    std::set<std::string_view> seen;
    for (const FieldRow& row : kFields) {
        CAPTURE(row.what);
        CHECK(seen.insert(row.prefix).second);
        if (row.prefix.empty()) continue;
        const bool single = row.prefix.size() == 1;
        const bool own = row.prefix.front() == 'X' && row.prefix.size() > 1;
        CHECK((single || own));
        for (const char c : row.prefix) CHECK((c >= 'A' && c <= 'Z'));
    }
}

TEST_CASE("A value that starts with a capital is set off by a colon") {
    CHECK(term(Field::word, "nghi") == "nghi");
    CHECK(term(Field::cites, "18-nq-tw") == "XC18-nq-tw");
    CHECK(term(Field::cites, "A1") == "XC:A1");
    CHECK(term(Field::cites, ":a") == "XC::a");
    CHECK(kind_term(Kind::task) == "XK:T");
    CHECK(unique_term(Kind::document, "x") == "QDx");
    CHECK(unique_term(Kind::document, "X") == "QD:X");
}

TEST_CASE("Long values are shortened and stay apart") {
    const std::string one(5000, 'a');
    const std::string other = std::string(4999, 'a') + "b";
    CHECK(term(Field::cites, one).size() <= 245);
    CHECK(term(Field::cites, one) != term(Field::cites, other));
    CHECK(term(Field::cites, one) == term(Field::cites, one));
    const std::string zeros(200, '\0');
    CHECK(term(Field::cites, zeros).size() <= 245);
    CHECK(term(Field::cites, zeros).find('\0') == std::string::npos);
}
