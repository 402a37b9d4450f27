#include "support/date.hpp"

#include "tests/catch.hpp"

using tracuu::support::Date;

TEST_CASE("Days that do not exist are no dates") {
    CHECK_FALSE(Date::of(2023, 2, 29));
    CHECK_FALSE(Date::of(1900, 2, 29));
    CHECK_FALSE(Date::of(2023, 4, 31));
    CHECK_FALSE(Date::of(2023, 13, 1));
    CHECK_FALSE(Date::of(2023, 0, 1));
    CHECK_FALSE(Date::of(2023, 1, 0));
    CHECK_FALSE(Date::of(1899, 12, 31));
    CHECK_FALSE(Date::of(2201, 1, 1));
    CHECK_FALSE(Date::of(2023, 1, -5));
    CHECK(Date::of(2024, 2, 29));
    CHECK(Date::of(2000, 2, 29));
}

TEST_CASE("ISO dates are read strictly") {
    CHECK(Date::parse_iso("2017-10-25")->iso() == "2017-10-25");
    for (const char* text : {"", "2017-10-5", "2017/10/25", "25-10-2017", "2017-10-25 ",
                             "2017-1x-25", "-017-10-25", "2017-02-30"}) {
        CAPTURE(text);
        CHECK_FALSE(Date::parse_iso(text));
    }
}

TEST_CASE("The last day of a month knows leap years") {
    CHECK(Date::end_of_month(2024, 2)->day() == 29);
    CHECK(Date::end_of_month(2023, 2)->day() == 28);
    CHECK(Date::end_of_month(2023, 12)->iso() == "2023-12-31");
    CHECK_FALSE(Date::end_of_month(2023, 13));
}

TEST_CASE("Days are added over the ends of months and years") {
    CHECK(Date::of(2023, 12, 31)->plus_days(1)->iso() == "2024-01-01");
    CHECK(Date::of(2024, 3, 1)->plus_days(-1)->iso() == "2024-02-29");
    CHECK_FALSE(Date::of(2200, 12, 31)->plus_days(1));
    CHECK_FALSE(Date::of(1900, 1, 1)->plus_days(-1));
}

TEST_CASE("Dates order like their numbers") {
    const Date early = *Date::of(2017, 10, 25);
    const Date late = *Date::of(2022, 6, 16);
    CHECK(early < late);
    CHECK(early.number() == 20171025);
    CHECK(late.number() == 20220616);
}
