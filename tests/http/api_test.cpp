// Every route, without sockets: what it answers, and how it fails.

#include "server/api.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"
#include "tests/http/reply_header.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu;
using namespace tracuu::server;
using tracuu::tests::header;
using Json = nlohmann::json;

namespace {

struct Server {
    Server() : pool(test::fake_source()), api(pool, metrics, StaticFiles("")) {}

    Reply get(std::string_view target, std::string_view if_none_match = {}) {
        ApiRequest request;
        request.target = target;
        request.if_none_match = if_none_match;
        request.host = "localhost:8080";
        return api.handle(request).reply;
    }
    Reply post(std::string_view target, std::string_view body,
               std::string_view type = "text/plain") {
        ApiRequest request;
        request.method = "POST";
        request.target = target;
        request.body = body;
        request.content_type = type;
        return api.handle(request).reply;
    }
    Json json(std::string_view target) {
        const Reply reply = get("/api/v1" + std::string(target));
        INFO(target << "\n" << reply.body);
        CHECK(reply.status == 200);
        CHECK(reply.content_type == "application/json");
        return Json::parse(reply.body);
    }
    /// The `code` of the problem, after checking that it is one.
    std::string code(std::string_view target, int status) {
        const Reply reply = get("/api/v1" + std::string(target));
        INFO(target << "\n" << reply.body);
        CHECK(reply.status == status);
        CHECK(reply.content_type == "application/problem+json");
        const Json problem = Json::parse(reply.body);
        CHECK(problem["status"] == status);
        for (const char* member : {"type", "title", "detail"}) CHECK(problem[member].is_string());
        return problem["code"];
    }

    IndexPool pool;
    Metrics metrics;
    Api api;
};

std::string streamed(const Reply& reply) {
    std::string out;
    reply.stream([&](std::string_view text) {
        out += text;
        return true;
    });
    return out;
}

const std::string kPlanPath = "/documents/26-kh-tu.binh-dinh.2018-03-15";

}  // namespace

TEST_CASE("search answers hits, facets and an exact total") {
    Server server;
    const Json json = server.json("/search?q=Ngh%E1%BB%8B");
    CHECK(json["query"] == "Nghị");
    CHECK(json["total"] == 3);
    CHECK(json["hits"].size() == 3);
    CHECK(json["hits"][0]["snippet"]["highlights"][0] == Json::array({0, 2}));
    CHECK(json["facets"]["type"][0]["count"] == 1);
    CHECK(json["took_ms"].is_number());
    CHECK(server.json("/search?q=Ngh%E1%BB%8B&limit=1&offset=2")["hits"].size() == 1);
    CHECK(server.json("/search?q=18-NQ%2FTW")["direct"].size() == 2);
    CHECK(server.json("/search?type=k%E1%BA%BF+ho%E1%BA%A1ch")["total"] == 1);
    CHECK(server.json("/search?facets=false")["facets"]["type"].empty());
    CHECK(server.code("/search?facet_limit=0", 400) == "bad_request");
    CHECK(server.json("/search?facets=year")["facets"]["type"].empty());
    CHECK(server.json("/search?facets=type,year")["facets"]["type"].size() == 1);
}

TEST_CASE("other forms of an answer are files to save") {
    Server server;
    const Reply csv = server.get("/api/v1/search?format=csv");
    CHECK(csv.content_type == "text/csv; charset=utf-8");
    CHECK(header(csv, "Content-Disposition") == "attachment; filename=\"search.csv\"");
    CHECK(csv.body.find("id,number,") == 0);
    CHECK(server.get("/api/v1/tasks?format=ics").body.find("BEGIN:VCALENDAR\r\n") == 0);
    CHECK(server.get("/api/v1/documents?format=bibtex").body.find("@misc{") == 0);
    CHECK(server.get("/api/v1/documents?format=ris").body.find("TY  - ") == 0);
    CHECK(server.get("/api/v1" + kPlanPath + "/graph?format=dot").body.find("digraph") == 0);
    CHECK(server.get("/api/v1" + kPlanPath + "/cites?format=graphml").body.find("<?xml") == 0);
    for (const char* list : {"/bodies", "/wanted", "/documents", "/tasks"}) {
        CHECK(server.get("/api/v1" + std::string(list) + "?format=csv").body.find("id,") == 0);
    }
}

TEST_CASE("a document is answered with its parts, absent ones too") {
    Server server;
    const Json json = server.json(kPlanPath);
    CHECK(json["status"] == "present");
    CHECK(json["counts"]["cites"] == 2);
    CHECK(json["citations"][0]["status"] == "ambiguous");
    CHECK(json["tasks"].size() == 2);
    CHECK(json["source"]["format"] == "text");
    const Json absent = server.json("/documents/22-nq-tw.2002-03-18");
    CHECK(absent["status"] == "absent");
    CHECK(absent["source"].is_null());
    CHECK(absent["counts"]["cited_by"] == 1);
    CHECK(server.json("/documents/57%2F2020%2FQH14%231")["id"] == test::kOddId);
    CHECK(server.json("/documents?jurisdiction=B%C3%ACnh%20%C4%90%E1%BB%8Bnh")["total"] == 1);
}

TEST_CASE("a text is answered with spans, or as it is") {
    Server server;
    const Json json = server.json(kPlanPath + "/text");
    CHECK(json["spans"].size() == 5);
    const Reply plain = server.get("/api/v1" + kPlanPath + "/text?format=text");
    CHECK(plain.content_type == "text/plain; charset=utf-8");
    CHECK(plain.body == json["text"].get<std::string>());
}

TEST_CASE("edges come with relation, depth, path and evidence") {
    Server server;
    const Json cites = server.json(kPlanPath + "/cites");
    CHECK(cites["total"] == 2);
    const Json cited_by =
        server.json("/documents/18-nq-tw.2017-10-25/cited-by?relation=implements");
    REQUIRE(cited_by["total"] == 1);
    const Json& item = cited_by["items"][0];
    CHECK(item["id"] == test::kPlan);
    CHECK(item["relation"] == "implements");
    CHECK(item["depth"] == 1);
    CHECK(item["path"] == Json::array({test::kResolution, test::kPlan}));
    CHECK(item["evidence"][0]["document"] == test::kPlan);
    CHECK(item["document"]["number"] == "26-KH/TU");
    CHECK(server.json("/documents/22-nq-tw.2002-03-18/cited-by?depth=2")["total"] == 2);
}

TEST_CASE("graphs, paths, implementation and similar documents are answered") {
    Server server;
    CHECK(server.json(kPlanPath + "/graph?direction=out")["nodes"].size() == 3);
    const Json paths = server.json("/paths?from=57%2F2020%2FQH14%231&to=22-NQ%2FTW");
    REQUIRE(paths["total"] == 1);
    CHECK(paths["paths"][0]["length"] == 2);
    CHECK(paths["paths"][0]["nodes"][1] == test::kPlan);
    const Json tree = server.json("/documents/18-nq-tw.2017-10-25/implementation");
    CHECK(tree["tree"]["children"][0]["document"]["id"] == test::kPlan);
    CHECK(tree["missing"].is_array());
    CHECK(server.json(kPlanPath + "/similar?by=coupling")["items"][0]["id"] == test::kOddId);
}

TEST_CASE("a number resolves with 200, 300, 404 or 400") {
    Server server;
    CHECK(server.json("/resolve?number=26-KH%2FTU")["id"] == test::kPlan);
    CHECK(server.json("/resolve?number=18-NQ%2FTW&date=2022-06-16")["id"] ==
          test::kOtherResolution);
    const Reply several = server.get("/api/v1/resolve?number=18-NQ/TW");
    CHECK(several.status == 300);
    CHECK(Json::parse(several.body)["candidates"].size() == 2);
    CHECK(server.code("/resolve?number=19-NQ/TW", 404) == "not_found");
    CHECK(server.code("/resolve?number=xyz", 400) == "malformed_number");
    CHECK(server.code("/resolve", 400) == "bad_request");
}

TEST_CASE("a number of several documents means all of them where the answer is a list") {
    Server server;
    const Json documents = Json::array({test::kResolution, test::kOtherResolution});
    const auto meaning = [&](const char* parameter) {
        return Json::array(
            {{{"parameter", parameter}, {"value", "18-NQ/TW"}, {"documents", documents}}});
    };
    const Json search = server.json("/search?cites=18-NQ/TW");
    CHECK(search["meaning"] == meaning("cites"));
    REQUIRE(search["total"] == 2);
    CHECK(search["hits"][0]["targets"] == Json::array({test::kResolution}));
    CHECK(server.json("/documents?cites=18-NQ/TW")["meaning"] == meaning("cites"));
    const Json tasks = server.json("/tasks?implements=18-NQ/TW");
    CHECK(tasks["total"] == 2);
    CHECK(tasks["meaning"] == meaning("implements"));
    CHECK(server.json("/tasks?document=18-NQ/TW")["total"] == 0);
    const Json edges = server.json("/documents/18-NQ%2FTW/cited-by?depth=1");
    CHECK(edges["meaning"] == meaning("id"));
    REQUIRE(edges["total"] == 2);
    CHECK(edges["items"][0]["path"][0] == test::kResolution);
    const Reply graph = server.get("/api/v1/documents/18-NQ%2FTW/cited-by?format=graphml");
    CHECK(graph.body.find(test::kOtherResolution) != std::string::npos);
    // An id needs no interpretation, and only one document has one text.
    CHECK_FALSE(server.json("/search?cites=18-nq-tw.2017-10-25").contains("meaning"));
    CHECK(server.json("/documents/26-KH%2FTU")["id"] == test::kPlan);
    CHECK(server.code("/documents/18-NQ%2FTW", 300) == "ambiguous");
    CHECK(server.code("/paths?from=18-NQ/TW&to=26-KH/TU", 300) == "ambiguous");
}

TEST_CASE("an unknown number is an empty list in a filter, and a malformed one names itself") {
    Server server;
    for (const char* filter : {"/search?cites=", "/search?implements=", "/documents?cites=",
                               "/tasks?implements=", "/tasks?document="}) {
        INFO(filter);
        for (const char* unknown : {"19-NQ/TW", "18-nq-tw.2019-01-01"}) {
            const Json json = server.json(std::string(filter) + unknown);
            CHECK(json["total"] == 0);
            CHECK(json["meaning"][0]["documents"].empty());
        }
        CHECK(server.code(std::string(filter) + "foo", 400) == "malformed_number");
    }
    const Reply reply = server.get("/api/v1/tasks?implements=xyz");
    CHECK(Json::parse(reply.body)["detail"].get<std::string>().find("implements: ") == 0);
    CHECK(server.code("/documents/19-NQ%2FTW/cited-by", 404) == "not_found");
    CHECK(server.code("/paths?from=xyz&to=26-KH/TU", 400) == "malformed_number");
    CHECK(server.code("/paths?from=19-NQ/TW&to=26-KH/TU", 404) == "not_found");
}

TEST_CASE("every problem says what is wrong, on what, and what to do") {
    Server server;
    const auto detail = [&](std::string_view target) {
        return Json::parse(server.get(target).body)["detail"].get<std::string>();
    };
    CHECK(detail("/api/v1/documents/nope/cites") ==
          "nope: không có văn bản nào mang mã hoặc số này. "
          "Hãy kiểm tra lại mã văn bản hoặc địa chỉ.");
    CHECK(detail("/api/v1/citations") == "Địa chỉ này không nhận GET. Hãy dùng POST.");
    CHECK(detail("/api/v1/nothing") ==
          "/api/v1/nothing: không có địa chỉ này. Hãy kiểm tra lại mã văn bản hoặc địa chỉ.");
    const Reply get = server.get("/api/v1/citations");
    CHECK(header(get, "Allow") == "POST");
    const Reply post = server.post("/api/v1/search", "");
    CHECK(header(post, "Allow") == "GET, HEAD");
    CHECK(Json::parse(post.body)["detail"] == "Địa chỉ này không nhận POST. Hãy dùng GET.");
}

TEST_CASE("tasks and bodies are answered by id and by name") {
    Server server;
    CHECK(server.json("/tasks")["total"] == 2);
    CHECK(server.json("/tasks?body=so-noi-vu.binh-dinh")["total"] == 1);
    CHECK(server.json("/tasks?body=S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5")["total"] == 1);
    CHECK(server.json("/tasks?body=nobody")["total"] == 0);
    CHECK(server.json("/tasks?document=26-KH/TU&due_to=2018-12-31")["items"][0]["overdue"] == true);
    CHECK(server.json("/bodies?q=noi")["items"][0]["counts"]["lead"] == 1);
    CHECK(server.json("/bodies/so-noi-vu.binh-dinh")["aliases"][0] == "SNV");
    CHECK(server.code("/bodies/none", 404) == "not_found");
}

TEST_CASE("a task says what it implements, where that stands and what it makes") {
    Server server;
    const Json task = server.json("/tasks")["items"][0];
    CHECK(task["implements"] == Json::array({test::kResolution}));
    REQUIRE(task["mandates"].size() == 1);
    CHECK(task["mandates"][0]["origin"] == "document");
    CHECK(task["mandates"][0]["number"] == "18-NQ/TW");
    CHECK(task["mandates"][0]["evidence"]["document"] == test::kPlan);
    CHECK(task["product"]["kind"] == "đề án");
    CHECK(server.json("/documents/26-KH%2FTU")["tasks"][0]["mandates"] == task["mandates"]);
    CHECK(Json::parse(streamed(server.get("/api/v1/export/tasks")))["items"][0]["mandates"] ==
          task["mandates"]);
}

TEST_CASE("counts over tasks come when they are asked for, names of bodies are explained") {
    Server server;
    CHECK_FALSE(server.json("/tasks").contains("facets"));
    const Json answer =
        server.json("/tasks?facets=true&body=S%E1%BB%9F%20N%E1%BB%99i%20v%E1%BB%A5");
    CHECK(answer["facets"]["body"][0]["count"] == 1);
    CHECK(answer["facets"]["month"][0]["value"] == "2018-06");
    CHECK(answer["meaning"][0]["bodies"][0]["id"] == "so-noi-vu.binh-dinh");
    CHECK(server.json("/tasks?body=nobody")["meaning"][0]["bodies"].empty());
    CHECK(server.json("/tasks?kind=none,by")["total"] == 2);
    CHECK(server.code("/tasks?kind=soon", 400) == "bad_request");
    CHECK(server.json("/bodies/so-noi-vu.binh-dinh")["successors"][0]["id"] == "so-noi-vu.gia-lai");
}

TEST_CASE("stats, wanted documents and completions are answered") {
    Server server;
    CHECK(server.json("/stats")["snapshot"] == "s1");
    CHECK(server.json("/wanted")["items"][0]["count"] == 1);
    CHECK(server.json("/suggest?q=t")["items"].size() == 2);
    CHECK(server.json("/suggest")["items"].empty());
    CHECK(server.json("/suggest?q=t&limit=1")["items"].size() == 1);
    CHECK(server.json("/suggest?q=t&limit=1")["truncated"] == true);
    CHECK(server.json("/suggest?q=t")["truncated"] == false);
}

TEST_CASE("exports stream everything in three forms") {
    Server server;
    const Json documents = Json::parse(streamed(server.get("/api/v1/export/documents")));
    CHECK(documents["items"].size() == 5);
    CHECK(Json::parse(streamed(server.get("/api/v1/export/edges")))["items"].size() == 4);
    CHECK(Json::parse(streamed(server.get("/api/v1/export/tasks")))["items"].size() == 2);
    const std::string csv = streamed(server.get("/api/v1/export/edges?format=csv"));
    CHECK(csv.find("id,from,to") == 0);
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 5);
    const Reply graph = server.get("/api/v1/export/edges?format=graphml");
    CHECK(header(graph, "Content-Disposition") == "attachment; filename=\"graph.graphml\"");
    const std::string graphml = streamed(graph);
    CHECK(graphml.find("<node ") < graphml.find("<edge "));
    CHECK(graphml.rfind("<node ") < graphml.find("<edge "));
    CHECK(graphml.ends_with("</graph>\n</graphml>\n"));
    const std::string dot = streamed(server.get("/api/v1/export/edges?format=dot"));
    CHECK(std::count(dot.begin(), dot.end(), '>') == 4);
    CHECK(dot.ends_with("}\n"));
    const std::string lines = streamed(server.get("/api/v1/export/tasks?format=jsonl"));
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
    const std::string excel =
        streamed(server.get("/api/v1/export/tasks?format=excel&due_to=2018-12-31"));
    CHECK(excel.find("\xEF\xBB\xBFid,") == 0);
    CHECK(excel.rfind("\xEF\xBB\xBF") == 0);
    CHECK(std::count(excel.begin(), excel.end(), '\n') == 2);
    const std::string calendar = streamed(server.get("/api/v1/export/tasks?format=ics"));
    CHECK(calendar.find("BEGIN:VCALENDAR\r\n") == 0);
    CHECK(calendar.ends_with("END:VEVENT\r\nEND:VCALENDAR\r\n"));
}

TEST_CASE("feeds are Atom with absolute links and escaped text") {
    Server server;
    const Reply feed = server.get("/api/v1/feeds/cited-by/22-nq-tw.2002-03-18.atom");
    CHECK(feed.content_type == "application/atom+xml; charset=utf-8");
    CHECK(feed.body.find("&lt;22 &amp; 18&gt;") != std::string::npos);
    CHECK(feed.body.find("http://localhost:8080/van-ban/26-kh-tu.binh-dinh.2018-03-15") !=
          std::string::npos);
    CHECK(server.get("/feeds/search.atom?q=Lu%E1%BA%ADt").body.find("<entry>") !=
          std::string::npos);
    CHECK(server.get("/feeds/cited-by/none.atom").status == 404);
    // An undated entry is as old as its file or the index, here unknown to both; never 1970.
    const std::string undated =
        server.get("/feeds/cited-by/26-kh-tu.binh-dinh.2018-03-15.atom").body;
    const std::size_t entry = undated.find("<entry>");
    CHECK(undated.find("<updated>20", entry) != std::string::npos);
    CHECK(undated.find("1970") == std::string::npos);
    // Nothing cites it: the feed is as old as the index.
    const std::string empty = server.get("/feeds/cited-by/57%2F2020%2FQH14%231.atom").body;
    CHECK(empty.find("<entry>") == std::string::npos);
    CHECK(empty.find("<updated>20") != std::string::npos);
}

TEST_CASE("posted text must be plain UTF-8 of at most 1 MiB") {
    Server server;
    const Reply good = server.post("/api/v1/citations", "theo Kế hoạch số 26-KH/TU");
    REQUIRE(good.status == 200);
    CHECK(Json::parse(good.body)["items"][0]["target"] == test::kPlan);
    CHECK(Json::parse(server.post("/api/v1/citations", "").body)["total"] == 0);
    const Reply table = server.post("/api/v1/citations?format=csv", "theo Kế hoạch số 26-KH/TU");
    CHECK(table.body.starts_with("id,start,end,"));
    CHECK(table.body.find("\r\n" + std::string(test::kPlan) + ",") != std::string::npos);
    CHECK(server.post("/api/v1/citations", "a", "application/json").status == 415);
    CHECK(server.post("/api/v1/citations", "a\xFF").status == 400);
    CHECK(server.post("/api/v1/citations", std::string((1U << 20U) + 1, 'a')).status == 413);
    CHECK(server.post("/api/v1/citations?x=1", "a").status == 400);
}

TEST_CASE("wrong requests are told apart") {
    Server server;
    CHECK(server.code("/search?limit=0", 400) == "bad_request");
    CHECK(server.code("/search?frobnicate=1", 400) == "bad_request");
    CHECK(server.code("/search?q=%zz", 400) == "bad_request");
    CHECK(server.code("/search?q=%ff", 400) == "bad_request");
    CHECK(server.code("/documents/none", 404) == "not_found");
    CHECK(server.code("/documents/none/cited-by", 404) == "not_found");
    CHECK(server.code("/documents/22-nq-tw.2002-03-18/text", 404) == "not_found");
    CHECK(server.code(kPlanPath + "/cited-by?depth=11", 400) == "bad_request");
    CHECK(server.code(kPlanPath + "/cites?relation=loves", 400) == "bad_request");
    CHECK(server.code("/nothing", 404) == "not_found");
    CHECK(server.code("/citations", 405) == "method_not_allowed");
    CHECK(server.post("/api/v1/search", "").status == 405);
    CHECK(server.get("/api/v2/search").status == 404);
    const Reply unknown = server.get("/api/v1/search?frobnicate=1");
    CHECK(Json::parse(unknown.body)["detail"].get<std::string>().find("frobnicate") !=
          std::string::npos);
}

TEST_CASE("an answer that the client has is not sent again") {
    Server server;
    const Reply first = server.get("/api/v1/stats");
    const std::string etag = header(first, "ETag");
    CHECK(etag.size() == 20);
    const Reply again = server.get("/api/v1/stats", etag);
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(header(server.get("/api/v1/wanted"), "ETag") != etag);
    CHECK(server.get("/api/v1/stats?x=1", etag).status == 400);
}

TEST_CASE("operations and discovery are beside the API") {
    Server server;
    CHECK(server.get("/healthz").body == "ok\n");
    CHECK(server.get("/readyz").status == 200);
    CHECK(server.get("/metrics").body.find("tracuu_index_info{snapshot=\"s1\"}") !=
          std::string::npos);
    const Reply search = server.get("/opensearch.xml");
    CHECK(search.body.find("template=\"http://localhost:8080/?q={searchTerms}\"") !=
          std::string::npos);
    CHECK(Json::parse(server.get("/api/v1/openapi.json").body)["openapi"] == "3.1.0");
}

TEST_CASE("a hostile Host header does not reach an answer") {
    Server server;
    ApiRequest request;
    request.target = "/opensearch.xml";
    request.host = "evil\"><script>x";
    CHECK(server.api.handle(request).reply.body.find("<script") == std::string::npos);
}

TEST_CASE("a missing index is a problem that tells to wait") {
    const auto fail = []() -> std::string {
        throw support::Error(support::ErrorCode::index_missing, "no index", "dir");
    };
    IndexPool pool({[] { return test::make_fake_index(); }, fail});
    Metrics metrics;
    Api api(pool, metrics, StaticFiles(""));
    ApiRequest request;
    request.target = "/readyz";
    const Reply reply = api.handle(request).reply;
    CHECK(reply.status == 503);
    CHECK(header(reply, "Retry-After") == "5");
    request.target = "/healthz";
    CHECK(api.handle(request).reply.status == 200);
}

TEST_CASE("an index that cannot be read is not ready") {
    IndexPool pool(
        {[] { return test::make_fake_index("broken"); }, [] { return std::string("broken"); }});
    Metrics metrics;
    Api api(pool, metrics, StaticFiles(""));
    ApiRequest request;
    request.target = "/readyz";
    const Reply reply = api.handle(request).reply;
    CHECK(reply.status == 503);
    CHECK(Json::parse(reply.body)["code"] == "unavailable");
    request.target = "/healthz";
    CHECK(api.handle(request).reply.status == 200);
}

TEST_CASE("a cursor leads through a whole list, each item once, with a link to the next page") {
    Server server;
    const Json whole = server.json("/documents?limit=200");
    REQUIRE(whole["total"].get<int>() > 2);
    CHECK(whole["next"].is_null());
    Json pages = Json::array();
    std::string target = "/documents?limit=2";
    for (;;) {
        const Json page = server.json(target);
        for (const Json& item : page["items"]) pages.push_back(item);
        const std::string link = header(server.get("/api/v1" + target), "Link");
        if (page["next"].is_null()) {
            CHECK(link.empty());
            break;
        }
        const std::string cursor = page["next"];
        CHECK(link == "</api/v1/documents?limit=2&cursor=" + cursor + ">; rel=\"next\"");
        target = "/documents?limit=2&cursor=" + cursor;
    }
    CHECK(pages == whole["items"]);
}

TEST_CASE("a cursor that is forged or belongs to another question is refused and named") {
    Server server;
    const std::string cursor = server.json("/documents?limit=2&jurisdiction=")["next"];
    CHECK(server.code("/documents?cursor=x", 400) == "bad_request");
    std::string forged = cursor;
    forged[7] = forged[7] == '4' ? '5' : '4';
    CHECK(server.code("/documents?cursor=" + forged, 400) == "bad_request");
    CHECK(server.code("/wanted?cursor=" + cursor, 400) == "bad_request");
    CHECK(server.code("/documents?type=x&cursor=" + cursor, 400) == "bad_request");
    CHECK(server.code("/documents?offset=1&cursor=" + cursor, 400) == "bad_request");
    const Reply reply = server.get("/api/v1/documents?cursor=x");
    CHECK(Json::parse(reply.body)["detail"].get<std::string>().starts_with("cursor: "));
    CHECK(server.get("/api/v1/documents?format=csv&limit=1&cursor=" + cursor).status == 200);
}
