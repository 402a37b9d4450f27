#include "corpus/readers/json_record.hpp"

#include <string>

#include "tests/catch.hpp"

using tracuu::corpus::JsonRecord;
using tracuu::corpus::read_json_record;

namespace {

std::string reason_of(std::string_view line) {
    JsonRecord record;
    return read_json_record(line, record);
}

}  // namespace

TEST_CASE("A record gives id, title, text and its other simple fields") {
    JsonRecord record;
    CHECK(read_json_record(R"({"text":"Điều \u0031\n","id":"57/2020/QH14#1","title":"Lu\u1eadt",
        "number":"57/2020/QH14","year":2020,"score":1.50,"offset":-3,
        "ok":true,"none":null,"nested":{"id":"x","text":["y"]},"list":["id","z"]})",
                           record)
              .empty());
    CHECK(record.id == "57/2020/QH14#1");
    CHECK(record.title == "Luật");
    CHECK(record.text == "Điều 1\n");
    CHECK(record.fields ==
          std::map<std::string, std::string>{
              {"number", "57/2020/QH14"}, {"year", "2020"}, {"score", "1.50"}, {"offset", "-3"}});
}

TEST_CASE("An id may be a number") {
    JsonRecord record;
    CHECK(read_json_record(R"({"id": 17, "text": "a"})", record).empty());
    CHECK(record.id == "17");
}

TEST_CASE("What is no record is refused with the reason") {
    struct Row {
        const char* line;
        const char* reason;
    };
    const Row rows[] = {
        {"", "not valid JSON at byte 1"},
        {"{\"id\":\"a\"", "not valid JSON at byte 10"},
        {"{\"id\":\"a\"} x", "not valid JSON at byte 12"},
        {"{'id':'a'}", "not valid JSON at byte 2"},
        {"{\"id\":\"a\",}", "not valid JSON at byte 11"},
        {"{\"id\":\"\xFF\"}", "not valid JSON at byte 8"},
        {"{\"id\":\"\\uD800\"}", "not valid JSON at byte 14"},
        {"{\"id\":1e999}", "not valid JSON at byte 11"},
        {"[\"id\"]", "not a JSON object"},
        {"\"id\"", "not a JSON object"},
        {"17", "not a JSON object"},
        {"null", "not a JSON object"},
        {"{}", "no `id`"},
        {"{\"id\":\"\",\"text\":\"a\"}", "no `id`"},
        {"{\"id\":null}", "no `id`"},
        {"{\"x\":{\"id\":\"a\"}}", "no `id`"},
        {"{\"id\":\"a\",\"id\":\"b\"}", "field `id` stands twice"},
        {"{\"id\":\"a\",\"text\":\"a\",\"text\":\"b\"}", "field `text` stands twice"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.line);
        CHECK(reason_of(row.line) == row.reason);
    }
}

TEST_CASE("Deep nesting is read without a deep stack") {
    const std::string open(1'000'000, '[');
    const std::string close(1'000'000, ']');
    CHECK(reason_of("{\"a\":" + open + close + ",\"id\":\"x\"}").empty());
    CHECK(reason_of("{\"a\":" + open).starts_with("not valid JSON at byte"));
}
