#include "analyzers/search_terms.hpp"

#include <string>
#include <tuple>
#include <vector>

#include "tests/catch.hpp"

using namespace tracuu::analyzers;

namespace {

std::vector<std::string> folded(std::string_view text) {
    SearchTokens tokens;
    search_tokens(text, tokens);
    std::vector<std::string> words;
    for (const SearchToken& token : tokens.tokens) words.emplace_back(tokens.folded(token));
    return words;
}

std::string accented(std::string_view text) {
    SearchTokens tokens;
    search_tokens(text, tokens);
    std::string words;
    for (const SearchToken& token : tokens.tokens) {
        if (!words.empty()) words += ' ';
        words += tokens.accented(token);
    }
    return words;
}

std::string joined(std::string_view text) {
    std::string all;
    for (const std::string& word : folded(text)) all += (all.empty() ? "" : " ") + word;
    return all;
}

// The 67 lower-case letters outside ASCII with what they fold to, then the capitals.
const std::vector<std::pair<std::string, char>>& letters() {
    static const std::vector<std::pair<std::string, char>> all = [] {
        const std::vector<std::pair<const char*, char>> rows{{"àáảãạăằắẳẵặâầấẩẫậ", 'a'},
                                                             {"èéẻẽẹêềếểễệ", 'e'},
                                                             {"ìíỉĩị", 'i'},
                                                             {"òóỏõọôồốổỗộơờớởỡợ", 'o'},
                                                             {"ùúủũụưừứửữự", 'u'},
                                                             {"ỳýỷỹỵ", 'y'},
                                                             {"đ", 'd'},
                                                             {"ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", 'a'},
                                                             {"ÈÉẺẼẸÊỀẾỂỄỆ", 'e'},
                                                             {"ÌÍỈĨỊ", 'i'},
                                                             {"ÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", 'o'},
                                                             {"ÙÚỦŨỤƯỪỨỬỮỰ", 'u'},
                                                             {"ỲÝỶỸỴ", 'y'},
                                                             {"Đ", 'd'}};
        std::vector<std::pair<std::string, char>> made;
        for (const auto& [text, base] : rows) {
            std::string letter;
            for (const char* at = text; *at != '\0'; ++at) {
                const bool starts = (static_cast<unsigned char>(*at) & 0xC0U) != 0x80U;
                if (starts && !letter.empty()) made.emplace_back(letter, base);
                if (starts) letter.clear();
                letter += *at;
            }
            made.emplace_back(letter, base);
        }
        return made;
    }();
    return all;
}

}  // namespace

TEST_CASE("All 134 accented letters fold to their base") {
    REQUIRE(letters().size() == 134);
    for (const auto& [letter, base] : letters()) {
        CAPTURE(letter);
        // Between consonants, so that no rule for open syllables applies.
        CHECK(folded("b" + letter + "c") ==
              std::vector<std::string>{std::string("b") + base + "c"});
    }
}

TEST_CASE("Composed, decomposed and mixed letters are the same word") {
    std::string one, other;
    std::tie(one, other) = GENERATE(table<std::string, std::string>({
        {"bệnh", "be\xCC\xA3\xCC\x82nh"},     // dot below, circumflex: canonical order
        {"bệnh", "be\xCC\x82\xCC\xA3nh"},     // circumflex, dot below
        {"bệnh", "b\xE1\xBA\xB9\xCC\x82nh"},  // letter with dot, circumflex
        {"nước",
         "nu\xCC\x9Bo\xCC\x9B\xCC\x81"
         "c"},
        {"ĐẶNG", "Đa\xCC\x86\xCC\xA3ng"},
        {"hòa", "hoà"},
        {"HOÀ", "hòa"},
        {"ủy", "uỷ"},
        {"thúy", "thuý"},
        {"khóe", "khoé"},
        {"kỹ", "kĩ"},
        {"lý", "lí"},
        {"quý", "quí"},
        {"Mỹ", "mĩ"},
        {"tỷ", "tỉ"},
    }));
    CAPTURE(one, other);
    CHECK(accented(one) == accented(other));
    CHECK(joined(one) == joined(other));
}

TEST_CASE("Words that differ in letter or tone stay different with accents") {
    for (const auto& [one, other] :
         std::vector<std::pair<const char*, const char*>>{{"đường", "dương"},
                                                          {"an", "án"},
                                                          {"tai", "tay"},
                                                          {"hoa", "hòa"},
                                                          {"thúi", "thúy"},
                                                          {"bản", "bàn"},
                                                          {"trương", "trường"},
                                                          {"ma", "má"},
                                                          {"đa", "da"}}) {
        CAPTURE(one, other);
        CHECK(accented(one) != accented(other));
    }
    CHECK(joined("tai") != joined("tay"));
}

TEST_CASE("Words are runs of letters and digits") {
    CHECK(joined("Số 108/2014/NĐ-CP ngày 20-11") == "so 108 2014 nd cp ngay 20 11");
    CHECK(joined("QH14, 30a; (UBND)") == "qh14 30a ubnd");
    CHECK(joined("") == "");
    CHECK(joined(" \n\t.,") == "");
    CHECK(joined("một\xC2\xA0hai") == "mot hai");
}

TEST_CASE("Tokens point at the bytes they come from") {
    const std::string text = "  Uỷ ban, e\xCC\x82\xCC\xA3!";
    SearchTokens tokens;
    search_tokens(text, tokens);
    REQUIRE(tokens.tokens.size() == 3);
    CHECK(tracuu::support::slice(text, tokens.tokens[0].source) == "Uỷ");
    CHECK(tracuu::support::slice(text, tokens.tokens[1].source) == "ban");
    CHECK(tracuu::support::slice(text, tokens.tokens[2].source) == "e\xCC\x82\xCC\xA3");
}

TEST_CASE("Sentence ends and paragraph ends break, commas and hard wraps do not") {
    const auto breaks = [](std::string_view text) {
        SearchTokens tokens;
        search_tokens(text, tokens);
        return tokens.tokens.size() == 2 && tokens.tokens[1].breaks;
    };
    CHECK(breaks("a. b"));
    CHECK(breaks("a; b"));
    CHECK(breaks("a:\nb"));
    CHECK(breaks("a\n\nb"));
    CHECK(breaks("a\n \t\nb"));
    CHECK(breaks("a\n- b"));
    CHECK_FALSE(breaks("a\nb"));
    CHECK_FALSE(breaks("a, b"));
    CHECK_FALSE(breaks("a.b"));
    CHECK_FALSE(breaks("a - b"));
    CHECK_FALSE(breaks("(a) \"b\""));
}

TEST_CASE("Other alphabets are words too, in any case and normal form") {
    CHECK(joined("Москва") == joined("МОСКВА"));
    CHECK(joined("caf\xC3\xA9 cafe\xCC\x81") == "cafe cafe");
    CHECK(joined("\xEF\xBC\xA1\xEF\xBC\xA2") == "ab");  // full-width AB
    CHECK(joined("й") == joined("и\xCC\x86"));
    CHECK(joined("Ð") == "d");  // Eth, which stands for Đ in many files
}

TEST_CASE("A word without end is cut and loses nothing") {
    const std::string text(1000, 'a');
    std::size_t total = 0;
    for (const std::string& word : folded(text)) {
        CHECK(word.size() <= 60);
        total += word.size();
    }
    CHECK(total == 1000);
    std::string accents;
    for (int i = 0; i < 500; ++i) accents += "ệ";
    total = 0;
    for (const std::string& word : folded(accents)) total += word.size();
    CHECK(total == 500);
    std::string marks = "a";
    for (int i = 0; i < 1000; ++i) marks += "\xCC\x81";
    CHECK(folded(marks) == std::vector<std::string>{"a"});
}

TEST_CASE("Broken UTF-8 and control characters are only separators") {
    CHECK(joined("a\xFF"
                 "b\x01"
                 "c\xE1\xBB") == "a b c");
    CHECK(joined(std::string("a\0b", 3)) == "a b");
}
