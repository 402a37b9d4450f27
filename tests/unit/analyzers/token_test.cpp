#include "analyzers/text/token.hpp"

#include "analyzers/text/phrase_table.hpp"
#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> out;
    for (const Token& token : tokenize(text)) {
        out.push_back(text.substr(token.begin, token.end - token.begin));
    }
    return out;
}

}  // namespace

TEST_CASE("Tokens are words, numbers, marks and paragraph ends") {
    CHECK(words("Số 18-NQ/TW.\n") ==
          std::vector<std::string>{"Số", "18", "-", "NQ", "/", "TW", ".", "\n"});
    CHECK(words("56/2017/QH14") == std::vector<std::string>{"56", "/", "2017", "/", "QH14"});
    CHECK(words("  ").empty());
}

TEST_CASE("The key of a word ignores its case and keeps its accents") {
    CHECK(token_key("NGHỊ") == token_key("nghị"));
    CHECK(token_key("Đảng") == token_key("ĐẢNG"));
    CHECK(token_key("dang") != token_key("đảng"));
    CHECK(tokenize("Kế")[0].key == token_key("kế"));
}

TEST_CASE("The case of a word is known") {
    const auto tokens = tokenize("ỦY Ban nhân A 12");
    CHECK(tokens[0].letter_case == LetterCase::upper);
    CHECK(tokens[1].letter_case == LetterCase::capitalised);
    CHECK(tokens[2].letter_case == LetterCase::lower);
    CHECK(tokens[3].letter_case == LetterCase::capitalised);
    CHECK(tokens[4].letter_case == LetterCase::none);
}

TEST_CASE("The longest phrase wins and stays inside its paragraph") {
    PhraseTable table;
    table.add("kế hoạch", 1);
    table.add("kế hoạch hành động", 2);
    const auto tokens = tokenize("Kế hoạch hành động\nkế hoạch\nhành động");
    REQUIRE(table.longest(tokens, 0));
    CHECK(table.longest(tokens, 0)->value == 2);
    CHECK(table.longest(tokens, 0)->length == 4);
    CHECK(table.longest(tokens, 5)->value == 1);
    CHECK_FALSE(table.longest(tokens, 1));
}
