#include "indexer/query/parser.hpp"

#include <string>
#include <tuple>

#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

std::string tree(std::string_view query) {
    return to_string(parse_query(query).root);
}

}  // namespace

TEST_CASE("A query is read as the tree that it prints") {
    std::string query, expected;
    std::tie(query, expected) = GENERATE(table<std::string, std::string>({
        {"", "*"},
        {"   ", "*"},
        {"nghị", "nghi"},
        {"tinh giản biên chế", "(and tinh gian bien che)"},
        {"Tinh AND giản", "(and tinh gian)"},
        {"tinh OR giản", "(or tinh gian)"},
        {"a b OR c", "(or (and a b) c)"},
        {"a (b OR c)", "(and a (or b c))"},
        {"tinh -giản", "(and tinh (not gian))"},
        {"tinh NOT giản", "(and tinh (not gian))"},
        {"-giản", "(not gian)"},
        {"-(a OR b) c", "(and (not (or a b)) c)"},
        {"\"tinh giản biên chế\"", "\"tinh gian bien che\""},
        {"“tinh giản”", "\"tinh gian\""},
        {"\"tinh\"", "tinh"},
        {"-\"tinh giản\" a", "(and (not \"tinh gian\") a)"},
        {"\"hết câu. Câu mới\"", "(and \"het cau\" \"cau moi\")"},
        {"và/hoặc", "va_hoac"},
        {"số:18-NQ/TW", "number:18-NQ/TW"},
        {"so:18-nq/tw", "number:18-NQ/TW"},
        {"number:\"18 NQ TW\"", "number:18-NQ/TW"},
        {"loại:\"kế hoạch\"", "type:\"ke hoach\""},
        {"LOẠI:nq", "type:\"nghi quyet\""},
        {"nơi:\"Kon Tum\" năm:2018", "(and place:\"kon tum\" year:2018)"},
        {"cơquan:\"sở nội vụ\"", "agency:\"so noi vu\""},
        {"body:\"sở nội vụ\"", "body:\"so noi vu\""},
        {"issuer:\"sở nội vụ\"", "issuer:\"so noi vu\""},
        {"số:18", "number:\"18\""},
        {"số:NQ/TW", "number:\"nq tw\""},
        {"year:2017..2019", "year:2017..2019"},
        {"year:2019-2017", "year:2017..2019"},
        {"18-NQ/TW", "number=18-NQ/TW"},
        {"108/2014/nđ-cp", "number=108/2014/NĐ-CP"},
        {"thực hiện 18-NQ/TW đảng", "(and thuc hien number=18-NQ/TW dang)"},
        {"quý hoà", "(and qui hoa)"},
    }));
    CAPTURE(query);
    CHECK(tree(query) == expected);
    CHECK(parse_query(query).notes.empty());
}

TEST_CASE("Broken syntax is read as words and says so") {
    std::string query, expected;
    std::tie(query, expected) = GENERATE(table<std::string, std::string>({
        {"(a b", "(and a b)"},
        {"a b)", "(and a b)"},
        {"a OR", "a"},
        {"OR a", "a"},
        {"a AND", "a"},
        {"AND", "(none)"},
        {"\"a b", "(and a b)"},
        {"a NOT", "a"},
        {"()", "(none)"},
        {"foo:bar", "foo_bar"},
        {"năm:abc", "(and nam abc)"},
        {"số:xyz", "(and so xyz)"},
        {"loại:\"\" a", "(and loai a)"},
        {"số: a", "(and so a)"},
        {"loại:", "loai"},
        {"a AND OR b", "(and a b)"},
        {"((((((((((((((((((((a))))))))))))))))))))", "a"},
    }));
    CAPTURE(query);
    CHECK(tree(query) == expected);
    CHECK(parse_query(query).notes.front() == "read_as_words");
    CHECK((parse_query(query).notes.back() == "no_words") == (expected == "(none)"));
}

TEST_CASE("A query without words finds nothing and says so") {
    for (const char* query : {"?!", "\"\"", "-", "*", "\"-\"", "... !"}) {
        CAPTURE(query);
        CHECK(tree(query) == "(none)");
        CHECK(parse_query(query).notes == std::vector<std::string>{"no_words"});
    }
    CHECK(parse_query("").notes.empty());
    CHECK(parse_query("a *").notes.empty());
}

TEST_CASE("A whole query that is a number says which") {
    CHECK(parse_query("18-NQ/TW").number == "18-NQ/TW");
    CHECK(parse_query("nghị quyết 18-NQ/TW").number == "18-NQ/TW");
    CHECK(parse_query("18 nq tw").number == "18-NQ/TW");
    CHECK(parse_query("thực hiện 18-NQ/TW").number.empty());
    CHECK(parse_query("số:18-NQ/TW").number == "18-NQ/TW");
    CHECK(parse_query("số:18").number.empty());
}

TEST_CASE("Abbreviations and what they stand for are alternatives") {
    CHECK(tree("UBND") == "(or ubnd uy_ban_nhan_dan)");
    CHECK(tree("ubnd") == tree("UBND"));
    const std::string written_out = tree("ủy ban nhân dân");
    CHECK(written_out.starts_with("(or (and uy ban nhan dan) "));
    CHECK(written_out.find("ubnd") != std::string::npos);
    const std::string committee = tree("ban chấp hành trung ương");
    CHECK(committee.find("\"bch tw\"") != std::string::npos);
    // A phrase in all ways to write it, and no others.
    CHECK(tree("\"ủy ban nhân dân\"") == "(or \"uy ban nhan dan\" ubnd)");
    CHECK(tree("\"UBND tỉnh\"") == "(or \"ubnd tinh\" \"uy ban nhan dan tinh\")");
    CHECK(tree("\"nhân dân\"") == "\"nhan dan\"");
    CHECK(tree("\"TU và\"") == "\"tu va\"");
    // An abbreviation that is a syllable, too, stays a word: TU, từ, tư ...
    CHECK(tree("TU") == "tu");
}

TEST_CASE("Words of negations and fields are not ranked by") {
    const ParsedQuery parsed = parse_query("tinh giản -biên loại:kế");
    REQUIRE(parsed.runs.size() == 1);
    REQUIRE(parsed.runs[0].size() == 2);
    CHECK(parsed.runs[0][1].folded == "gian");
    CHECK(parsed.accented);
    CHECK_FALSE(parse_query("tinh gian").accented);
}

TEST_CASE("Queries beyond the limits are refused with the limit named") {
    const auto message = [](const std::string& query) {
        try {
            static_cast<void>(parse_query(query));
        } catch (const support::Error& error) {
            CHECK(error.code() == support::ErrorCode::bad_request);
            return error.message();
        }
        return std::string();
    };
    CHECK(message(std::string(kLongestQuery, 'a')).empty());
    CHECK(message(std::string(kLongestQuery + 1, 'a')).find("2048") != std::string::npos);
    std::string words;
    for (std::size_t i = 0; i < kMostQueryWords; ++i) words += "a ";
    CHECK(message(words).empty());
    CHECK(message(words + "a").find("128") != std::string::npos);
}

TEST_CASE("A relaxed conjunction wants most of its words and all of the rest") {
    const auto weaker = [](const char* query) {
        const auto node = relaxed(parse_query(query).root);
        return node ? to_string(*node) : std::string("-");
    };
    CHECK(weaker("a") == "-");
    CHECK(weaker("\"a b\" \"c d\"") == "-");
    CHECK(weaker("\"UBND tỉnh\" \"c d\"") == "-");
    CHECK(weaker("a b") == "(most 1 a b)");
    CHECK(weaker("a b c d e f") == "(most 4 a b c d e f)");
    CHECK(weaker("a b c \"d e\" -f") == "(and (most 2 a b c) \"d e\" (not f))");
    CHECK(weaker("a OR b") == "-");
    // Words that have an abbreviation still count as many words.
    CHECK(weaker("ủy ban nhân dân x y").starts_with("(most 4 (or "));
}

TEST_CASE("Case makes no difference to a query of words") {
    for (const char* query : {"tinh giản biên chế", "ủy ban nhân dân xã", "nghị quyết 18-nq/tw"}) {
        std::string upper = query;
        CHECK(tree(query) == tree(upper));
    }
    CHECK(tree("TINH GIẢN BIÊN CHẾ") == tree("tinh giản biên chế"));
    CHECK(tree("ĐẢNG ỦY") == tree("đảng ủy"));
}
