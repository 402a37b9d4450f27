// What the commands print and with which status they end, on an index of the sample.

#include <nlohmann/json.hpp>

#include <set>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu::test;
using Json = nlohmann::json;

namespace {

Json json_of(const std::vector<std::string>& arguments) {
    const Outcome outcome = run(arguments);
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
}

/// `command --index SAMPLE arguments`.
std::vector<std::string> on_sample(std::string command, std::vector<std::string> arguments) {
    std::vector<std::string> all{std::move(command), "--index", sample_index()};
    all.insert(all.end(), arguments.begin(), arguments.end());
    return all;
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find_first_of("\r\n"));
}

}  // namespace

TEST_CASE("search finds documents as text, JSON and CSV") {
    const Outcome text = run(on_sample("search", {"tinh giản biên chế"}));
    CHECK(text.status == 0);
    CHECK(text.out.find("Tìm thấy ") == 0);
    const Json json = json_of(on_sample("search", {"tinh giản biên chế", "--format", "json"}));
    CHECK(json["total"].get<std::size_t>() > 1);
    CHECK(json["hits"].size() == json["total"].get<std::size_t>());
    const Outcome csv =
        run(on_sample("search", {"--format", "csv", "--limit", "1", "--", "biên chế"}));
    CHECK(first_line(csv.out).find("id,number,") == 0);
}

TEST_CASE("the query may stand right after the sources, before or after other options") {
    const std::string index = sample_index();
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"search", "--index", index, "biên chế", "--format", "json"},
          std::vector<std::string>{"search", "biên chế", "--index", index, "--format", "json"},
          std::vector<std::string>{"search", "--format", "json", "--index", index, "biên chế"}}) {
        CHECK(json_of(arguments)["query"] == "biên chế");
    }
}

TEST_CASE("an option takes one value, can be repeated, and leaves the query alone") {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--type", "Kế hoạch", "biên"},
          std::vector<std::string>{"--type", "Kế hoạch", "--type", "Nghị quyết", "biên"}}) {
        auto all = on_sample("search", arguments);
        all.insert(all.end(), {"--format", "json"});
        CHECK(json_of(all)["query"] == "biên");
    }
    CHECK(run(on_sample("cited-by", {"--relation", "implements", "51-CTr/TU"})).status == 0);
}

TEST_CASE("a query may start with a minus after --") {
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--format", "json", "--", "-biên"},
          std::vector<std::string>{"--", "-biên"}}) {
        const Outcome outcome = run(on_sample("search", arguments));
        CHECK(outcome.status == 0);
        CHECK(outcome.out.find("-biên") != std::string::npos);
    }
}

TEST_CASE("filters of a search narrow it") {
    const Json all = json_of(on_sample("search", {"biên chế", "--format", "json"}));
    const Json some =
        json_of(on_sample("search", {"biên chế", "--type", "nghị định", "--format", "json"}));
    CHECK(some["total"] < all["total"]);
    for (const Json& hit : some["hits"]) CHECK(hit["type"] == "Nghị định");
    const Json local = json_of(
        on_sample("search", {"biên chế", "--jurisdiction", "binh dinh", "--format", "json"}));
    for (const Json& hit : local["hits"]) CHECK(hit["jurisdiction"] == "Bình Định");
    const Json citing =
        json_of(on_sample("search", {"nghị quyết", "--cites", "10/NQ-CP", "--format", "json"}));
    CHECK(citing["total"].get<int>() > 0);
}

TEST_CASE("nothing found is status 1, and JSON is still printed") {
    const Outcome outcome = run(on_sample("search", {"xyzzyq", "--format", "json"}));
    CHECK(outcome.status == 1);
    CHECK(Json::parse(outcome.out)["total"] == 0);
    CHECK(run(on_sample("resolve", {"999-NQ/TW"})).status == 1);
    CHECK(run(on_sample("tasks", {"--body", "nobody"})).status == 1);
    CHECK(run(on_sample("cites", {"999-NQ/TW"})).status == 1);
}

TEST_CASE("a number resolves in any spelling, and several candidates are listed") {
    const Json one = json_of(on_sample("resolve", {"10/nq-cp", "--format", "json"}));
    CHECK(one["number"] == "10/NQ-CP");
    const Json several = json_of(on_sample("resolve", {"18-NQ/TW", "--format", "json"}));
    CHECK(several["candidates"].size() == 2);
    const Json dated =
        json_of(on_sample("resolve", {"18-NQ/TW", "--date", "2022-06-16", "--format", "json"}));
    CHECK(dated["id"] == "18-nq-tw.2022-06-16");
}

TEST_CASE("edges are printed in every form") {
    const std::vector<std::string> start{"10/NQ-CP"};
    CHECK(json_of(on_sample("cites", {"10/NQ-CP", "--format", "json"}))["total"].get<int>() > 0);
    const auto form = [&](const std::string& name) {
        return run(on_sample("cited-by", {"10/NQ-CP", "--depth", "2", "--format", name})).out;
    };
    CHECK(first_line(form("csv")).find("id,relation,depth,path,") == 0);
    CHECK(form("graphml").find("<graphml") != std::string::npos);
    CHECK(form("dot").find("digraph tracuu {") == 0);
    CHECK(form("text").find("“") != std::string::npos);
    const Json implementing = json_of(
        on_sample("cited-by", {"10/NQ-CP", "--relation", "implements", "--format", "json"}));
    for (const Json& item : implementing["items"]) CHECK(item["relation"] == "implements");
}

TEST_CASE("a number of several documents is answered for all of them, and the answer says so") {
    const Json tasks =
        json_of(on_sample("tasks", {"--implements", "18-NQ/TW", "--format", "json"}));
    CHECK(tasks["total"].get<int>() > 0);
    REQUIRE(tasks["meaning"].size() == 1);
    CHECK(tasks["meaning"][0]["documents"].size() == 2);
    const Json edges = json_of(on_sample("cited-by", {"18-NQ/TW", "--format", "json"}));
    CHECK(edges["meaning"][0]["documents"].size() == 2);
    std::set<std::string> starts;
    for (const Json& item : edges["items"]) starts.insert(item["path"][0]);
    CHECK(starts.size() == 2);
    CHECK(
        run(on_sample("tasks", {"--implements", "18-NQ/TW"})).out.find("18-NQ/TW: 18-nq-tw.2017") !=
        std::string::npos);
}

TEST_CASE("tasks are printed as text, JSON, CSV and a calendar") {
    const Json json =
        json_of(on_sample("tasks", {"--body", "Sở Nội vụ", "--role", "lead", "--format", "json"}));
    CHECK(json["items"].size() == json["total"].get<std::size_t>());
    CHECK(json["items"][0]["bodies"].size() > 0);
    CHECK(first_line(run(on_sample("tasks", {"--format", "csv"})).out).find("id,document,") == 0);
    const Outcome calendar =
        run(on_sample("tasks", {"--due-from", "2018-01-01", "--format", "ics"}));
    CHECK(calendar.out.find("BEGIN:VCALENDAR\r\n") == 0);
    CHECK(calendar.out.find("DTEND;VALUE=DATE:") != std::string::npos);
    CHECK(run(on_sample("tasks", {"--document", "10/NQ-CP"})).status == 0);
}

TEST_CASE("a file of queries becomes TREC lines and a line of times") {
    const tracuu::tests::TemporaryFolder folder;
    const auto queries = folder.write(
        "q.jsonl", "{\"qid\":\"a\",\"text\":\"biên chế\"}\n{\"qid\":\"b\",\"text\":\"xyzzyq\"}\n");
    const Outcome outcome = run(on_sample("search", {"--queries", queries.string(), "--limit", "2",
                                                     "--format", "trec", "--tag", "mine"}));
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("a Q0 ") == 0);
    CHECK(outcome.out.find(" 2 ") != std::string::npos);
    CHECK(outcome.out.find(" mine\n") != std::string::npos);
    const Json times = Json::parse(outcome.err);
    CHECK(times["queries"] == 2);
    for (const char* name : {"mean_ms", "p50_ms", "p99_ms"}) CHECK(times[name].is_number());
}

TEST_CASE("stats, verify, version and help end well") {
    CHECK(json_of(on_sample("stats", {"--format", "json"}))["documents"].get<int>() > 10);
    const Outcome verified = run({"verify", "--index", sample_index()});
    CHECK(verified.status == 0);
    CHECK(verified.out.find("Chỉ mục tốt.") != std::string::npos);
    CHECK(run({"--version"}).out.find("tracuu ") == 0);
    for (const char* command : {"index", "serve", "search", "resolve", "cites", "cited-by", "tasks",
                                "extract", "verify", "stats"}) {
        const Outcome help = run({command, "--help"});
        INFO(command);
        CHECK(help.status == 0);
        CHECK(help.out.find("--") != std::string::npos);
    }
}
