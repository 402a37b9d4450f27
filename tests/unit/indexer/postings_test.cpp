#include "indexer/xapian/postings.hpp"

#include <string>

#include "tests/catch.hpp"

using namespace tracuu::indexer;

namespace {

using Records = std::vector<Xapian::docid>;

Xapian::WritableDatabase database_of(const std::vector<std::vector<std::string>>& documents) {
    Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
    for (const auto& terms : documents) {
        Xapian::Document document;
        for (const std::string& term : terms) document.add_boolean_term(term);
        database.add_document(document);
    }
    return database;
}

}  // namespace

TEST_CASE("Postings tell what the database tells, also when asked again") {
    const Xapian::Database database = database_of({{"a"}, {"a", "b"}, {"b"}, {"a"}});
    Postings postings(database);
    for (int round = 0; round < 2; ++round) {
        CHECK(postings.frequency("a") == 3);
        CHECK(postings.records("a") == Records{1, 2, 4});
        CHECK(postings.records("b") == Records{2, 3});
        CHECK(postings.frequency("c") == 0);
        CHECK(postings.records("c").empty());
    }
}

TEST_CASE("Postings stay right when more is asked for than is kept") {
    std::vector<std::vector<std::string>> documents(500);
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (std::size_t term = 1; term <= 20; ++term) {
            if (i % term == 0) documents[i].push_back(std::to_string(term));
        }
    }
    const Xapian::Database database = database_of(documents);
    for (const std::size_t kept : {std::size_t{0}, std::size_t{4000}, std::size_t{1} << 20U}) {
        Postings postings(database, kept);
        for (std::size_t asked = 0; asked < 200; ++asked) {
            const std::size_t term = asked * 7 % 20 + 1;
            const Records& records = postings.records(std::to_string(term));
            REQUIRE(records.size() == (documents.size() + term - 1) / term);
            REQUIRE(records[1] == term + 1);
            REQUIRE(postings.frequency(std::to_string(term)) == (500 + term - 1) / term);
        }
    }
}
