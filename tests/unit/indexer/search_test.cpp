#include "indexer/index.hpp"
#include "support/error.hpp"
#include "support/offset_index.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/index_fixture.hpp"

using namespace tracuu;
using namespace tracuu::indexer;
using tests::found;
using tests::IndexFixture;

namespace {

using Ids = std::vector<std::string>;

// Five records; the id says what is in it.
const Index& library() {
    static const IndexFixture fixture;
    static const auto index = [] {
        std::string lines;
        const auto add = [&](const char* id, const char* title, const char* text) {
            lines += std::string("{\"id\":\"") + id + "\",\"title\":\"" + title + "\",\"text\":\"" +
                     text + "\"}\n";
        };
        add("bien-che", "Sắp xếp bộ máy",
            "Tinh giản biên chế gắn với vị trí việc làm tại UBND xã.");
        add("tinh-tinh", "Kể chuyện", "Cái tình gian khó, biển chê sóng bạc, chế độ ăn.");
        add("dat-dai", "Quản lý đất đai",
            "Ủy ban nhân dân tỉnh quản lý đất đai. Biên bản kèm theo.");
        add("y-te", "Chăm sóc sức khoẻ", "Bệnh viện đa khoa và trạm y tế. Hoà bình, thuỷ lợi.");
        add("xa-nhau", "Ghi chép", "tinh một hai ba. Giản bốn năm biên sáu bảy chế.");
        fixture.write("r.jsonl", lines);
        fixture.build();
        return fixture.open();
    }();
    return *index;
}

SearchResult search(const std::string& query) {
    SearchRequest request;
    request.query = query;
    return library().search(request);
}

}  // namespace

TEST_CASE("Words are found with all, some or no diacritics, in any case") {
    const Ids all{"bien-che", "tinh-tinh", "xa-nhau"};
    for (const char* query : {"tinh giản biên chế", "tinh gian bien che", "TINH GIẢN BIÊN CHẾ",
                              "tinh giản bien che", "Tính Giàn Biến Che"}) {
        CAPTURE(query);
        CHECK(found(library(), query) == all);
    }
}

TEST_CASE("Typed diacritics decide the order") {
    CHECK(search("tinh giản biên chế").hits.at(0).meta.id == "bien-che");
    CHECK(search("tình gian biển chê").hits.at(0).meta.id == "tinh-tinh");
    CHECK(search("tinh gian bien che").hits.at(0).meta.id == "bien-che");
}

TEST_CASE("A phrase wants its words next to each other") {
    CHECK(found(library(), "\"tinh giản biên chế\"") == Ids{"bien-che"});
    CHECK(found(library(), "\"tinh gian\"") == Ids{"bien-che", "tinh-tinh"});
    CHECK(found(library(), "\"đất đai biên bản\"").empty());  // a sentence ends in between
    CHECK(found(library(), "\"biên chế gắn\" -y") == Ids{"bien-che"});
}

TEST_CASE("Operators combine") {
    CHECK(found(library(), "\"y tế\" OR \"đất đai\"") == Ids{"dat-dai", "y-te"});
    CHECK(found(library(), "tinh -\"biên chế\"") == Ids{"dat-dai", "xa-nhau"});
    CHECK(found(library(), "-tinh") == Ids{"y-te"});
    CHECK(found(library(), "(bệnh OR đất) viện") == Ids{"y-te"});
    CHECK(found(library(), "-\"tinh giản biên chế\" biên").size() == 3);
    CHECK(found(library(), "").size() == 5);
    CHECK(found(library(), "!?").empty());
}

TEST_CASE("Tone placement and i or y make no difference") {
    CHECK(found(library(), "hòa bình") == Ids{"y-te"});
    CHECK(found(library(), "thủy lợi") == Ids{"y-te"});
    CHECK(found(library(), "quản lí") == Ids{"dat-dai"});
    CHECK(found(library(), "suc khoe") == Ids{"y-te"});
}

TEST_CASE("Abbreviations find what they stand for and the other way round") {
    CHECK(found(library(), "UBND") == Ids{"bien-che", "dat-dai"});
    CHECK(found(library(), "ủy ban nhân dân") == Ids{"bien-che", "dat-dai"});
}

TEST_CASE("An agency is the issuer or a body with a task") {
    const IndexFixture fixture;
    fixture.write("giao.txt", tests::plan("1-KH/TU", "KON TUM", "ngày 02 tháng 3 năm 2018",
                                          "1. Giao Sở Nội vụ chủ trì xây dựng đề án."));
    fixture.write("khong.txt", tests::plan("2-KH/TU", "KON TUM", "ngày 03 tháng 3 năm 2018",
                                           "1. Tiếp tục nghiên cứu."));
    fixture.write("trich.txt", "Kế hoạch.\n\nBCH TW đã quyết định; UBND tỉnh thi hành.\n");
    fixture.build();
    const auto index = fixture.open();
    CHECK(found(*index, "body:\"sở nội vụ\"").size() == 1);
    CHECK(found(*index, "cơquan:\"Sở Nội vụ\"").size() == 1);
    CHECK(found(*index, "cơquan:\"tỉnh ủy\"").size() == 2);
    CHECK(found(*index, "body:\"tỉnh ủy kon tum\"").empty());
    CHECK(found(*index, "issuer:\"sở nội vụ\"").empty());
    CHECK(found(*index, "-body:\"sở nội vụ\"").size() == 2);
    CHECK(found(*index, "ban chấp hành trung ương").size() == 1);
    CHECK(found(*index, "\"ủy ban nhân dân tỉnh\"").size() == 1);
}

TEST_CASE("When nothing has all words, documents with most of them are found, and it is said") {
    const SearchResult result = search("bệnh viện đa khoa hàng không");
    CHECK(tests::ids(result) == Ids{"y-te"});
    CHECK(result.total == 1);
    CHECK(result.notes == Ids{"most_words"});
    CHECK(search("hàng không vũ trụ").total == 0);
    // Exclusions stay.
    CHECK(search("bệnh viện đa khoa hàng không -trạm").total == 0);
}

TEST_CASE("Bad syntax is read as words, and it is said") {
    const SearchResult result = search("bệnh viện (");
    CHECK(tests::ids(result) == Ids{"y-te"});
    CHECK(result.notes == Ids{"read_as_words"});
}

TEST_CASE("Words of the title are found and may meet words of the text") {
    CHECK(found(library(), "sắp xếp biên chế") == Ids{"bien-che"});
    CHECK(found(library(), "\"bộ máy\"") == Ids{"bien-che"});
}

TEST_CASE("The snippet shows the words found, marked in the original text") {
    const SearchResult result = search("thuy loi");
    REQUIRE(result.hits.size() == 1);
    const Snippet& snippet = result.hits[0].snippet;
    const support::OffsetIndex offsets(snippet.text);
    REQUIRE(snippet.highlights.size() == 2);
    CHECK(support::slice(snippet.text, offsets.bytes(snippet.highlights[0])) == "thuỷ");
    CHECK(support::slice(snippet.text, offsets.bytes(snippet.highlights[1])) == "lợi");
}

TEST_CASE("A query without diacritics is suggested with those of the corpus") {
    CHECK(search("tinh gian bien che").suggestion == "tinh giản biên chế");
    CHECK(search("tinh giản biên chế").suggestion.empty());
    CHECK(search("benh vien da khoa").suggestion == "bệnh viện đa khoa");
}

TEST_CASE("Pages cut one list, totals count all of it") {
    SearchRequest request;
    request.query = "tinh OR đất OR bệnh";
    const SearchResult all = library().search(request);
    CHECK(all.total == 5);
    Ids paged;
    for (std::uint32_t offset = 0; offset < 6; offset += 2) {
        request.offset = offset;
        request.limit = 2;
        const SearchResult page = library().search(request);
        CHECK(page.total == 5);
        for (const Hit& hit : page.hits) paged.push_back(hit.meta.id);
    }
    CHECK(paged == tests::ids(all));
    request.limit = 0;
    CHECK(library().search(request).hits.empty());
    request.offset = 4000000000U;
    request.limit = 4000000000U;
    CHECK(library().search(request).hits.empty());
}

TEST_CASE("Of a question most words are enough, of other queries all") {
    CHECK(found(library(), "bệnh viện huyện") == Ids{"y-te"});       // "huyện" is nowhere
    CHECK(found(library(), "tinh giản đất đai") == Ids{"dat-dai"});  // three of four
    CHECK(search("biên bản đất đai").notes.empty());
    CHECK(search("tinh giản biên chế là gì").total == 3);
    CHECK(search("tinh giản biên chế?").notes == std::vector<std::string>{"most_words"});
    CHECK(found(library(), "Thuỷ lợi nhỏ là gì?").empty());  // two of five words
    CHECK(found(library(), "Thuỷ lợi nhỏ? ") == Ids{"y-te"});
    CHECK(search("tinh giản?").notes.empty());  // no question has two words
}

TEST_CASE("Without totals the order is the same for a query that is no question") {
    for (const char* query : {"tinh giản", "\"tinh giản biên chế\"", "UBND", "biên -đất"}) {
        SearchRequest request;
        request.query = query;
        const Ids with = tests::ids(library().search(request));
        request.total = request.facets = false;
        CHECK_FALSE(with.empty());
        CHECK(tests::ids(library().search(request)) == with);
    }
}

TEST_CASE("By date, those found are newest first, in phrases too") {
    SearchRequest request;
    request.sort = SortOrder::date;
    request.query = "\"ủy ban nhân dân\"";
    CHECK(tests::ids(library().search(request)) == Ids{"bien-che", "dat-dai"});
}

TEST_CASE("Of documents that answer equally well the one that others cite comes first") {
    const auto first_of = [](const std::string& cited) {
        const IndexFixture fixture;
        std::string lines;
        for (const char* number : {"11/2018/NĐ-CP", "12/2018/NĐ-CP"}) {
            lines += std::string("{\"id\":\"") + number + "\",\"number\":\"" + number +
                     "\",\"title\":\"Quy định về biên chế\",\"text\":\"Quản lý biên chế.\"}\n";
        }
        lines += "{\"id\":\"x\",\"title\":\"Báo cáo\",\"text\":\"Theo Nghị định số " + cited +
                 " của Chính phủ.\"}\n";
        fixture.write("r.jsonl", lines);
        fixture.build();
        SearchRequest request;
        request.query = "quản lý biên chế";
        return fixture.open()->search(request).hits.at(0).meta.number;
    };
    CHECK(first_of("11/2018/NĐ-CP") == "11/2018/NĐ-CP");
    CHECK(first_of("12/2018/NĐ-CP") == "12/2018/NĐ-CP");
}

TEST_CASE("Completions offer bodies, titles and words with their diacritics") {
    const auto has = [](std::string_view typed, const std::string& kind, const std::string& text) {
        const auto list = library().suggest(typed, 10).items;
        return std::any_of(list.begin(), list.end(), [&](const Completion& one) {
            return one.kind == kind && one.text == text;
        });
    };
    CHECK(has("quan l", "title", "Quản lý đất đai"));
    CHECK(has("quản lý đ", "title", "Quản lý đất đai"));
    CHECK(has("bện", "word", "bệnh"));
    CHECK(has("bệnh vi", "word", "bệnh viện"));
    CHECK(has("benh vien da", "word", "bệnh viện đa"));
    CHECK(library().suggest("", 10).items.empty());
    CHECK(library().suggest("zzz", 10).items.empty());
    CHECK(library().suggest(std::string(100000, 'a'), 10).items.empty());
    const Completions few = library().suggest("b", 2);
    CHECK(few.items.size() == 2);
    CHECK(few.truncated);
    CHECK_FALSE(library().suggest("zzz", 10).truncated);
    const Completions all = library().suggest("quản lý đất đ", 50);
    CHECK_FALSE(all.items.empty());
    CHECK_FALSE(all.truncated);
}

TEST_CASE("Unknown ids are absence, not errors") {
    CHECK_FALSE(library().document("nothing").has_value());
    CHECK_FALSE(library().text("nothing").has_value());
    CHECK_FALSE(library().node("").has_value());
    CHECK(library().cites("nothing").empty());
    CHECK(library().cited_by(std::string(10000, 'x')).empty());
    CHECK(library().with_number("").empty());
    CHECK_FALSE(library().body("nothing").has_value());
}
