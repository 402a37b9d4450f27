#include "support/data_table.hpp"

#include "support/error.hpp"
#include "tests/catch.hpp"

using tracuu::support::DataTable;
using tracuu::support::Error;
using tracuu::support::ErrorCode;

namespace {

ErrorCode code_of(const char* text) {
    try {
        const DataTable table("t.tsv", text);
        return table.size() == 0 ? ErrorCode::not_found : ErrorCode::internal;
    } catch (const Error& error) {
        CHECK(error.context() == "t.tsv line 3");
        return error.code();
    }
}

}  // namespace

TEST_CASE("Cells are found by row and column, comments and blank lines passed over") {
    const DataTable table("t.tsv", "# about\nname\tcode\n\nNghị quyết\tNQ\n# more\nKế hoạch\tKH\n");
    REQUIRE(table.size() == 2);
    CHECK(table.cell(0, "name") == "Nghị quyết");
    CHECK(table.cell(1, "code") == "KH");
}

TEST_CASE("Lists are separated by semicolons and may be empty") {
    const DataTable table("t.tsv", "name\taliases\nA\tB; C ;D;\nE\t\n");
    CHECK(table.list(0, "aliases") == std::vector<std::string_view>{"B", "C", "D"});
    CHECK(table.list(1, "aliases").empty());
}

TEST_CASE("A row with another number of cells names its line") {
    CHECK(code_of("# c\na\tb\n1\t2\t3\n") == ErrorCode::unsupported_input);
    CHECK(code_of("# c\na\tb\n1\n") == ErrorCode::unsupported_input);
}

TEST_CASE("A column that is not there is a bug of ours") {
    const DataTable table("t.tsv", "a\n1\n");
    CHECK_THROWS_AS(table.cell(0, "b"), Error);
}

TEST_CASE("A table without rows is empty") {
    CHECK(DataTable("t.tsv", "").size() == 0);
    CHECK(DataTable("t.tsv", "# only a comment\na\tb\n").size() == 0);
}
