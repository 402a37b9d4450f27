#include "server/service.hpp"

#include <algorithm>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"

using namespace tracuu;
using namespace tracuu::server;
using support::Error;
using support::ErrorCode;

namespace {

ErrorCode code_of(const std::function<void()>& call) {
    try {
        call();
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("no error");
    return ErrorCode::internal;
}

std::vector<std::string> ids(const std::vector<indexer::DocumentMeta>& metas) {
    std::vector<std::string> out;
    for (const auto& meta : metas) out.push_back(meta.id);
    return out;
}

}  // namespace

TEST_CASE("a number resolves to one document, several, or none, and a date decides") {
    const auto index = test::make_fake_index();
    CHECK(resolve_number(*index, "18-NQ/TW", {}).candidates.size() == 2);
    const auto one = resolve_number(*index, "18-NQ/TW", {support::Date::of(2017, 10, 25), ""});
    CHECK(ids(one.candidates) == std::vector<std::string>{test::kResolution});
    CHECK(resolve_number(*index, "19-NQ/TW", {}).candidates.empty());
    CHECK(resolve_number(*index, "18-NQ/TW", {{}, "Chính phủ"}).candidates.empty());
    CHECK(code_of([&] { static_cast<void>(resolve_number(*index, "not one", {})); }) ==
          ErrorCode::malformed_number);
}

TEST_CASE("a document is meant by its id or by a number that only it has") {
    const auto index = test::make_fake_index();
    CHECK(the_document(*index, test::kOddId).id == test::kOddId);
    CHECK(the_document(*index, "26-KH/TU").id == test::kPlan);
    CHECK(code_of([&] { static_cast<void>(the_document(*index, "18-NQ/TW")); }) ==
          ErrorCode::ambiguous);
    CHECK(code_of([&] { static_cast<void>(the_document(*index, "1-KH/TU")); }) ==
          ErrorCode::not_found);
    CHECK(code_of([&] { static_cast<void>(the_document(*index, "none", "from")); }) ==
          ErrorCode::malformed_number);
    std::vector<Meaning> meaning;
    CHECK(starts_meant(*index, "18-NQ/TW", meaning).size() == 2);
    std::vector<std::string> wanted;
    add_meant(*index, "cites", {"18-NQ/TW", test::kOddId, "1-KH/TU"}, wanted, meaning);
    CHECK(wanted.size() == 4);
    REQUIRE(meaning.size() == 3);
    CHECK(meaning[1].documents.size() == 2);
    CHECK(meaning[2].value == "1-KH/TU");
    CHECK(meaning[2].documents.empty());
    std::vector<std::string> bodies;
    meaning.clear();
    add_bodies_meant(*index, {"Sở Nội vụ", "so-noi-vu.binh-dinh", "không có"}, bodies, meaning);
    CHECK(bodies ==
          std::vector<std::string>{"so-noi-vu.binh-dinh", "so-noi-vu.binh-dinh", "không có"});
    REQUIRE(meaning.size() == 2);
    CHECK(meaning[0].bodies->front().jurisdiction == "Bình Định");
    CHECK(meaning[1].bodies->empty());
}

TEST_CASE("reached documents are filtered and paged with an exact total") {
    const auto index = test::make_fake_index();
    const std::vector<indexer::DocumentId> start{test::kResolution};
    ReachQuestion question;
    const auto all = reached(*index, start, question, {0, 20});
    CHECK(all.total == 2);
    const auto second = reached(*index, start, question, {1, 20});
    CHECK(second.total == 2);
    CHECK(second.items.size() == 1);
    question.filter.types = {"Kế hoạch"};
    const auto plans = reached(*index, start, question, {0, 20});
    REQUIRE(plans.items.size() == 1);
    CHECK(plans.items[0].meta.id == test::kPlan);
    question.filter.from = support::Date::of(2019, 1, 1);
    CHECK(reached(*index, start, question, {0, 20}).total == 0);
}

TEST_CASE("a graph holds only edges between its nodes and says when it was cut") {
    const auto index = test::make_fake_index();
    const auto whole = graph(*index, {test::kPlan, 1, GraphDirection::both, 100});
    CHECK(whole.nodes.size() == 4);
    CHECK(whole.edges.size() == 4);
    CHECK_FALSE(whole.truncated);
    const auto out = graph(*index, {test::kPlan, 1, GraphDirection::out, 100});
    CHECK(out.nodes.size() == 3);
    CHECK(out.edges.size() == 2);
    const auto cut = graph(*index, {test::kPlan, 1, GraphDirection::both, 2});
    CHECK(cut.nodes.size() == 2);
    CHECK(cut.truncated);
}

TEST_CASE("the implementation tree names the provinces that have no plan") {
    const auto index = test::make_fake_index();
    const auto today = *support::Date::of(2026, 1, 1);
    const auto answer = implementation(*index, test::kResolution, "", today);
    REQUIRE(answer.tree.children.size() == 1);
    CHECK(answer.tree.children[0].document.id == test::kPlan);
    CHECK(answer.tree.children[0].evidence.size() == 1);
    CHECK(answer.total == 1);
    const auto& missing = answer.missing;
    CHECK(std::find(missing.begin(), missing.end(), "Bình Định") == missing.end());
    CHECK(std::find(missing.begin(), missing.end(), "Kon Tum") != missing.end());
    const auto other = implementation(*index, test::kResolution, "Kon Tum", today);
    CHECK(other.tree.children.empty());
    CHECK(other.missing == std::vector<std::string>{"Kon Tum"});
}

TEST_CASE("similar documents share citations and are present") {
    const auto index = test::make_fake_index();
    const auto list = similar(*index, test::kPlan, Similarity::coupling, {0, 20});
    REQUIRE(list.items.size() == 1);
    CHECK(list.items[0].meta.id == test::kOddId);
    CHECK(list.items[0].shared == std::vector<std::string>{test::kResolution});
    CHECK(list.items[0].score > 0);
    CHECK(list.items[0].score <= 1);
}

TEST_CASE("wanted documents are the absent ones with the number of those that cite them") {
    const auto all = wanted(*test::make_fake_index());
    REQUIRE(all.size() == 1);
    CHECK(all[0].meta.id == test::kAbsent);
    CHECK(all[0].count == 1);
}

TEST_CASE("an absent document is described by its node alone and has no text") {
    const auto index = test::make_fake_index();
    const auto answer = document(*index, test::kAbsent);
    CHECK_FALSE(answer.record);
    CHECK(answer.cited_by == 1);
    CHECK(code_of([&] { static_cast<void>(document_text(*index, test::kAbsent)); }) ==
          ErrorCode::not_found);
    CHECK(code_of([&] { static_cast<void>(document(*index, "none")); }) == ErrorCode::not_found);
}

TEST_CASE("posted citations are resolved by date and place, or say why not") {
    const auto index = test::make_fake_index();
    const auto found =
        find_citations(*index,
                       "Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết số 22-NQ/TW; "
                       "Kết luận số 99-KL/TW ngày 01/01/2020.");
    REQUIRE(found.size() == 3);
    CHECK(found[0].mention.status == indexer::ResolutionStatus::resolved);
    CHECK(found[0].mention.target == test::kResolution);
    CHECK(found[1].mention.status == indexer::ResolutionStatus::absent);
    CHECK_FALSE(found[2].known);
}

TEST_CASE("types and places are understood in any case") {
    CHECK(type_meant("KẾ HOẠCH") == "Kế hoạch");
    CHECK(type_meant("kế hoạch") == "Kế hoạch");
    CHECK(type_meant("đề án") == "Đề án");
    CHECK(jurisdiction_meant("binh dinh") == "Bình Định");
    CHECK(jurisdiction_meant("trung uong") == "Trung ương");
    CHECK(jurisdiction_meant("nowhere") == "nowhere");
}

TEST_CASE("a facet keeps its first values") {
    indexer::Facets facets;
    facets.issuer = {{"a", "a", 3}, {"b", "b", 2}, {"c", "c", 1}};
    facets.year = {{"2018", "2018", 1}};
    const FacetTotals totals = limit_facets(facets, 2);
    CHECK(totals.at("issuer") == 3);
    CHECK(totals.at("year") == 1);
    CHECK(totals.at("body") == 0);
    CHECK(facets.issuer.size() == 2);
    CHECK(facets.issuer[1].value == "b");
    CHECK(facets.year.size() == 1);
}
