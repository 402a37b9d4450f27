#include "indexer/resolver.hpp"

#include <algorithm>
#include <deque>
#include <string>

#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

std::optional<Date> day(const char* iso) {
    return Date::parse_iso(iso);
}

// A corpus written by hand: documents with the mentions that they make.
class Corpus {
  public:
    std::size_t add(const char* number, const char* date, const char* place = "Trung ương",
                    const char* type = "") {
        documents_.push_back({});
        One& one = documents_.back();
        one.meta.number = number;
        one.meta.jurisdiction = place;
        one.meta.type = type;
        one.meta.date = day(date);
        one.meta.title = std::string("văn bản ") + number;
        one.source = std::string(number) + "/" + date + "/" + place;
        return documents_.size() - 1;
    }

    Mention& mention(std::size_t document, const char* number, const char* date = "") {
        One& one = documents_[document];
        Mention made;
        made.number = number;
        made.date = day(date);
        made.relation = Relation::implements;
        const auto at = static_cast<std::uint32_t>(one.mentions.size() * 20);
        made.span = {at, at + 10};
        one.mentions.push_back(made);
        analyzers::Edge edge;
        edge.from = analyzers::Edge::kSelf;
        edge.to = number;
        edge.relation = Relation::implements;
        edge.evidence = {static_cast<std::uint32_t>(one.mentions.size() - 1)};
        one.edges.push_back(edge);
        return one.mentions.back();
    }

    // Order of the documents in the input: as added, or the other way round.
    ResolvedGraph resolve(bool reversed = false) {
        std::vector<ResolvableDocument> input;
        for (One& one : documents_) {
            ResolvableDocument document;
            document.meta = one.meta;
            document.source = one.source;
            document.mentions = &one.mentions;
            document.edges = &one.edges;
            input.push_back(document);
        }
        if (reversed) std::reverse(input.begin(), input.end());
        return indexer::resolve(input);
    }

    const Mention& seen(std::size_t document, std::size_t mention = 0) const {
        return documents_[document].mentions[mention];
    }

    struct One {
        DocumentMeta meta;
        std::string source;
        std::vector<Mention> mentions;
        std::vector<analyzers::Edge> edges;
    };
    std::deque<One> documents_;
};

std::vector<std::string> pairs(const ResolvedGraph& graph) {
    std::vector<std::string> list;
    for (const GraphEdge& edge : graph.edges) list.push_back(edge.from + " > " + edge.to);
    return list;
}

}  // namespace

TEST_CASE("An id is the number, the place of a local issuer and the date") {
    DocumentMeta meta;
    meta.number = "18-NQ/TW";
    meta.jurisdiction = "Trung ương";
    meta.date = day("2017-10-25");
    CHECK(make_document_id(meta) == "18-nq-tw.2017-10-25");
    meta.number = "26-KH/TU";
    meta.jurisdiction = "Bình Định";
    meta.date = day("2018-03-15");
    CHECK(make_document_id(meta) == "26-kh-tu.binh-dinh.2018-03-15");
    meta.date.reset();
    CHECK(make_document_id(meta) == "26-kh-tu.binh-dinh");
    meta.number.clear();
    meta.type = "Kế hoạch";
    meta.title = "Thực hiện Nghị quyết về đổi mới tổ chức bộ máy của hệ thống chính trị tinh gọn";
    CHECK(make_document_id(meta).starts_with("ke-hoach-thuc-hien-nghi-quyet"));
    CHECK(make_document_id(meta).ends_with(".binh-dinh"));
    CHECK(make_document_id({}) == "van-ban");
}

TEST_CASE("A date chooses between two documents of one number") {
    Corpus corpus;
    corpus.add("18-NQ/TW", "2017-10-25");
    corpus.add("18-NQ/TW", "2022-06-16");
    const auto plan = corpus.add("26-KH/TU", "2023-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW", "2017-10-25");
    corpus.mention(plan, "18-NQ/TW", "2022-06-16");
    corpus.mention(plan, "18-NQ/TW");
    const ResolvedGraph graph = corpus.resolve();
    CHECK(corpus.seen(plan, 0).target == "18-nq-tw.2017-10-25");
    CHECK(corpus.seen(plan, 0).status == ResolutionStatus::resolved);
    CHECK(corpus.seen(plan, 1).target == "18-nq-tw.2022-06-16");
    // Without a date two candidates are left: never guessed.
    CHECK(corpus.seen(plan, 2).status == ResolutionStatus::ambiguous);
    CHECK(corpus.seen(plan, 2).candidates ==
          std::vector<std::string>{"18-nq-tw.2017-10-25", "18-nq-tw.2022-06-16"});
    CHECK(corpus.seen(plan, 2).target.empty());
    CHECK(graph.edges.size() == 2);
}

TEST_CASE("A mention without a date never means a document of the future") {
    Corpus corpus;
    corpus.add("18-NQ/TW", "2017-10-25");
    corpus.add("18-NQ/TW", "2022-06-16");
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW");
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(plan).target == "18-nq-tw.2017-10-25");
    CHECK(corpus.seen(plan).rule == "only-candidate");
}

TEST_CASE("Only later documents of the number leave an absent one without a date") {
    Corpus corpus;
    corpus.add("18-NQ/TW", "2022-06-16");
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW");
    const ResolvedGraph graph = corpus.resolve();
    CHECK(corpus.seen(plan).status == ResolutionStatus::absent);
    CHECK(corpus.seen(plan).target == "18-nq-tw");
    CHECK(pairs(graph) == std::vector<std::string>{"26-kh-tu.binh-dinh.2018-03-15 > 18-nq-tw"});
}

TEST_CASE("A date later than the citing document is a conflict and gives no edge") {
    Corpus corpus;
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW", "2027-10-25");
    const ResolvedGraph graph = corpus.resolve();
    CHECK(corpus.seen(plan).status == ResolutionStatus::conflict);
    CHECK(graph.edges.empty());
    CHECK(graph.nodes.size() == 1);
}

TEST_CASE("Plans of two provinces with one number never meet") {
    Corpus corpus;
    corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    const auto other = corpus.add("30-KH/TU", "2018-05-01", "An Giang");
    corpus.mention(other, "26-KH/TU");
    corpus.mention(other, "26-KH/TU").issuer = "Tỉnh ủy Bình Định";
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(other, 0).status == ResolutionStatus::absent);
    CHECK(corpus.seen(other, 0).target == "26-kh-tu.an-giang");
    CHECK(corpus.seen(other, 1).target == "26-kh-tu.binh-dinh.2018-03-15");
}

TEST_CASE("A document does not cite itself") {
    Corpus corpus;
    const auto own = corpus.add("18-NQ/TW", "2022-06-16");
    corpus.mention(own, "18-NQ/TW");
    corpus.mention(own, "18-NQ/TW", "2022-06-16");
    corpus.mention(own, "18-NQ/TW", "2017-10-25");
    const ResolvedGraph graph = corpus.resolve();
    CHECK(corpus.seen(own, 0).rule == "self");
    CHECK(corpus.seen(own, 1).rule == "self");
    CHECK(corpus.seen(own, 2).target == "18-nq-tw.2017-10-25");
    CHECK(pairs(graph) == std::vector<std::string>{"18-nq-tw.2022-06-16 > 18-nq-tw.2017-10-25"});
}

TEST_CASE("Two mentions of an absent document are one node, whoever makes them") {
    Corpus corpus;
    const auto one = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    const auto two = corpus.add("19-CTr/TU", "2018-04-01", "An Giang");
    corpus.mention(one, "18-NQ/TW", "2017-10-25").title = "đổi mới tổ chức bộ máy";
    corpus.mention(two, "18-NQ/TW");
    const ResolvedGraph graph = corpus.resolve();
    REQUIRE(graph.nodes.size() == 3);
    CHECK(graph.nodes.back().id == "18-nq-tw.2017-10-25");
    CHECK_FALSE(graph.nodes.back().present);
    CHECK(graph.nodes.back().title == "đổi mới tổ chức bộ máy");
    CHECK(corpus.seen(two).target == "18-nq-tw.2017-10-25");
    CHECK(graph.edges.size() == 2);
}

TEST_CASE("A document that arrives late takes over the mentions that waited for it") {
    Corpus corpus;
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW", "2017-10-25");
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(plan).status == ResolutionStatus::absent);
    corpus.add("18-NQ/TW", "2017-10-25");
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(plan).status == ResolutionStatus::resolved);
    CHECK(corpus.seen(plan).target == "18-nq-tw.2017-10-25");
}

TEST_CASE("Another day of the same year is a conflict, another year another document") {
    Corpus corpus;
    corpus.add("18-NQ/TW", "2017-10-25");
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW", "2017-10-26");
    corpus.mention(plan, "18-NQ/TW", "2012-10-31");
    const ResolvedGraph graph = corpus.resolve();
    CHECK(corpus.seen(plan, 0).status == ResolutionStatus::conflict);
    CHECK(corpus.seen(plan, 0).candidates == std::vector<std::string>{"18-nq-tw.2017-10-25"});
    CHECK(corpus.seen(plan, 1).status == ResolutionStatus::absent);
    CHECK(corpus.seen(plan, 1).target == "18-nq-tw.2012-10-31");
    CHECK(graph.edges.size() == 1);
}

TEST_CASE("The result does not depend on the order of the input") {
    const auto build = [](bool reversed) {
        Corpus corpus;
        corpus.add("18-NQ/TW", "2022-06-16");
        corpus.add("18-NQ/TW", "2017-10-25");
        for (const char* place : {"Bình Định", "An Giang", "Kon Tum"}) {
            const auto plan = corpus.add("26-KH/TU", "2018-03-15", place);
            corpus.mention(plan, "18-NQ/TW");
            corpus.mention(plan, "10/NQ-CP", "2018-02-03");
            corpus.mention(plan, "10/NQ-CP");
            corpus.mention(plan, "05-CT/TU");
        }
        corpus.add("05-CT/TU", "2016-01-01", "An Giang");
        corpus.add("05-CT/TU", "2016-01-01", "An Giang");  // the same act twice
        return pairs(corpus.resolve(reversed));
    };
    CHECK(build(false) == build(true));
    CHECK(build(false).size() == 9);
}

TEST_CASE("Copies of one act have ids of their own and count as one candidate") {
    Corpus corpus;
    corpus.add("18-NQ/TW", "2017-10-25");
    corpus.documents_.back().source = "b.txt";
    corpus.add("18-NQ/TW", "2017-10-25");
    corpus.documents_.back().source = "a.txt";
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW");
    const ResolvedGraph graph = corpus.resolve();
    CHECK(graph.nodes[0].id == "18-nq-tw.2017-10-25~2");
    CHECK(graph.nodes[1].id == "18-nq-tw.2017-10-25");
    CHECK(corpus.seen(plan).target == "18-nq-tw.2017-10-25");
}

TEST_CASE("A number that holds its year is one document whatever date is said") {
    Corpus corpus;
    const auto one = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    const auto two = corpus.add("19-CTr/TU", "2018-04-01", "An Giang");
    corpus.mention(one, "108/2014/NĐ-CP", "2014-11-20");
    corpus.mention(two, "108/2014/NĐ-CP", "2014-11-20");
    corpus.mention(two, "108/2014/NĐ-CP", "2014-11-02");
    corpus.mention(two, "108/2014/NĐ-CP");
    const ResolvedGraph graph = corpus.resolve();
    REQUIRE(graph.nodes.size() == 3);
    CHECK(graph.nodes.back().id == "108-2014-nd-cp.2014-11-20");
    CHECK(graph.edges.size() == 2);
    CHECK(graph.edges.front().evidence.size() + graph.edges.back().evidence.size() == 4);
}

TEST_CASE("The term of the Central Committee chooses when nothing else does") {
    Corpus corpus;
    corpus.add("19-NQ/TW", "2012-10-31");
    corpus.add("19-NQ/TW", "2017-10-25");
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "19-NQ/TW").issuer = "Ban Chấp hành Trung ương Đảng khóa XII";
    corpus.mention(plan, "19-NQ/TW");
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(plan, 0).target == "19-nq-tw.2017-10-25");
    CHECK(corpus.seen(plan, 0).rule == "term");
    CHECK(corpus.seen(plan, 1).status == ResolutionStatus::ambiguous);
}

TEST_CASE("The title chooses when number and place fit several") {
    Corpus corpus;
    corpus.add("18-NQ/TW", "2017-10-25");
    corpus.documents_.back().meta.title = "Một số vấn đề về tiếp tục đổi mới tổ chức bộ máy";
    corpus.add("18-NQ/TW", "2022-06-16");
    corpus.documents_.back().meta.title = "Tiếp tục hoàn thiện thể chế, chính sách về đất đai";
    const auto plan = corpus.add("26-KH/TU", "2023-03-15", "Bình Định");
    corpus.mention(plan, "18-NQ/TW").title = "tiếp tục đổi mới tổ chức bộ máy";
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(plan).target == "18-nq-tw.2017-10-25");
    CHECK(corpus.seen(plan).rule == "title");
}

TEST_CASE("An edge between two cited documents keeps the citing text as its evidence") {
    Corpus corpus;
    const auto plan = corpus.add("26-KH/TU", "2018-03-15", "Bình Định");
    corpus.mention(plan, "10/NQ-CP", "2018-02-03");
    corpus.mention(plan, "18-NQ/TW", "2017-10-25");
    analyzers::Edge edge;
    edge.from = "10/NQ-CP";
    edge.to = "18-NQ/TW";
    edge.relation = Relation::implements;
    edge.evidence = {1};
    edge.from_citation = 0;
    corpus.documents_[plan].edges.push_back(edge);
    const ResolvedGraph graph = corpus.resolve();
    REQUIRE(graph.edges.size() == 3);
    CHECK(graph.edges.front().from == "10-nq-cp.2018-02-03");
    CHECK(graph.edges.front().to == "18-nq-tw.2017-10-25");
    CHECK(graph.edges.front().evidence.front().document == "26-kh-tu.binh-dinh.2018-03-15");
}

TEST_CASE("A law cited by name is the only document of that type and title") {
    Corpus corpus;
    const auto law = corpus.add("45/2019/QH14", "2019-11-20", "Trung ương", "Bộ luật");
    corpus.documents_[law].meta.title = "Lao động";
    const auto plan = corpus.add("26-KH/TU", "2020-03-15", "Bình Định");
    Mention named;
    named.name = "Bộ luật Lao động";
    corpus.documents_[plan].mentions.push_back(named);
    named.name = "Luật Đất đai";
    corpus.documents_[plan].mentions.push_back(named);
    static_cast<void>(corpus.resolve());
    CHECK(corpus.seen(plan, 0).target == "45-2019-qh14.2019-11-20");
    CHECK(corpus.seen(plan, 1).status == ResolutionStatus::absent);
    CHECK(corpus.seen(plan, 1).target.empty());
}
