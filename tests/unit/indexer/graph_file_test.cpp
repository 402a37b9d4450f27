#include "indexer/graph/graph_file.hpp"

#include "indexer/graph/authority.hpp"
#include "indexer/xapian/reader.hpp"
#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/index_fixture.hpp"

using namespace tracuu;
using namespace tracuu::indexer;
using support::ErrorCode;
using tests::IndexFixture;
using tests::plan;

namespace {

/// Two plans, the second of which cites the first, and a resolution that both cite.
void write_documents(const IndexFixture& fixture) {
    fixture.write("a.txt", plan("10-KH/TU", "BÌNH ĐỊNH", "ngày 15 tháng 3 năm 2018",
                                "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017."));
    fixture.write("b.txt", plan("11-KH/TU", "BÌNH ĐỊNH", "ngày 15 tháng 5 năm 2018",
                                "Theo Kế hoạch số 10-KH/TU ngày 15/3/2018 và Nghị quyết số "
                                "18-NQ/TW ngày 25/10/2017."));
}

std::filesystem::path file_of(const IndexFixture& fixture) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fixture.directory())) {
        if (entry.path().filename() == "graph") return entry.path();
    }
    FAIL("no graph");
    return {};
}

ErrorCode code_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const support::Error& error) {
        return error.code();
    }
    FAIL("no error");
    return ErrorCode::internal;
}

std::vector<float> authority_of(std::size_t nodes,
                                const std::vector<std::pair<Node, Node>>& edges) {
    std::vector<std::uint64_t> out{0};
    std::vector<std::uint64_t> in{0};
    std::vector<Link> links;
    for (Node node = 0; node < nodes; ++node) {
        std::uint64_t leaving = 0;
        for (const auto& [from, to] : edges) {
            if (from == node) ++leaving;
            if (to == node) links.emplace_back(from, Relation::mentions);
        }
        out.push_back(out.back() + leaving);
        in.push_back(links.size());
    }
    return authority(out, in, links);
}

}  // namespace

TEST_CASE("Every build writes the graph of its generation") {
    const IndexFixture fixture;
    write_documents(fixture);
    fixture.build();
    const auto first = fixture.open();
    const auto plans = first->with_number("10-KH/TU");
    REQUIRE(plans.size() == 1);
    const auto links = first->links();
    CHECK(links->size() == Node{3});
    CHECK(links->count(*links->find(plans[0].id), Direction::cited_by) == 1);
    fixture.remove("b.txt");
    fixture.build();
    const auto second = fixture.open();
    const auto fewer = second->links();
    CHECK(fewer->size() == Node{2});
    CHECK(fewer->count(*fewer->find(plans[0].id), Direction::cited_by) == 0);
    CHECK(links->count(*links->find(plans[0].id), Direction::cited_by) == 1);
    CHECK(verify_index(fixture.directory()).problems.empty());
}

TEST_CASE("An index without a sound graph is refused with the name of the file") {
    const IndexFixture fixture;
    write_documents(fixture);
    fixture.build();
    const auto path = file_of(fixture);
    const auto kept = fixture.path() / "kept";
    std::filesystem::copy_file(path, kept);
    const auto open = [&] { static_cast<void>(fixture.open()); };
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    CHECK(code_of(open) == ErrorCode::index_corrupt);
    std::filesystem::resize_file(path, 0);
    CHECK(code_of(open) == ErrorCode::index_corrupt);
    std::filesystem::remove(path);
    CHECK(code_of(open) == ErrorCode::unreadable_input);
    CHECK_FALSE(verify_index(fixture.directory()).problems.empty());
    std::filesystem::copy_file(kept, path);
    CHECK(verify_index(fixture.directory()).problems.empty());
}

TEST_CASE("A graph of another generation is refused") {
    const IndexFixture fixture;
    write_documents(fixture);
    fixture.build();
    CHECK(code_of([&] { static_cast<void>(GraphFile::open(file_of(fixture), "another")); }) ==
          ErrorCode::index_corrupt);
}

TEST_CASE("verify finds one changed byte of the graph") {
    const IndexFixture fixture;
    write_documents(fixture);
    fixture.build();
    const auto path = file_of(fixture);
    std::fstream stream(path, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(-1, std::ios::end);
    const char last = static_cast<char>(stream.get());
    stream.seekp(-1, std::ios::end);
    stream.put(static_cast<char>(last ^ 1));
    stream.close();
    const auto problems = verify_index(fixture.directory()).problems;
    REQUIRE_FALSE(problems.empty());
    CHECK(problems.front().find("graph") != std::string::npos);
}

TEST_CASE("A search may ask for the authority of a record") {
    const IndexFixture fixture;
    write_documents(fixture);
    fixture.build();
    const Reader reader(Sources{fixture.directory()});
    const auto authority = [&](const char* number) {
        const auto plans = fixture.open()->with_number(number);
        return reader.authority(reader.find(Kind::document, plans.at(0).id).at(0));
    };
    CHECK(authority("10-KH/TU") > 0);
    CHECK(authority("11-KH/TU") == 0);
    CHECK(reader.authority(1000000) == 0);
}

TEST_CASE("Authority passes along citations and starts at nothing") {
    // 1 and 2 have one citation each, but 2 is cited by the one that three others cite.
    const auto values = authority_of(7, {{3, 0}, {4, 0}, {5, 0}, {0, 2}, {6, 1}});
    CHECK(values[3] == 0);
    CHECK(values[2] > values[1]);
    CHECK(values[1] > 0);
    CHECK(values[0] > values[1]);
    for (const float value : values) CHECK(value <= 1);
    CHECK(authority_of(3, {}) == std::vector<float>(3, 0));
    CHECK(authority_of(0, {}).empty());
}
