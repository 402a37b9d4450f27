#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "indexer/index.hpp"
#include "indexer/xapian/manifest.hpp"
#include "indexer/xapian/token_file.hpp"
#include "support/error.hpp"
#include "support/file.hpp"
#include "tests/catch.hpp"
#include "tests/unit/indexer/index_fixture.hpp"

using namespace tracuu;
using namespace tracuu::indexer;
using tests::found;
using tests::IndexFixture;
using tests::plan;

namespace {

template <typename Action>
support::ErrorCode error_of(Action&& action) {
    try {
        action();
    } catch (const support::Error& error) {
        return error.code();
    }
    FAIL("no error");
    return support::ErrorCode::internal;
}

std::size_t generations(const IndexFixture& fixture) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(fixture.directory())) {
        count += entry.path().filename().string().starts_with("gen-") ? 1U : 0U;
    }
    return count;
}

}  // namespace

TEST_CASE("A new index holds every document, whole") {
    const IndexFixture fixture;
    const std::string text = "Nội dung\r\nvề sắp xe\xCC\x82\xCC\x81p.\n\n\tHết";
    fixture.write("a.txt", text);
    fixture.write("b/c.md", "# Kế hoạch\n\nTinh giản biên chế.");
    fixture.write("d.pdf", "%PDF");
    const BuildReport report = fixture.build();
    CHECK(report.added == 2);
    CHECK(report.skipped_files == 1);
    CHECK(report.rejected.empty());
    CHECK(report.index_bytes > 0);
    const auto index = fixture.open();
    CHECK(index->stats().documents == 2);
    CHECK(index->stats().snapshot == published_snapshot({fixture.directory()}));
    CHECK(index->stats().snapshot == report.stats.snapshot);
    const auto hits = found(*index, "sắp xếp");
    REQUIRE(hits.size() == 1);
    CHECK(index->text(hits[0]) == text);
    CHECK(verify_index(fixture.directory()).problems.empty());
}

TEST_CASE("An update reads what changed and forgets what is gone") {
    const IndexFixture fixture;
    fixture.write("a.txt", "tài liệu thứ nhất nói về đất đai");
    fixture.write("b.txt", "tài liệu thứ hai nói về biên chế");
    fixture.write("c.txt", "tài liệu thứ ba nói về y tế");
    fixture.build();
    fixture.write("b.txt", "tài liệu thứ hai bây giờ nói về giáo dục");
    fixture.remove("c.txt");
    fixture.write("e.txt", "tài liệu mới nói về giao thông");
    const BuildReport report = fixture.build();
    CHECK(report.added == 1);
    CHECK(report.updated == 1);
    CHECK(report.removed == 1);
    CHECK(report.unchanged == 1);
    const auto index = fixture.open();
    CHECK(index->stats().documents == 3);
    CHECK(found(*index, "đất đai").size() == 1);
    CHECK(found(*index, "\"biên chế\"").empty());
    CHECK(found(*index, "giáo dục").size() == 1);
    CHECK(found(*index, "\"y tế\"").empty());
    CHECK(found(*index, "giao thông").size() == 1);
    CHECK(verify_index(fixture.directory()).problems.empty());
}

TEST_CASE("An update that changes nothing publishes nothing") {
    const IndexFixture fixture;
    fixture.write("a.txt", "một");
    const std::string snapshot = fixture.build().stats.snapshot;
    const BuildReport again = fixture.build();
    CHECK(again.unchanged == 1);
    CHECK(again.added + again.updated + again.removed == 0);
    CHECK(again.stats.snapshot == snapshot);
    CHECK(published_snapshot({fixture.directory()}) == snapshot);
    CHECK(generations(fixture) == 1);
}

TEST_CASE("An update resolves the whole corpus anew") {
    const IndexFixture fixture;
    const std::string cites =
        "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành "
        "Trung ương Đảng khóa XII.";
    fixture.write("plan.txt", plan("26-KH/TU", "BÌNH ĐỊNH", "ngày 15 tháng 3 năm 2018", cites));
    fixture.build();
    std::string absent;
    {
        const auto index = fixture.open();
        const auto nodes = index->with_number("18-NQ/TW");
        REQUIRE(nodes.size() == 1);
        CHECK_FALSE(nodes[0].present);
        absent = nodes[0].id;
        CHECK(index->cited_by(absent).size() == 1);
    }
    fixture.write(
        "resolution.txt",
        "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 18-NQ/TW\n\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, "
        "ngày 25 tháng 10 năm 2017\n\nNGHỊ QUYẾT\nvề đổi mới tổ chức bộ máy\n\nNội dung.\n");
    CHECK(fixture.build().unchanged == 1);
    const auto index = fixture.open();
    const auto nodes = index->with_number("18-NQ/TW");
    REQUIRE(nodes.size() == 1);
    CHECK(nodes[0].present);
    CHECK(nodes[0].id == absent);
    REQUIRE(index->cited_by(absent).size() == 1);
    const std::string plan_id = index->cited_by(absent)[0].from;
    CHECK(index->document(plan_id)->mentions.at(0).status == ResolutionStatus::resolved);
    CHECK(index->stats().absent == 0);
    SearchRequest request;
    request.filter.cites = {absent};
    CHECK(index->search(request).total == 1);
    CHECK(verify_index(fixture.directory()).problems.empty());
    // And back: the resolution goes, the mention waits again.
    fixture.remove("resolution.txt");
    fixture.build();
    CHECK_FALSE(fixture.open()->with_number("18-NQ/TW").at(0).present);
    CHECK(verify_index(fixture.directory()).problems.empty());
}

TEST_CASE("An update gives the same index as building it at once") {
    const std::vector<std::string> provinces{"BÌNH ĐỊNH", "AN GIANG", "KON TUM", "HÀ GIANG"};
    const auto body = [](const std::string& place) {
        return "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Kế hoạch số 26-KH/TU.\n\n"
               "1. Ban Tổ chức Tỉnh ủy chủ trì, phối hợp với Sở Nội vụ xây dựng đề án về " +
               place + ", hoàn thành trước ngày 30/6/2018.\n";
    };
    const auto state = [](const IndexFixture& fixture) {
        const auto index = fixture.open();
        std::vector<std::string> lines;
        index->each_node([&](const DocumentMeta& node) {
            lines.push_back(node.id + (node.present ? " +" : " -"));
            for (const GraphEdge& edge : index->cites(node.id)) {
                lines.push_back(edge.to + " " + std::string(name(edge.relation)) + " " +
                                edge.evidence.at(0).quote);
            }
            return true;
        });
        for (const TaskRecord& task : index->tasks({}, 0, 100).items) {
            lines.push_back(task.id + task.text + std::to_string(task.mandates.size()));
        }
        for (const BodyRecord& one : index->bodies("")) {
            lines.push_back(one.id + std::to_string(one.lead) + std::to_string(one.documents));
        }
        return lines;
    };
    const IndexFixture stepwise;
    for (const std::string& place : provinces) {
        stepwise.write(place + ".txt",
                       plan("26-KH/TU", place, "ngày 15 tháng 3 năm 2018", body(place)));
        stepwise.build();
    }
    const IndexFixture at_once;
    for (const std::string& place : provinces) {
        at_once.write(place + ".txt",
                      plan("26-KH/TU", place, "ngày 15 tháng 3 năm 2018", body(place)));
    }
    at_once.build();
    CHECK(state(stepwise) == state(at_once));
    CHECK(state(at_once).size() > provinces.size());
    const auto streams = [](const IndexFixture& fixture) {
        const Manifest manifest = read_manifest(fixture.directory());
        return support::read_file(
            token_path(generation_path(fixture.directory(), manifest.generation), 0), 1U << 20U);
    };
    CHECK(streams(stepwise) == streams(at_once));
    CHECK(verify_index(stepwise.directory()).problems.empty());
}

TEST_CASE("Records of a .jsonl file keep their ids, and damaged ones are named on every run") {
    const IndexFixture fixture;
    fixture.write(
        "r.jsonl",
        "{\"id\":\"57/2020/QH14#1\",\"title\":\"Luật Thanh niên - Điều 1\",\"text\":\"Thanh niên "
        "là công dân\"}\n{broken\n{\"id\":\"x y\",\"title\":\"\",\"text\":\"Khác hẳn\"}\n");
    const BuildReport report = fixture.build();
    CHECK(report.added == 2);
    CHECK(report.rejected.size() == 1);
    const auto index = fixture.open();
    CHECK(found(*index, "công dân") == std::vector<std::string>{"57/2020/QH14#1"});
    CHECK(found(*index, "\"luật thanh niên\"") == std::vector<std::string>{"57/2020/QH14#1"});
    CHECK(index->text("x y") == "Khác hẳn");
    CHECK(fixture.build().rejected.size() == 1);
    CHECK(found(*index, "57/2020/QH14") == std::vector<std::string>{"57/2020/QH14#1"});
}

TEST_CASE("Shards and jobs make no difference to what is found") {
    const IndexFixture fixture;
    for (int i = 0; i < 40; ++i) {
        fixture.write(std::to_string(i) + ".txt",
                      "tài liệu số " + std::to_string(i) + (i % 2 == 0 ? " chẵn" : " lẻ"));
    }
    std::vector<std::vector<std::string>> results;
    for (const unsigned shards : {1U, 3U}) {
        auto options = fixture.options();
        options.shards = shards;
        options.jobs = shards;
        options.rebuild = true;
        build_index(options, {});
        const auto index = fixture.open();
        results.push_back(found(*index, "chẵn"));
        CHECK(index->stats().documents == 40);
        CHECK(verify_index(fixture.directory()).problems.empty());
        for (const std::string& id : results.back()) CHECK(index->text(id).has_value());
    }
    CHECK(results[0].size() == 20);
    CHECK(results[0] == results[1]);
    // An update of a sharded index.
    fixture.write("neu.txt", "tài liệu mới chẵn");
    fixture.build();
    CHECK(found(*fixture.open(), "chẵn").size() == 21);
}

// So many documents are written in several chunks, whose lists are then joined.
TEST_CASE("What many chunks hold is found as a whole") {
    const IndexFixture fixture;
    std::string lines;
    for (int i = 0; i < 1300; ++i) {
        const std::string number = std::to_string(i);
        lines += R"({"id":"d)" + number + R"(","title":"Kế hoạch )" + number +
                 R"(","text":"Nội dung thứ )" + number +
                 (i % 3 == 0 ? " về biên chế" : " về chế biên") + R"(.\n\nSở Nội vụ thực hiện."})" +
                 "\n";
    }
    fixture.write("all.jsonl", lines);
    for (const std::uint32_t shards : {1U, 2U}) {
        CAPTURE(shards);
        auto options = fixture.options();
        options.shards = shards;
        options.rebuild = true;
        CHECK(build_index(options, {}).added == 1300);
        const auto index = fixture.open();
        CHECK(found(*index, "\"biên chế\"").size() == 434);
        CHECK(found(*index, "\"chế biên\"").size() == 866);
        CHECK(found(*index, "\"về biên chế\"").size() == 434);
        CHECK(found(*index, "kế hoạch -\"biên chế\"").size() == 866);
        CHECK(found(*index, "\"sở nội vụ\"").size() == 1000);  // all that is asked for
        for (const char* id : {"d0", "d699", "d700", "d1299"}) {
            CAPTURE(id);
            CHECK(index->text(id).value_or("").find(std::string(id).substr(1)) !=
                  std::string::npos);
        }
        CHECK(verify_index(fixture.directory()).problems.empty());
    }
}

TEST_CASE("Only one indexer works on an index") {
    const IndexFixture fixture;
    fixture.write("a.txt", "một");
    fixture.build();
    const int lock = ::open((fixture.directory() + "/LOCK").c_str(), O_RDWR);
    REQUIRE(::flock(lock, LOCK_EX | LOCK_NB) == 0);
    CHECK(error_of([&] { fixture.build(); }) == support::ErrorCode::index_locked);
    ::close(lock);
    CHECK(fixture.build().unchanged == 1);
}

TEST_CASE("Missing paths and a missing index are named") {
    const IndexFixture fixture;
    CHECK(error_of([&] { fixture.build(); }) == support::ErrorCode::unreadable_input);
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_missing);
    CHECK(error_of([&] { static_cast<void>(verify_index(fixture.directory())); }) ==
          support::ErrorCode::index_missing);
    CHECK(error_of([] { static_cast<void>(open_index({"tcp://nowhere"})); }) ==
          support::ErrorCode::bad_request);
    CHECK(error_of([] { static_cast<void>(open_index({})); }) == support::ErrorCode::bad_request);
}

TEST_CASE("An index of another version or analyser is refused, and rebuilt on demand") {
    const IndexFixture fixture;
    fixture.write("a.txt", "một");
    fixture.build();
    const auto file = std::filesystem::path(fixture.directory()) / kCurrentFile;
    const std::string original = support::read_file(file, 65536);
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string text = original;
        text.replace(text.find(from), from.size(), to);
        support::write_file_atomically(file, text);
    };
    replaced("format ", "format 9");
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_incompatible);
    CHECK(error_of([&] { fixture.build(); }) == support::ErrorCode::index_incompatible);
    replaced("features ", "features quantum ");
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_incompatible);
    replaced("analyzer ", "analyzer other-");
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_incompatible);
    auto options = fixture.options();
    options.rebuild = true;
    CHECK(build_index(options, {}).added == 1);
    CHECK(found(*fixture.open(), "một").size() == 1);
    support::write_file_atomically(file, "garbage");
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_corrupt);
}

// Xapian 1.4 trusts the blocks of its tables: reading damaged ones may end the process. So verify
// checks them first and reads no record of what is damaged; opening sees what is no database.
TEST_CASE("Damaged files are reported by verify, missing and foreign ones by opening") {
    const IndexFixture fixture;
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "từ" + std::to_string(i * 7) + " ";
    fixture.write("a.txt", text);
    fixture.build();
    const auto shard = std::filesystem::path(fixture.directory()) / "gen-1" / "shard-0";
    for (const char* name : {"postlist.glass", "iamglass"}) {
        const std::string original = support::read_file(shard / name, 1U << 30U);
        std::string damaged = original;
        for (std::size_t i = 20; i < damaged.size(); i += 37) damaged[i] = '\x55';
        std::ofstream(shard / name, std::ios::binary) << damaged;
        CAPTURE(name);
        CHECK_FALSE(verify_index(fixture.directory()).problems.empty());
        std::ofstream(shard / name, std::ios::binary) << original;
    }
    std::ofstream(shard / "iamglass", std::ios::binary) << "garbage";
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_corrupt);
    std::filesystem::remove_all(shard);
    CHECK(error_of([&] { static_cast<void>(fixture.open()); }) ==
          support::ErrorCode::index_corrupt);
}

TEST_CASE("A kill at any moment leaves the old index or the new one") {
    const IndexFixture fixture;
    for (int i = 0; i < 30; ++i) {
        fixture.write(std::to_string(i) + ".txt", "tài liệu cũ " + std::to_string(i));
    }
    fixture.build();
    std::size_t killed = 0;
    for (int round = 0; round < 12; ++round) {
        fixture.write("new-" + std::to_string(round) + ".txt",
                      "tài liệu mới " + std::to_string(round));
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            try {
                fixture.build();
            } catch (...) {
                ::_exit(3);
            }
            ::_exit(0);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(4 * round));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        if (WIFSIGNALED(status)) ++killed;
        const auto index = fixture.open();
        const auto documents = index->stats().documents;
        CHECK(documents >= 30);
        CHECK(documents <= 31U + static_cast<unsigned>(round));
        CHECK(found(*index, "tài").size() == documents);
        CHECK(found(*index, "cũ").size() == 30);
    }
    CHECK(killed > 0);
    fixture.build();
    CHECK(fixture.open()->stats().documents == 42);
    CHECK(generations(fixture) <= 2);
    CHECK(verify_index(fixture.directory()).problems.empty());
}

TEST_CASE("A reader keeps its state while newer ones are published") {
    const IndexFixture fixture;
    fixture.write("a.txt", "một");
    fixture.build();
    const auto old = fixture.open();
    for (int i = 0; i < 4; ++i) {
        fixture.write("b" + std::to_string(i) + ".txt", "hai");
        fixture.build();
        CHECK(found(*old, "một").size() == 1);
        CHECK(found(*old, "hai").empty());
    }
    CHECK(old->stats().snapshot != published_snapshot({fixture.directory()}));
    CHECK(generations(fixture) == 2);
}

TEST_CASE("An id that two files have belongs to the first record, and the other is rejected") {
    const IndexFixture fixture;
    const auto record = [](const std::string& id, const std::string& word) {
        return R"({"id":")" + id + R"(","title":"t","text":")" + word + "\"}\n";
    };
    fixture.write("a.jsonl", record("x1", "alpha"));
    fixture.write("b.jsonl", record("x1", "beta") + record("x2", "gamma"));
    const BuildReport first = fixture.build();
    CHECK(first.stats.documents == 2);
    REQUIRE(first.rejected.size() == 1);
    CHECK(first.rejected[0].source.find("b.jsonl") != std::string::npos);
    CHECK(first.rejected[0].reason.find("`id` x1 stood before in ") == 0);
    CHECK(found(*fixture.open(), "alpha") == std::vector<std::string>{"x1"});
    CHECK(found(*fixture.open(), "beta").empty());
    CHECK(fixture.build().rejected.size() == 1);
    fixture.write("c.jsonl", record("x1", "delta"));
    CHECK(fixture.build().rejected.size() == 2);
    // The id is free again when its record goes.
    fixture.remove("a.jsonl");
    const BuildReport last = fixture.build();
    CHECK(last.rejected.size() == 1);
    CHECK(found(*fixture.open(), "beta") == std::vector<std::string>{"x1"});
    CHECK(found(*fixture.open(), "alpha OR delta").empty());
    CHECK(verify_index(fixture.directory()).problems.empty());
}
