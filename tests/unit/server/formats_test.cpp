#include "server/formats.hpp"

#include <sstream>

#include "tests/catch.hpp"
#include "tests/http/fake_index.hpp"

using namespace tracuu;
using namespace tracuu::server;

namespace {

std::vector<indexer::TaskRecord> fake_tasks() {
    return test::make_fake_index()->tasks({}, 0, 10).items;
}

std::vector<std::string> lines(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) out.push_back(line);
    return out;
}

}  // namespace

TEST_CASE("CSV cells with commas, quotes, line ends or outer spaces are quoted") {
    std::string out;
    append_csv_row(out, {"plain", "a,b", "say \"x\"", "two\nlines", " space", "", "=1+1"});
    CHECK(out == "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\" space\",,=1+1\r\n");
}

TEST_CASE("every CSV table begins with id and has as many names as cells") {
    const auto index = test::make_fake_index();
    indexer::SearchRequest request;
    const SearchAnswer answer{"", {}, index->search(request), 0};
    const auto metas = index->with_number("18-NQ/TW");
    const auto edges = index->cites(test::kPlan);
    const indexer::Reached reached{metas[0], edges[0], 1, {test::kPlan, test::kResolution}};
    const std::vector<std::string> tables{csv(answer),
                                          csv(metas),
                                          csv(edges),
                                          csv(std::vector<indexer::Reached>{reached}),
                                          csv(fake_tasks()),
                                          csv(index->bodies("")),
                                          csv(std::vector<WantedDocument>{{metas[0], 3}}),
                                          csv(std::vector<SimilarDocument>{{metas[0], 0.5, {}}})};
    for (const std::string& table : tables) {
        INFO(table);
        CHECK(table.substr(0, 3) == "id,");
        CHECK(lines(table).size() >= 2);
    }
    CHECK(csv(metas).find("18-nq-tw.2017-10-25,18-NQ/TW,Nghị quyết,,Trung ương,2017-10-25,") !=
          std::string::npos);
}

TEST_CASE("ICS lines have at most 75 octets and never cut a letter") {
    auto tasks = fake_tasks();
    tasks[0].text = std::string(70, 'x') + "ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế, a; b\\c\nd";
    const std::string out = ics(tasks, "2026-01-31T08:00:00Z");
    for (const std::string& line : lines(out)) {
        INFO(line);
        CHECK(line.size() <= 76);  // 75 and the carriage return
        CHECK(line.back() == '\r');
        CHECK((static_cast<unsigned char>(line[0]) & 0xC0U) != 0x80U);
        if (line[0] == ' ') CHECK((static_cast<unsigned char>(line[1]) & 0xC0U) != 0x80U);
    }
    std::string unfolded = out;
    for (std::size_t at; (at = unfolded.find("\r\n ")) != std::string::npos;) unfolded.erase(at, 3);
    CHECK(unfolded.find("ế\\, a\\; b\\\\c\\nd") != std::string::npos);
}

TEST_CASE("a task with a day becomes an event of that day, others none") {
    const std::string out = ics(fake_tasks(), "2026-01-31T08:00:00Z");
    CHECK(out.find("UID:26-kh-tu.binh-dinh.2018-03-15~1@tracuu\r\n") != std::string::npos);
    CHECK(out.find("DTSTAMP:20260131T080000Z\r\n") != std::string::npos);
    CHECK(out.find("DTSTART;VALUE=DATE:20180629\r\nDTEND;VALUE=DATE:20180630\r\n") !=
          std::string::npos);
    CHECK(out.find("~2@tracuu") == std::string::npos);
}

TEST_CASE("an event lasts over the whole period, or is the day on which work starts") {
    auto tasks = fake_tasks();
    tasks[0].deadline->from = indexer::Date::of(2018, 4, 1);
    CHECK(ics(tasks, "").find("DTSTART;VALUE=DATE:20180401\r\nDTEND;VALUE=DATE:20180630\r\n") !=
          std::string::npos);
    tasks[0].deadline->to.reset();
    const std::string start = ics(tasks, "");
    CHECK(start.find("DTSTART;VALUE=DATE:20180401\r\nDTEND;VALUE=DATE:20180402\r\n") !=
          std::string::npos);
    CHECK(start.find("SUMMARY:Bắt đầu: Sở Nội vụ") != std::string::npos);
}

TEST_CASE("a recurring deadline repeats where its words fix the day") {
    const auto rule = [](const char* surface, bool dated = true) {
        auto tasks = fake_tasks();
        tasks.resize(1);
        tasks[0].document.date = dated ? indexer::Date::of(2018, 3, 15) : std::nullopt;
        tasks[0].deadline = {{surface, indexer::DeadlineKind::recurring, {}, {}, false, {}, {}}};
        const std::string out = ics(tasks, "");
        const std::size_t start = out.find("DTSTART;VALUE=DATE:");
        const std::size_t at = out.find("RRULE:");
        if (at == std::string::npos) return std::string(start == std::string::npos ? "" : "?");
        return out.substr(start + 19, 8) + " " + out.substr(at + 6, out.find('\r', at) - at - 6);
    };
    CHECK(rule("trước ngày 15/12 hằng năm") == "20181214 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14");
    CHECK(rule("trước ngày 30 tháng 11 hàng\nnăm") ==
          "20181129 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=29");
    CHECK(rule("hạn cuối ngày 10/01 hằng năm") == "20190110 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10");
    CHECK(rule("trước ngày 01/7 hằng năm") == "20180630 FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30");
    CHECK(rule("ngày 20 hằng tháng") == "20180320 FREQ=MONTHLY;BYMONTHDAY=20");
    CHECK(rule("ngày 05 hằng tháng") == "20180405 FREQ=MONTHLY;BYMONTHDAY=5");
    CHECK(rule("trước ngày 01 hằng tháng") == "20180331 FREQ=MONTHLY;BYMONTHDAY=-1");
    // No day, several days, days that some years or months lack, no day to start from.
    for (const char* surface :
         {"hằng năm", "định kỳ", "trước ngày 01/6 và 15/11 hằng năm", "trước ngày 01/3 hằng năm",
          "ngày 31 hằng tháng", "ngày 29/02 hằng năm", "ngày 20 tháng cuối quý hằng quý",
          "ngày 40/13 hằng năm", "ngày 99999999999/1 hằng năm"}) {
        INFO(surface);
        CHECK(rule(surface).empty());
    }
    CHECK(rule("ngày 20 hằng tháng", false).empty());
}

TEST_CASE("CSV for spreadsheets says that it is UTF-8 and runs no formulas") {
    CHECK(spreadsheet("id,text\r\n=1+1,\"@a, \"\"b\"\"\"\r\n-2,ế+\r\n") ==
          "\xEF\xBB\xBFid,text\r\n'=1+1,\"'@a, \"\"b\"\"\"\r\n'-2,ế+\r\n");
}

TEST_CASE("GraphML and DOT escape what their languages give a meaning") {
    const auto index = test::make_fake_index();
    GraphAnswer graph{test::kPlan, {}, index->cites(test::kPlan), false};
    for (const char* id : {test::kPlan, test::kResolution, test::kAbsent, test::kOddId}) {
        graph.nodes.push_back(*index->node(id));
    }
    const std::string xml = graphml(graph);
    CHECK(xml.find("&lt;22 &amp; 18&gt;") != std::string::npos);
    CHECK(xml.find("Luật, có &quot;dấu&quot;") != std::string::npos);
    CHECK(xml.find("<22") == std::string::npos);
    const std::string text = dot(graph);
    CHECK(text.find("tooltip=\"Luật, có \\\"dấu\\\"\"") != std::string::npos);
    CHECK(text.find("\"22-nq-tw.2002-03-18\" [label=\"22-NQ/TW\", style=dashed];") !=
          std::string::npos);
    CHECK(xml_escape("a\x01\x1F\tb") == "a\tb");
    CHECK(xml_escape("a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD") == "a\xEF\xBF\xBD");
}

TEST_CASE("a graph that is not whole says so in every form") {
    GraphAnswer graph{"a.2018", {}, {}, false};
    graph.nodes.resize(1);
    graph.nodes[0].id = "a.2018";
    for (auto* const written : {&graphml, &dot, &jsonld}) {
        graph.truncated = false;
        const bool mentions = written(graph).find("truncated\">true") != std::string::npos ||
                              written(graph).find("truncated=true") != std::string::npos ||
                              written(graph).find("truncated\":true") != std::string::npos;
        CHECK_FALSE(mentions);
    }
    graph.truncated = true;
    CHECK(graphml(graph).find("<data key=\"truncated\">true</data>") <
          graphml(graph).find("<node"));
    CHECK(dot(graph).find("  truncated=true;\n") != std::string::npos);
    CHECK(jsonld(graph).find("\"tracuu:truncated\":true") != std::string::npos);
}

TEST_CASE("BibTeX and RIS name the document, its issuer and its date") {
    const auto metas = test::make_fake_index()->with_number("18-NQ/TW");
    const std::string bib = bibtex(metas);
    CHECK(bib.find("@misc{18-nq-tw.2017-10-25,\n") != std::string::npos);
    CHECK(bib.find("date = {2017-10-25}") != std::string::npos);
    CHECK(bib.find("number = {18-NQ/TW}") != std::string::npos);
    const std::string tags = ris(metas);
    CHECK(tags.find("TY  - GOVDOC\r\nID  - 18-nq-tw.2017-10-25\r\n") == 0);
    CHECK(tags.find("DA  - 2017/10/25\r\n") != std::string::npos);
    CHECK(bibtex({*test::make_fake_index()->node(test::kOddId)}).find("@misc{57_2020_QH14_1,") ==
          0);
}
