#include <sys/stat.h>
#include <unistd.h>

#include <string>
#include <vector>

#include "corpus/reader.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

namespace fs = std::filesystem;
using namespace tracuu::corpus;
using tracuu::tests::TemporaryFolder;
using Names = std::vector<std::string>;

namespace {

// Paths found, relative to `folder`.
Names found(const Walk& walk, const TemporaryFolder& folder) {
    Names names;
    for (const SourceFile& file : walk.files) {
        names.push_back(file.path.lexically_relative(folder.path()).string());
    }
    return names;
}

}  // namespace

TEST_CASE("A folder is walked in the order of path bytes without hidden entries") {
    const TemporaryFolder folder;
    for (const char* name : {"b.txt", "a/z.md", "a.txt", "a/b/c.html", "B.txt", ".hidden.txt",
                             ".git/x.txt", "a/.x/y.txt", "image.png", "đ.txt"}) {
        folder.write(name, "x");
    }
    const Walk all = walk({folder.path()});
    CHECK(found(all, folder) == Names{"B.txt", "a.txt", "a/b/c.html", "a/z.md", "b.txt", "đ.txt"});
    CHECK(all.rejections.empty());
    CHECK(all.skipped == 1);
}

TEST_CASE("A fingerprint changes with the size and the time of a file") {
    const TemporaryFolder folder;
    const auto file = folder.write("a.txt", "12345");
    const Fingerprint before = walk({file}).files.at(0).fingerprint;
    CHECK(before.size == 5);
    CHECK(walk({file}).files.at(0).fingerprint == before);
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(1));
    CHECK_FALSE(walk({file}).files.at(0).fingerprint == before);
    folder.write("a.txt", "123456");
    CHECK(walk({file}).files.at(0).fingerprint.size == 6);
}

TEST_CASE("Paths that overlap or are spelled differently give each file once") {
    const TemporaryFolder folder;
    folder.write("d/a.txt", "x");
    const Walk all = walk({folder.path() / "d" / "a.txt", folder.path(), folder.path() / "d" / "",
                           folder.path() / "d" / ".." / "d" / "." / "a.txt"});
    CHECK(found(all, folder) == Names{"d/a.txt"});
}

TEST_CASE("A hidden folder given by name is walked") {
    const TemporaryFolder folder;
    folder.write(".corpus/a.txt", "x");
    CHECK(found(walk({folder.path() / ".corpus"}), folder) == Names{".corpus/a.txt"});
}

TEST_CASE("What was given by name and cannot be read is rejected") {
    const TemporaryFolder folder;
    const auto other = folder.write("a.docx", "x");
    const Walk all = walk({other, folder.path() / "gone.txt", folder.path() / "gone"});
    REQUIRE(all.rejections.size() == 3);
    CHECK(all.rejections[0].reason == "not a kind of file that we read");
    CHECK(all.rejections[1].reason == "No such file or directory");
    CHECK(all.rejections[2].source == (folder.path() / "gone.txt").string());
    CHECK(all.skipped == 0);
}

TEST_CASE("Links are followed once, cycles end, broken ones are rejected") {
    const TemporaryFolder folder;
    const TemporaryFolder outside;
    outside.write("o.txt", "x");
    folder.write("real/a.txt", "x");
    fs::create_directory_symlink("..", folder.path() / "real" / "up");
    fs::create_directory_symlink(folder.path() / "real", folder.path() / "a-link");
    fs::create_symlink("real/a.txt", folder.path() / "a-link.txt");
    fs::create_symlink("loop.txt", folder.path() / "loop.txt");
    fs::create_symlink("nowhere", folder.path() / "broken.txt");
    fs::create_directory_symlink(outside.path(), folder.path() / "out");
    const Walk all = walk({folder.path()});
    CHECK(found(all, folder) == Names{"out/o.txt", "real/a.txt"});
    REQUIRE(all.rejections.size() == 2);
    CHECK(all.rejections[0].reason == "No such file or directory");
    CHECK(all.rejections[1].reason == "Too many levels of symbolic links");
}

TEST_CASE("Pipes and names that cannot be printed are rejected") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder.path() / "pipe.txt").c_str(), 0600) == 0);
    folder.write("bad\xFF.txt", "x");
    folder.write("line\nbreak.txt", "x");
    const Walk all = walk({folder.path()});
    CHECK(all.files.empty());
    REQUIRE(all.rejections.size() == 3);
    CHECK(all.rejections[0].source.ends_with("bad\\xFF.txt"));
    CHECK(all.rejections[1].source.ends_with("line\\x0Abreak.txt"));
    CHECK(all.rejections[2].reason == "not a regular file");
}

TEST_CASE("A folder that must not be read is rejected and the others go on") {
    const TemporaryFolder folder;
    folder.write("closed/a.txt", "x");
    folder.write("open/a.txt", "x");
    fs::permissions(folder.path(), fs::perms{0755});
    fs::permissions(folder.path() / "closed", fs::perms::none);
    constexpr uid_t kNobody = 65534;  // root may read everything
    const bool root = ::geteuid() == 0;
    if (root && ::seteuid(kNobody) != 0) {
        WARN("root that cannot become another user: nothing to see here");
        return;
    }
    const Walk all = walk({folder.path()});
    if (root) REQUIRE(::seteuid(0) == 0);
    fs::permissions(folder.path() / "closed", fs::perms::owner_all);
    CHECK(found(all, folder) == Names{"open/a.txt"});
    REQUIRE(all.rejections.size() == 1);
    CHECK(all.rejections[0].reason == "Permission denied");
}
