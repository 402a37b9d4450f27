#include "indexer/xapian/pair_lists.hpp"

#include <map>

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

using Records = std::vector<Xapian::docid>;

std::string list_of(const Records& records) {
    PairList list;
    for (const Xapian::docid record : records) list.add(record);
    return list.bytes();
}

}  // namespace

TEST_CASE("A list of a pair gives back its records") {
    const Records records{1, 2, 130, 131, 70'000, 4'294'967'295U};
    CHECK(pair_records(list_of(records)) == records);
    CHECK(pair_count(list_of(records)) == records.size());
    CHECK(pair_records(list_of({7, 7, 7})) == Records{7});
    CHECK(pair_records({}).empty());
    CHECK(pair_count({}) == 0);
}

TEST_CASE("A damaged list of a pair is an error") {
    const std::string whole = list_of({5, 300, 90'000});
    for (std::size_t size = 1; size < whole.size(); ++size) {
        CAPTURE(size);
        CHECK_THROWS_AS(pair_records(whole.substr(0, size)), support::Error);
    }
    CHECK_THROWS_AS(pair_records(whole + "\x01"), support::Error);
    CHECK_THROWS_AS(pair_records(std::string("\x02\x05\x00", 3)), support::Error);  // no step
    CHECK_THROWS_AS(pair_records("\x01\xFF\xFF\xFF\xFF\xFF\x01"), support::Error);
    CHECK_THROWS_AS(pair_count("\xFF\xFF"), support::Error);
}

TEST_CASE("Lists of parts are joined in the order of their records") {
    const std::string lists[] = {list_of({900, 901}), list_of({3}), list_of({40, 500})};
    PairJoin join;
    const std::string joined = join.resolve_duplicate_metadata(pair_key("ke hoach"), 3, lists);
    CHECK(pair_records(joined) == Records{3, 40, 500, 900, 901});
    const std::string raw = std::string("\0\xC0", 2) + pair_key("ke hoach");
    CHECK(join.resolve_duplicate_metadata(raw, 3, lists) == joined);
    CHECK(join.resolve_duplicate_metadata("tracuu", 3, lists) == lists[0]);
}

TEST_CASE("Pairs are put by ascending key, each record once") {
    PairLists lists;
    lists.add("nghi", "quyet", 4);
    lists.add("ke", "hoach", 4);
    lists.add("nghi", "quyet", 4);
    lists.add("nghi", "quyet", 9);
    std::vector<std::pair<std::string, Records>> put;
    lists.finish([&](const std::string& key, const std::string& list) {
        put.emplace_back(key, pair_records(list));
    });
    REQUIRE(put.size() == 2);
    CHECK(put[0] == std::pair{pair_key("ke hoach"), Records{4}});
    CHECK(put[1] == std::pair{pair_key("nghi quyet"), Records{4, 9}});
}
