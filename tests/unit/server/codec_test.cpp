#include "server/codec.hpp"

#include <nlohmann/json.hpp>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"

using namespace tracuu;
using namespace tracuu::server;
using Json = nlohmann::json;

namespace {

Json extraction_json(std::string_view text, const analyzers::Extraction& extraction) {
    std::string out;
    write_extraction({"a.txt", text, &extraction}, [&](std::string_view piece) { out += piece; });
    return Json::parse(out);
}

}  // namespace

TEST_CASE("an extraction's offsets are code points and slice to its surface") {
    const std::string text = "Thực hiện Nghị quyết số 18-NQ/TW ạ";
    const auto at = support::offset(text.find("18"));
    analyzers::Extraction found;
    analyzers::Citation citation;
    citation.span = {at, at + 8};
    citation.number = "18-NQ/TW";
    citation.relation = analyzers::Relation::implements;
    citation.cue = {0, support::offset(std::string("Thực hiện").size())};
    citation.clause = {0, support::offset(text.size())};
    found.citations.push_back(citation);
    found.edges.push_back({"self", "18-NQ/TW", analyzers::Relation::implements, {0}, {}});
    const Json json = extraction_json(text, found);
    CHECK(json["file"] == "a.txt");
    const Json& item = json["citations"][0];
    CHECK(item["start"] == 24);
    CHECK(item["end"] == 32);
    CHECK(item["surface"] == "18-NQ/TW");
    CHECK(item["relation"] == "implements");
    CHECK(item["date"].is_null());
    CHECK(item["cue"] == "Thực hiện");
    CHECK(item["cue_span"][1].get<int>() - item["cue_span"][0].get<int>() == 9);
    CHECK(item["clause"] == Json::array({0, 34}));
    CHECK(json["edges"][0]["from"] == "self");
    CHECK(json["document"]["number"].is_null());
}

TEST_CASE("an empty extraction has every list of the guide") {
    const Json json = extraction_json("", {});
    for (const char* name : {"citations", "named_citations", "edges", "tasks"}) {
        INFO(name);
        CHECK(json[name] == Json::array());
    }
}

TEST_CASE("a task is written with bodies, roles and its deadline as a period") {
    const std::string text = "Sở Nội vụ làm trước 30/6/2018";
    analyzers::Extraction found;
    analyzers::Task task;
    task.section = "II.2.a";
    task.span = {0, support::offset(text.size())};
    task.bodies = {{"Sở Nội vụ", analyzers::Role::lead, {0, 12}}};
    analyzers::Deadline deadline;
    deadline.span = {support::offset(text.find("tr")), support::offset(text.size())};
    deadline.to = support::Date::of(2018, 6, 29);
    task.deadline = deadline;
    found.tasks.push_back(task);
    const Json item = extraction_json(text, found)["tasks"][0];
    CHECK(item["section"] == "II.2.a");
    CHECK(item["end"] == 29);
    CHECK(item["bodies"][0]["name"] == "Sở Nội vụ");
    CHECK(item["bodies"][0]["role"] == "lead");
    CHECK(item["deadline"]["surface"] == "trước 30/6/2018");
    CHECK(item["deadline"]["from"].is_null());
    CHECK(item["deadline"]["to"] == "2018-06-29");
}

TEST_CASE("spans of a text stand in order, each once, with what they mark") {
    const auto index = test::make_fake_index();
    TextAnswer answer{*index->document(test::kPlan), *index->text(test::kPlan),
                      index->tasks({}, 0, 10).items};
    const Json json = Json::parse(json_text(answer));
    CHECK(json["length"] == 105);
    std::vector<std::string> kinds;
    std::uint32_t last = 0;
    for (const Json& span : json["spans"]) {
        CHECK(span["start"].get<std::uint32_t>() >= last);
        last = span["start"].get<std::uint32_t>();
        kinds.push_back(span["kind"]);
    }
    CHECK(kinds == std::vector<std::string>{"citation", "task", "task", "body", "deadline"});
    CHECK(json["spans"][0]["candidates"].size() == 2);
    CHECK(json["spans"][0]["target"].is_null());
}

TEST_CASE("direct is one document, several candidates, or null") {
    const auto index = test::make_fake_index();
    SearchAnswer answer;
    CHECK(Json::parse(json_text(answer))["direct"].is_null());
    answer.result.direct = {*index->node(test::kPlan)};
    CHECK(Json::parse(json_text(answer))["direct"]["id"] == test::kPlan);
    answer.result.direct = index->with_number("18-NQ/TW");
    CHECK(Json::parse(json_text(answer))["direct"].size() == 2);
}

TEST_CASE("a task is overdue after its last day only") {
    const auto tasks = test::make_fake_index()->tasks({}, 0, 10).items;
    const TasksAnswer list{{2, {0, 20}, tasks, false}, std::nullopt};
    const auto overdue = [&](int month, int day) {
        return Json::parse(
            json_text(list, support::Date::of(2018, month, day)))["items"][0]["overdue"];
    };
    CHECK(overdue(6, 29) == false);
    CHECK(overdue(6, 30) == true);
    CHECK(Json::parse(json_text(list, std::nullopt))["items"][0].contains("overdue") == false);
}

TEST_CASE("bytes that are no UTF-8 do not break an answer") {
    SearchAnswer answer;
    answer.query = "a\xFF";
    CHECK(Json::parse(json_text(answer))["query"] == "a\xEF\xBF\xBD");
}

TEST_CASE("query files are read line by line and a bad line is named") {
    const auto queries =
        parse_query_lines("{\"qid\":\"1\",\"text\":\"a\"}\r\n\n{\"qid\":2,\"text\":\"b\"}");
    REQUIRE(queries.size() == 2);
    CHECK(queries[1].qid == "2");
    CHECK(queries[1].text == "b");
    CHECK(parse_query_lines("").empty());
    for (const char* bad :
         {"{", "[]", "{\"qid\":\"1\"}", "{\"text\":\"a\"}", "{\"qid\":[],\"text\":\"a\"}"}) {
        INFO(bad);
        try {
            static_cast<void>(parse_query_lines("\n" + std::string(bad)));
            FAIL("accepted");
        } catch (const support::Error& error) {
            CHECK(error.context().find("line 2") == 0);
        }
    }
}

TEST_CASE("timings are a mean and two quantiles in milliseconds") {
    std::vector<double> times;
    for (int i = 100; i >= 1; --i) times.push_back(i);
    const Json json = Json::parse(timing_json(times));
    CHECK(json["queries"] == 100);
    CHECK(json["mean_ms"] == 50.5);
    CHECK(json["p50_ms"] == 51.0);
    CHECK(json["p99_ms"] == 100.0);
    CHECK(Json::parse(timing_json({}))["queries"] == 0);
}
