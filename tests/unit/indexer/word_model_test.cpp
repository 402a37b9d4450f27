#include "indexer/words/word_model.hpp"

#include "indexer/rank/token_stream.hpp"
#include "indexer/words/did_you_mean.hpp"
#include "indexer/words/word_counter.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

std::string table_of(const std::vector<std::string>& texts) {
    WordCounter counter;
    for (const std::string& text : texts) {
        analyzers::SearchTokens tokens;
        analyzers::search_tokens(text, tokens);
        counter.add(text, tokens);
    }
    return counter.table();
}

WordTable view(const std::string& bytes) {
    const auto table = WordTable::of(std::as_bytes(std::span(bytes)));
    REQUIRE(table.has_value());
    return *table;
}

// Words of a small corpus.
const WordModel& model() {
    static const std::string bytes = table_of(
        {"Tinh giản biên chế gắn với vị trí việc làm. Tinh giản biên chế, tinh giản biên chế.",
         "Ủy ban nhân dân tỉnh quản lý đất đai; thu hồi đất. Thu hút đầu tư.",
         "Tình hình tiền lương của cán bộ, công chức. Đường bộ, đường sắt. Tính toán. Vệ tinh."});
    static const WordTable table = view(bytes);
    static const WordModel words({&table});
    return words;
}

std::vector<std::string> completed(const std::string& typed) {
    return complete_words(model(), typed, 4);
}

}  // namespace

TEST_CASE("A table holds the words by their folded form with what follows them") {
    const std::string bytes = table_of({"Đất đai, đất. Đất đai!", "dat 108 đất"});
    const WordTable table = view(bytes);
    CHECK(table.total() == 7);
    REQUIRE(table.size() == 3);
    CHECK(table.text(0) == "đai");
    CHECK(table.text(1) == "dat");
    CHECK(table.text(2) == "đất");
    CHECK(table.folded(2) == "dat");
    CHECK(table.count(2) == 4);
    REQUIRE(table.followers(2).size() == 1);  // a phrase ends before the other "đất"
    CHECK(table.followers(2)[0].second == 0);
    CHECK(table.followers(2)[0].count == 2);
    CHECK(table.followers(1).empty());  // a number stands between
    CHECK(table.spellings("dat").last - table.spellings("dat").first == 2);
    CHECK(table.with_prefix("d").last - table.with_prefix("d").first == 3);
    CHECK(table.with_prefix("x").last == table.with_prefix("x").first);
}

TEST_CASE("Counters of parts add up to the counter of the whole") {
    const std::vector<std::string> texts{"Thu hồi đất. Thu hồi.", "hồi đất, thu thuế thu hồi",
                                         "Đất thu hồi"};
    std::vector<WordCounter> counters(2);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        analyzers::SearchTokens tokens;
        analyzers::search_tokens(texts[i], tokens);
        counters[i % 2].add(texts[i], tokens);
    }
    counters[1].add(std::move(counters[0]));
    CHECK(counters[1].table() == table_of(texts));
}

TEST_CASE("Bytes that are no table are refused") {
    const std::string good = table_of({"thu hồi đất"});
    CHECK(WordTable::of({}) == std::nullopt);
    for (std::size_t size = 0; size < good.size(); size += 3) {
        const std::string cut = good.substr(0, size);
        CHECK_FALSE(WordTable::of(std::as_bytes(std::span(cut))).has_value());
    }
    for (std::size_t at = 0; at < good.size(); ++at) {  // any other byte is no crash
        std::string bad = good;
        bad[at] = static_cast<char>(0xFF);
        const auto table = WordTable::of(std::as_bytes(std::span(bad)));
        if (table) static_cast<void>(complete_words(WordModel({&*table}), "thu", 3));
    }
    const std::string empty = table_of({});
    CHECK(WordTable::of(std::as_bytes(std::span(empty))).has_value());
}

TEST_CASE("Diacritics are restored by what the corpus says next to each other") {
    CHECK(did_you_mean(model(), "tinh gian bien che") == "tinh giản biên chế");
    CHECK(did_you_mean(model(), "TINH GIAN") == "tinh giản");
    CHECK(did_you_mean(model(), "tinh hinh") == "tình hình");
    CHECK(did_you_mean(model(), "uy ban nhan dan tinh") == "ủy ban nhân dân tỉnh");
    CHECK(did_you_mean(model(), "tinh giản bien che") == "tinh giản biên chế");
    CHECK(did_you_mean(model(), "tinh giản biên chế").empty());
    CHECK(did_you_mean(model(), "tính giản").empty());  // typed marks stay
    CHECK(did_you_mean(model(), "khong co gi").empty());
    CHECK(did_you_mean(model(), "\"tinh gian\"").empty());
    CHECK(did_you_mean(model(), "tinh -gian").empty());
    CHECK(did_you_mean(model(), "").empty());
    CHECK(did_you_mean(model(), std::string(100'000, 'a')).empty());
}

TEST_CASE("Telex and VNI typed with the input method off are understood") {
    CHECK(did_you_mean(model(), "tinh giarn bieen chees") == "tinh giản biên chế");
    CHECK(did_you_mean(model(), "TINH GIARN") == "tinh giản");
    CHECK(did_you_mean(model(), "tie6n2 lu7o7ng") == "tiền lương");
    CHECK(did_you_mean(model(), "dduwowngf booj") == "đường bộ");
    CHECK(did_you_mean(model(), "tax xyz7").empty());
    CHECK(complete_words(model(), from_keystrokes(model(), "tinh giarn"), 1) ==
          std::vector<std::string>{"tinh giản"});
}

TEST_CASE("Completions carry diacritics, follow the word before and go on where it is sure") {
    CHECK(completed("tinh g") == std::vector<std::string>{"tinh giản", "tinh giản biên chế"});
    CHECK(completed("tinh giản b").front() == "tinh giản biên");
    CHECK(completed("thu h") ==
          std::vector<std::string>{"thu hút", "thu hút đầu tư", "thu hồi", "thu hồi đất đai"});
    CHECK(completed("thu hú").front() == "thu hút");
    CHECK(completed("đất ").front() == "đất đai");
    CHECK(completed("biê").front() == "biên");
    CHECK(completed("biể").empty());
    CHECK(completed("").empty());
    CHECK(completed(" ").empty());
    CHECK(completed("!?").empty());
}

TEST_CASE("Several tables make one model") {
    const std::string one = table_of({"thu hồi đất. Thu hút"});
    const std::string two = table_of({"thu hút vốn. Thu hút vốn"});
    const WordTable first = view(one);
    const WordTable second = view(two);
    const WordModel both({&first, &second});
    CHECK(complete_words(both, "thu h", 3) ==
          std::vector<std::string>{"thu hút", "thu hút vốn", "thu hồi"});
    CHECK(both.count({"hút", "hut"}) == 3);
    CHECK(WordModel({}).restored(typed_words("thu hoi")).empty());
    CHECK(WordModel({}).completions({}, {"t", "t"}, 3).empty());
}
