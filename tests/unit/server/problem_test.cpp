#include "server/problem.hpp"

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"

using namespace tracuu::server;
using tracuu::support::Error;
using tracuu::support::ErrorCode;
using tracuu::support::info;

TEST_CASE("Vietnamese is the language unless English is preferred") {
    CHECK(preferred_language("") == Language::vietnamese);
    CHECK(preferred_language("vi,en;q=0.8") == Language::vietnamese);
    CHECK(preferred_language("en-US,en;q=0.9,vi;q=0.8") == Language::english);
    CHECK(preferred_language("en;q=0.2, vi;q=0.3") == Language::vietnamese);
    CHECK(preferred_language("fr, *") == Language::vietnamese);
    CHECK(preferred_language("en;q=,;;,q=") == Language::vietnamese);
}

TEST_CASE("every error code has its own title in both languages") {
    std::string last_title;
    for (int i = 0; i <= static_cast<int>(ErrorCode::internal); ++i) {
        const auto code = static_cast<ErrorCode>(i);
        INFO(info(code).name);
        const Error error(code, "what", "where");
        const Problem vietnamese = problem_of(error, Language::vietnamese);
        const Problem english = problem_of(error, Language::english);
        CHECK(vietnamese.code == info(code).name);
        CHECK(vietnamese.status == info(code).http_status);
        CHECK(vietnamese.title != english.title);
        CHECK(vietnamese.title != last_title);
        CHECK(vietnamese.detail.find("where") != std::string::npos);
        last_title = vietnamese.title;
    }
}

TEST_CASE("the Vietnamese detail names the parameter and its bounds") {
    const Error error(ErrorCode::bad_request, "not a whole number from 1 to 200", "limit");
    const Problem problem = problem_of(error, Language::vietnamese);
    CHECK(problem.detail ==
          "limit: phải là số nguyên trong khoảng 1 đến 200. Hãy sửa tham số này.");
}

TEST_CASE("a detail is never only a name or a remedy") {
    const Error untranslated(ErrorCode::unavailable, "Connection refused", "tcp://x:1");
    CHECK(problem_of(untranslated, Language::vietnamese).detail ==
          "tcp://x:1: Hệ thống đang bận (Connection refused). Hãy thử lại sau giây lát.");
    const Error long_query(ErrorCode::bad_request, "bytes beyond the limit of 2048: 3000", "q");
    CHECK(problem_of(long_query, Language::vietnamese).detail ==
          "q: số byte vượt quá giới hạn 2048: 3000. Hãy sửa tham số này.");
    for (const int status : {400, 404, 405, 413, 414, 415, 416, 431, 500, 503, 507}) {
        INFO(status);
        for (const Language language : {Language::vietnamese, Language::english}) {
            const Problem problem = problem_of_status(status, language);
            CHECK(problem.status == status);
            CHECK(problem.detail.find(". ") != std::string::npos);
        }
    }
}

TEST_CASE("a problem is written with the five members") {
    const auto json = nlohmann::json::parse(json_text(problem_of_status(404, Language::english)));
    CHECK(json["status"] == 404);
    CHECK(json["code"] == "not_found");
    CHECK(json["title"] == "Not found");
    CHECK(json["detail"].get<std::string>().empty() == false);
    CHECK(json["type"] == "urn:tracuu:problem:not_found");
}
