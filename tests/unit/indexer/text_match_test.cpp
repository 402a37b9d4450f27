#include "indexer/rank/text_match.hpp"

#include "support/offset_index.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

RankQuery rank_query(std::string_view query) {
    return RankQuery(parse_query(query), [](const std::string&) { return 1.0; });
}

TextMatch match(std::string_view query, std::string_view text) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    return match_text(rank_query(query), tokens);
}

Snippet snippet(std::string_view query, std::string_view text) {
    analyzers::SearchTokens tokens;
    analyzers::search_tokens(text, tokens);
    return make_snippet(text, tokens, match_text(rank_query(query), tokens)).snippet;
}

std::vector<std::string> marked(const Snippet& snippet) {
    const support::OffsetIndex offsets(snippet.text);
    std::vector<std::string> words;
    for (const CodePointRange range : snippet.highlights) {
        words.emplace_back(support::slice(snippet.text, offsets.bytes(range)));
    }
    return words;
}

}  // namespace

TEST_CASE("A text with the typed accents beats one with others, which beats one without the word") {
    const double exact = match("tinh giản", "việc tinh giản bộ máy").window;
    const double other = match("tinh giản", "tình gian khổ").window;
    const double half = match("tinh giản", "tinh hoa").window;
    CHECK(exact == Approx(1));
    CHECK(other < exact);
    CHECK(half < exact);
    CHECK(match("tinh giản", "khác hẳn").window == 0);
    // A query without accents accepts all.
    CHECK(match("tinh gian", "tinh giản").window == Approx(1));
}

TEST_CASE("Neighbours count more than words far apart") {
    const double row = match("tinh giản", "tinh giản").window;
    const double near = match("tinh giản", "tinh x giản").window;
    CHECK(row == Approx(1));
    CHECK(near < row);
    CHECK(match("tinh giản", "tinh. Giản").window == Approx(near));
    std::string apart = "tinh";
    for (int i = 0; i < 60; ++i) apart += " x";
    CHECK(match("tinh giản", apart + " giản").window < near);
}

TEST_CASE("Marks cover whole words of the original text in any normal form") {
    CHECK(marked(snippet("benh vien", "Bệnh viện tỉnh")) ==
          std::vector<std::string>{"Bệnh", "viện"});
    const std::string nfd = "Be\xCC\xA3\xCC\x82nh vie\xCC\xA3\xCC\x82n tỉnh";
    CHECK(marked(snippet("bệnh viện", nfd)) ==
          std::vector<std::string>{"Be\xCC\xA3\xCC\x82nh", "vie\xCC\xA3\xCC\x82n"});
    CHECK(marked(snippet("hòa", "HOÀ bình, hoa")) == std::vector<std::string>{"HOÀ", "hoa"});
}

TEST_CASE("A snippet is about 240 code points around the best window, on word ends") {
    std::string text;
    for (int i = 0; i < 300; ++i) text += "từ" + std::to_string(i) + " ";
    text += "tinh giản biên chế";
    for (int i = 0; i < 300; ++i) text += " chữ" + std::to_string(i);
    const Snippet found = snippet("tinh giản biên chế", text);
    CHECK(found.text.find("tinh giản biên chế") != std::string::npos);
    const support::OffsetIndex offsets(found.text);
    CHECK(offsets.size() <= 241);
    CHECK(offsets.size() >= 150);
    CHECK(text.find(found.text) != std::string::npos);
    CHECK(found.text.front() != ' ');
    CHECK(found.text.back() != ' ');
}

TEST_CASE("Without a match the snippet is the beginning of the text") {
    CHECK(snippet("x", "Kế hoạch năm 2018").text == "Kế hoạch năm 2018");
    CHECK(snippet("x", "").text.empty());
    CHECK(snippet("x", std::string(10000, 'a')).text.size() <= 241);
}

TEST_CASE("A window longer than a snippet is shown from its start") {
    std::string text = "đầu";
    for (int i = 0; i < 38; ++i) text += " " + std::string(30, 'n');
    text += " cuối";
    const Snippet found = snippet("đầu cuối", text);
    CHECK(found.text.starts_with("đầu"));
    CHECK(support::OffsetIndex(found.text).size() <= 241);
}
