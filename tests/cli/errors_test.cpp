// Bad inputs: exit status, and one line that says what, on which input, what to do.

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iostream>

#include <nlohmann/json.hpp>

#include "tests/catch.hpp"
#include "tests/cli/program.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu::test;
using tracuu::tests::TemporaryFolder;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

/// One line on standard error that begins with the program's name.
void check_line(const Outcome& outcome, int status) {
    INFO(outcome.err);
    CHECK(outcome.status == status);
    CHECK(outcome.err.find("tracuu: ") == 0);
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
}

void check_names(const Outcome& outcome, const std::string& what) {
    INFO(outcome.err);
    CHECK(outcome.err.find(what) != std::string::npos);
}

/// A folder with one good file and one of each bad kind.
struct BadFiles {
    BadFiles() {
        folder.write("in/good.txt", "KẾ HOẠCH\nthực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017\n");
        folder.write("in/empty.txt", "");
        folder.write("in/binary.txt", std::string("\x00\x01\x02\xFF\x00", 5));
        folder.write("in/latin.txt",
                     "K\xE9 ho\xA1"
                     "ch");
        folder.write("in/broken.jsonl",
                     "{\"id\":\"r1\",\"title\":\"t\",\"text\":\"Kế hoạch\"}\n{oops\n");
    }
    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder.path() / name).string();
    }
    TemporaryFolder folder;
};

}  // namespace

TEST_CASE("indexing lists every rejected input with its reason and ends well") {
    const BadFiles files;
    const Outcome outcome =
        run({"index", "--quiet", "--index", files.path("index"), files.path("in")});
    CHECK(outcome.status == 0);
    for (const char* name : {"empty.txt", "binary.txt", "latin.txt", "broken.jsonl"}) {
        INFO(name << "\n" << outcome.out);
        CHECK(outcome.out.find(name) != std::string::npos);
    }
    CHECK(outcome.out.find("good.txt") == std::string::npos);
    const Outcome stats = run({"stats", "--index", files.path("index"), "--format", "json"});
    CHECK(Json::parse(stats.out)["documents"] == 2);
}

TEST_CASE("strict indexing makes rejected inputs an error, after publishing the rest") {
    const BadFiles files;
    const Outcome outcome =
        run({"index", "--quiet", "--strict", "--index", files.path("index"), files.path("in")});
    check_line(outcome, 2);
    check_names(outcome, "rejected");
    CHECK(run({"stats", "--index", files.path("index")}).status == 0);
}

TEST_CASE("extraction reports bad files and still writes the others") {
    const BadFiles files;
    const Outcome outcome =
        run({"extract", "--quiet", "--output", files.path("out"), files.path("in/good.txt"),
             files.path("in/empty.txt"), files.path("in/binary.txt"), files.path("in/latin.txt"),
             files.path("in/missing.txt"), files.path("in")});
    CHECK(outcome.status == 2);
    CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 5);
    std::ifstream stream(files.path("out/good.json"));
    const Json json = Json::parse(stream);
    CHECK(json["file"] == "good.txt");
    CHECK(json["citations"][0]["number"] == "18-NQ/TW");
    CHECK_FALSE(fs::exists(files.path("out/empty.json")));
}

TEST_CASE("extraction writes one file to standard output and records by their ids") {
    const BadFiles files;
    CHECK(Json::parse(run({"extract", files.path("in/good.txt")}).out)["file"] == "good.txt");
    check_line(run({"extract", files.path("in/good.txt"), files.path("in/latin.txt")}), 2);
    files.folder.write("in/records.jsonl",
                       "{\"id\":\"a/"
                       "b\",\"title\":\"t\",\"text\":\"Luật\"}\n{\"id\":\"c\",\"title\":\"t\","
                       "\"text\":\"Luật\"}\n");
    CHECK(run({"extract", "--output", files.path("out"), files.path("in/records.jsonl")}).status ==
          0);
    CHECK(fs::exists(files.path("out/a_b.json")));
    CHECK(fs::exists(files.path("out/c.json")));
}

TEST_CASE("two files that would write the same output are told") {
    const TemporaryFolder folder;
    const auto first = folder.write("a/x.txt", "Luật một\n");
    const auto second = folder.write("b/x.txt", "Luật hai\n");
    const std::string out = (folder.path() / "out").string();
    const Outcome outcome = run({"extract", "--output", out, first.string(), second.string()});
    check_line(outcome, 2);
    check_names(outcome, "x.json");
}

TEST_CASE("a line of 100 MB is rejected with its reason, not a crash") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "long.txt";
    {
        std::ofstream stream(file, std::ios::binary);
        const std::string piece(std::size_t{1} << 20U, 'a');
        for (int i = 0; i < 100; ++i) stream << piece;
    }
    const std::string out = (folder.path() / "out").string();
    const Outcome outcome = run({"extract", "--output", out, file.string()});
    check_line(outcome, 2);
    check_names(outcome, "long.txt");
    const std::string index = (folder.path() / "index").string();
    const Outcome indexed = run({"index", "--quiet", "--index", index, file.string()});
    CHECK(indexed.out.find("long.txt") != std::string::npos);
}

TEST_CASE("a folder that may not be read is reported") {
    if (::geteuid() == 0) {
        std::cout << "skipped: root may read every folder\n";
        return;
    }
    const TemporaryFolder folder;
    folder.write("in/closed/a.txt", "Luật\n");
    folder.write("in/b.txt", "Luật\n");
    fs::permissions(folder.path() / "in/closed", fs::perms::none);
    const Outcome outcome = run({"index", "--quiet", "--index", (folder.path() / "index").string(),
                                 (folder.path() / "in").string()});
    fs::permissions(folder.path() / "in/closed", fs::perms::owner_all);
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("closed") != std::string::npos);
}

TEST_CASE("a missing path or output is an error that names it") {
    const TemporaryFolder folder;
    const std::string index = (folder.path() / "index").string();
    const Outcome missing = run({"index", "--quiet", "--index", index, "/no/such/path"});
    check_line(missing, 2);
    check_names(missing, "/no/such/path");
    const auto file = folder.write("a.txt", "Luật\n");
    const Outcome blocked = run({"extract", "--output", "/dev/null/x", file.string()});
    check_line(blocked, 2);
    check_names(blocked, "/dev/null/x");
}

TEST_CASE("a missing index says how to build one") {
    const Outcome outcome = run({"search", "--index", "/no/such/index", "x"});
    check_line(outcome, 2);
    check_names(outcome, "/no/such/index");
    check_names(outcome, "tracuu index --index");
    check_line(run({"serve", "--index", "/no/such/index", "--listen", "127.0.0.1:0"}), 2);
    check_line(run({"verify", "--index", "/no/such/index"}), 2);
}

TEST_CASE("an index of another version and a damaged one are told apart") {
    const TemporaryFolder folder;
    const fs::path index = folder.path() / "index";
    fs::copy(sample_index(), index, fs::copy_options::recursive);
    std::ifstream in(index / "CURRENT");
    std::string current((std::istreambuf_iterator<char>(in)), {});
    in.close();
    const std::size_t version = current.find("format");
    REQUIRE(version != std::string::npos);
    const std::size_t digit = current.find_first_of("0123456789", version);
    std::string other = current;
    other[digit] = '9';
    std::ofstream(index / "CURRENT") << other;
    const Outcome outcome = run({"search", "--index", index.string(), "x"});
    check_line(outcome, 2);
    check_names(outcome, "--rebuild");
    std::ofstream(index / "CURRENT") << "rubbish";
    check_line(run({"search", "--index", index.string(), "x"}), 2);
}

TEST_CASE("wrong command lines are one line that leads to the help") {
    check_line(run({}), 2);
    check_line(run({"frobnicate"}), 2);
    check_line(run({"search", "x"}), 2);
    check_line(run({"search", "--index", sample_index()}), 2);
    check_line(run({"search", "--index", sample_index(), "x", "--format", "xml"}), 2);
    check_line(run({"search", "--index", sample_index(), "x", "--limit", "0"}), 2);
    check_line(run({"search", "--index", sample_index(), "x", "--from", "1/2/2018"}), 2);
    check_line(run({"search", "--index", sample_index(), "--format", "trec"}), 2);
    check_line(run({"cites", "--index", sample_index(), "10/NQ-CP", "--depth", "11"}), 2);
    check_line(run({"resolve", "--index", sample_index(), "not a number"}), 2);
    check_line(run({"serve", "--index", sample_index(), "--listen", "nowhere"}), 2);
    check_line(run({"serve", "--index", sample_index(), "--listen", "127.0.0.1:99999"}), 2);
    const Outcome proxy =
        run({"serve", "--index", sample_index(), "--trusted-proxy", "10.0.0.0/33"});
    check_line(proxy, 2);
    check_names(proxy, "--trusted-proxy");
    check_names(proxy, "10.0.0.0/33");
    check_line(run({"serve", "--index", sample_index(), "--proxy-header", "via"}), 2);
    check_names(run({"search", "--index", sample_index(), "x", "--frobnicate"}), "--frobnicate");
}

TEST_CASE("a drawing from a number of several documents has all of them as roots") {
    const Outcome outcome =
        run({"cited-by", "--index", sample_index(), "18-NQ/TW", "--format", "dot"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("18-nq-tw.2017-10-25") != std::string::npos);
    CHECK(outcome.out.find("18-nq-tw.2022-06-16") != std::string::npos);
}

TEST_CASE("a malformed number is an error that names the option, an unknown one finds nothing") {
    const Outcome malformed = run({"tasks", "--index", sample_index(), "--implements", "xyz"});
    check_line(malformed, 2);
    check_names(malformed, "implements");
    CHECK(run({"tasks", "--index", sample_index(), "--implements", "999-NQ/TW"}).status == 1);
    check_line(run({"search", "--index", sample_index(), "x", "--cites", "foo"}), 2);
}

TEST_CASE("a number of several documents is answered for each of them") {
    const Outcome outcome =
        run({"cited-by", "--index", sample_index(), "18-NQ/TW", "--format", "csv"});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.find("112-kh-tu.ca-mau") != std::string::npos);
    CHECK(outcome.out.find("26-kh-tu.binh-dinh") != std::string::npos);
}

TEST_CASE("a bad query file names the line") {
    const TemporaryFolder folder;
    const auto file = folder.write("q.jsonl", "{\"qid\":\"1\",\"text\":\"a\"}\nnonsense\n");
    const Outcome outcome =
        run({"search", "--index", sample_index(), "--queries", file.string(), "--format", "trec"});
    check_line(outcome, 2);
    check_names(outcome, "line 2");
}

TEST_CASE("serve prints its address, refuses a port in use and stops on a signal") {
    Background server({"serve", "--index", sample_index(), "--listen", "127.0.0.1:0"});
    std::string line = server.read_line();
    if (line.find("http://") != 0) line = server.read_line();
    REQUIRE(line.find("http://127.0.0.1:") == 0);
    const Outcome second = run({"serve", "--index", sample_index(), "--listen",
                                line.substr(std::string("http://").size())});
    CHECK(second.status == 2);
    check_names(second, "cannot listen");
    check_names(second, "--listen");
    CHECK(server.end(SIGTERM) == 0);
}

TEST_CASE("serve stops on Ctrl-C too") {
    Background server({"serve", "--index", sample_index(), "--listen", "127.0.0.1:0"});
    REQUIRE_FALSE(server.read_line().empty());
    CHECK(server.end(SIGINT) == 0);
}
