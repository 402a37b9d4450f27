#include "indexer/xapian/record_sets.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace tracuu::indexer;

namespace {

// Record n has the term d for each of `divisors` that divides n.
Xapian::WritableDatabase multiples(Xapian::docid records, const std::vector<unsigned>& divisors) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (Xapian::docid record = 1; record <= records; ++record) {
        Xapian::Document document;
        for (const unsigned divisor : divisors) {
            if (record % divisor == 0) document.add_boolean_term(std::to_string(divisor));
        }
        database.add_document(document);
    }
    return database;
}

Xapian::Query all_of(const std::vector<Xapian::Query>& parts) {
    return Xapian::Query(Xapian::Query::OP_AND, parts.begin(), parts.end());
}

Records expected(Xapian::docid records, unsigned step) {
    Records made;
    for (Xapian::docid record = step; record <= records; record += step) made.push_back(record);
    return made;
}

}  // namespace

TEST_CASE("A conjunction of terms is cut from their lists, however long each is") {
    constexpr Xapian::docid kRecords = 3000;
    const Xapian::Database database = multiples(kRecords, {1, 2, 3, 7, 300});
    Postings postings(database);
    const auto term = [](unsigned divisor) { return Xapian::Query(std::to_string(divisor)); };
    CHECK(quickly_matching(postings, term(7)) == expected(kRecords, 7));
    CHECK(quickly_matching(postings, all_of({term(2), term(3)})) == expected(kRecords, 6));
    CHECK(quickly_matching(postings, all_of({term(1), term(300)})) == expected(kRecords, 300));
    CHECK(quickly_matching(postings, all_of({term(7), term(300), term(1)})) ==
          expected(kRecords, 2100));
    CHECK(quickly_matching(postings, all_of({all_of({term(2), term(3)}), term(7)})) ==
          expected(kRecords, 42));
    CHECK(quickly_matching(postings, all_of({term(2), term(11)})) == Records{});
}

TEST_CASE("What is no conjunction of terms is left to Xapian") {
    const Xapian::Database database = multiples(100, {1, 2, 3});
    Postings postings(database);
    const Xapian::Query either(Xapian::Query::OP_OR, Xapian::Query("2"), Xapian::Query("3"));
    CHECK_FALSE(quickly_matching(postings, either));
    CHECK_FALSE(quickly_matching(postings, all_of({either, Xapian::Query("1")})));
    CHECK(all_matching(postings, either).size() == 67);
    CHECK(all_matching(postings, all_of({either, Xapian::Query("2")})) == expected(100, 2));
}
