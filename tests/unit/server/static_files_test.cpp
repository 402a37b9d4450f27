#include "server/static_files.hpp"

#include <filesystem>

#include "support/error.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using tracuu::server::StaticFile;
using tracuu::server::StaticFiles;
using Segments = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

/// A web folder with a secret beside it and a link to the secret inside.
struct Site {
    Site() {
        folder.write("secret.txt", "secret");
        folder.write("web/index.html", "<p>page</p>");
        folder.write("web/app.js", "code");
        folder.write("web/assets/a.css", "style");
        folder.write("web/.hidden.txt", "hidden");
        fs::create_symlink(folder.path() / "secret.txt", folder.path() / "web/link.txt");
    }
    [[nodiscard]] std::string find(const Segments& segments) const {
        const auto file = StaticFiles(folder.path() / "web").find(segments);
        return file ? file->content : "nothing";
    }
    tracuu::tests::TemporaryFolder folder;
};

}  // namespace

TEST_CASE("files of the folder are served with their type") {
    const Site site;
    const auto file = StaticFiles(site.folder.path() / "web").find(Segments{"assets", "a.css"});
    REQUIRE(file);
    CHECK(file->content == "style");
    CHECK(file->content_type == "text/css; charset=utf-8");
    CHECK(file->etag.starts_with("W/\""));
    CHECK(site.find({}) == "<p>page</p>");
}

TEST_CASE("addresses of pages get index.html, even when an id looks like a file") {
    const Site site;
    CHECK(site.find({"van-ban", "18-nq-tw.2017-10-25"}) == "<p>page</p>");
    CHECK(site.find({"van-ban", "record.json"}) == "<p>page</p>");
    CHECK(site.find({"van-ban", "57/2020/QH14#1"}) == "<p>page</p>");
    CHECK(site.find({"can-co"}) == "<p>page</p>");
}

TEST_CASE("a file that is missing is not a page") {
    const Site site;
    CHECK(site.find({"missing.js"}) == "nothing");
    CHECK(site.find({"assets", "missing.css"}) == "nothing");
}

TEST_CASE("nothing outside of the folder is served") {
    const Site site;
    const std::vector<Segments> attempts{{"..", "secret.txt"}, {"assets", "..", "..", "secret.txt"},
                                         {"../secret.txt"},    {"..\\secret.txt"},
                                         {"link.txt"},         {".hidden.txt"},
                                         {"assets", ""},       {"", "etc", "passwd"}};
    for (const Segments& segments : attempts) {
        INFO(segments.front() << " ... " << segments.back());
        const std::string content = site.find(segments);
        CHECK(content != "secret");
        CHECK(content != "hidden");
    }
    CHECK(site.find({"..", "secret.txt"}) == "nothing");
    CHECK(site.find({"link.txt"}) == "nothing");
}

TEST_CASE("a folder without index.html is refused, no folder serves nothing") {
    const tracuu::tests::TemporaryFolder folder;
    CHECK_THROWS_AS(StaticFiles(folder.path()), tracuu::support::Error);
    CHECK_THROWS_AS(StaticFiles(folder.path() / "none"), tracuu::support::Error);
    CHECK(StaticFiles("").empty());
    CHECK_FALSE(StaticFiles("").find(Segments{}));
}
