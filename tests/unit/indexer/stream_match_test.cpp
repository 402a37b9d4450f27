#include "indexer/rank/stream_match.hpp"

#include "indexer/rank/score.hpp"
#include "support/error.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

Features match(std::string_view query, const std::string& text, const std::string& title = "") {
    const RankQuery rank(parse_query(query), [](const std::string&) { return 1.0; });
    StreamQuery streams(rank, 100, [](std::uint32_t) { return 1.0; });
    DocumentMeta meta;
    meta.title = title;
    StreamMaker maker;
    return streams.match(maker.make(meta, text));
}

double feature(Feature which, const Features& features) {
    return features[static_cast<std::size_t>(which)];
}

double window(std::string_view query, const std::string& text) {
    return feature(Feature::window_40, match(query, text));
}

std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += " x";
    return text;
}

}  // namespace

TEST_CASE("A stream holds the title, the other fields and the text, each a phrase of its own") {
    DocumentMeta meta;
    meta.title = "Tinh giản";
    meta.type = "Kế hoạch";
    StreamMaker maker;
    const TokenStream stream = maker.make(meta, "Biên chế năm 2020");
    REQUIRE(stream.tokens.size() == 8);
    CHECK(stream.title().size() == 2);
    CHECK(stream.text().size() == 4);
    CHECK(breaks_before(stream.tokens[0]));
    CHECK_FALSE(breaks_before(stream.tokens[1]));
    CHECK(breaks_before(stream.tokens[2]));
    CHECK(breaks_before(stream.text()[0]));
}

TEST_CASE("Case, normal form and the place of a tone give the same tokens") {
    StreamMaker one;
    StreamMaker two;
    const auto a = one.make({}, "HÒA BÌNH, Thủy lợi").tokens;
    const auto b = two.make({}, "hoà bình, thuỷ lợi").tokens;
    CHECK(std::equal(a.begin(), a.end(), b.begin(), b.end()));
    CHECK(folded_bits(stream_token("hoa", "hoa`", false)) ==
          folded_bits(stream_token("hoa", "hoa", true)));
    CHECK(form_bits(stream_token("hoa", "hoa`", false)) !=
          form_bits(stream_token("hoa", "hoa", false)));
}

TEST_CASE("The typed accents beat others, and those beat a text without the word") {
    const double exact = window("tinh giản", "việc tinh giản bộ máy");
    const double other = window("tinh giản", "tình gian khổ");
    CHECK(exact > other);
    CHECK(other > window("tinh giản", "khác hẳn"));
    // Without accents all are meant.
    CHECK(window("tinh gian", "tinh giản") == Approx(window("tinh gian", "tình gian")));
    // Where most words have no marks they were left out.
    CHECK(window("tinh gian bien chế", "tinh giản biên chế") >
          window("tinh giản biên chế", "tinh gian bien che"));
}

TEST_CASE("Words near each other count more than words far apart") {
    CHECK(window("tinh giản", "tinh" + words(60) + " giản") < window("tinh giản", "tinh x giản"));
    CHECK(window("tinh giản", "tinh. Giản") < window("tinh giản", "tinh giản"));
    const auto near = [](const std::string& text) {
        return feature(Feature::near_pairs, match("tinh giản", text));
    };
    CHECK(near("tinh x giản") > 0);
    CHECK(near("giản x tinh") == 0);
    CHECK(near("tinh" + words(6) + " giản") == 0);
}

TEST_CASE("The last part of a title is its heading") {
    const Features found =
        match("giải thích từ ngữ", "Luật này", "Luật Đất đai - Điều 3. Giải thích từ ngữ");
    CHECK(feature(Feature::heading_cover, found) == Approx(1));
    CHECK(feature(Feature::title_cover, found) < 1);
    CHECK(feature(Feature::title_cover, found) > 0);
    CHECK(feature(Feature::heading_cover, match("đất đai", "x", "")) == 0);
}

TEST_CASE("What a text defines is seen") {
    const auto defined = [](const std::string& text) {
        return feature(Feature::definition, match("biên chế dự phòng là gì", text));
    };
    CHECK(defined("Biên chế dự phòng là số người") > 0);
    CHECK(defined("Biên chế dự phòng có số người") == 0);
}

TEST_CASE("A first look sees what a close look sees") {
    const RankQuery rank(parse_query("tinh giản biên chế"), [](const std::string&) { return 1.0; });
    StreamQuery streams(rank, 100, [](std::uint32_t) { return 1.0; });
    StreamMaker maker;
    const double good = streams.first_look(maker.make({}, "tinh giản biên chế"));
    const double poor = streams.first_look(maker.make({}, "tinh hoa" + words(30)));
    CHECK(good > poor);
    CHECK(poor > 0);
    CHECK(streams.first_look(maker.make({}, "")) == 0);
}

TEST_CASE("Trees of a damaged table are refused, never followed") {
    const std::string head = "tree\tnode\tfeature\tthreshold\tleft\tright\tvalue\n";
    const RankTrees good(head +
                         "0\t0\twindow_40\t0.5\t1\t2\t\n0\t1\t\t\t\t\t-1\n0\t2\t\t\t\t\t1\n");
    Features low{};
    Features high{};
    high[static_cast<std::size_t>(Feature::window_40)] = 0.9;
    CHECK(good.score(high, high, false) > good.score(low, high, false));
    high[static_cast<std::size_t>(Feature::title_words)] = 1;
    CHECK(good.score(high, high, true) > good.score(high, high, false));
    for (const char* rows :
         {"", "0\t0\tno_such\t0.5\t1\t2\t\n", "0\t0\twindow_40\t0.5\t0\t0\t\n",
          "0\t0\twindow_40\t0.5\t1\t9\t\n0\t1\t\t\t\t\t-1\n", "0\t0\twindow_40\tx\t1\t2\t\n"}) {
        CAPTURE(rows);
        CHECK_THROWS_AS(RankTrees(head + rows), support::Error);
    }
}

TEST_CASE("A first look sees words of the title twice and takes a long text by its beginning") {
    const RankQuery rank(parse_query("tinh giản"), [](const std::string&) { return 1.0; });
    StreamQuery streams(rank, 100, [](std::uint32_t) { return 1.0; });
    StreamMaker maker;
    const auto look = [&](const std::string& title, const std::string& text) {
        DocumentMeta meta;
        meta.title = title;
        return streams.first_look(maker.make(meta, text));
    };
    const double in_text = look("x x", "tinh giản");
    CHECK(look("tinh giản", "x x") > in_text);
    CHECK(look("x x", "tinh x giản") < in_text);
    CHECK(look("x x", "x") == 0);
    CHECK(look("x x", "tinh giản" + words(20'000)) < in_text);
    // The second half is like the first one, so it need not be read.
    std::string half;
    for (int i = 0; i < 500; ++i) half += " tinh giản" + words(8);
    CHECK(look("", half + half) == Approx(look("", half + words(5000))).margin(0.02));
    CHECK(look("", words(5000) + half) == 0);
}
