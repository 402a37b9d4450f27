// Every annotated citation of the sample corpus, and the document it must resolve to: the precision
// of what is accepted, and how often the index abstains, as it should.
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/index.hpp"
#include "support/file.hpp"
#include "tests/catch.hpp"
#include "tests/temporary_folder.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

constexpr const char* kDocuments = "corpus/sample/documents";
constexpr const char* kExpected = "corpus/sample/resolution.tsv";

struct Annotation {
    std::string file;
    std::size_t start = 0;  ///< code point of the number
    std::string expected;   ///< `resolved ID`, `absent ID` or `ambiguous ID ID...`
};

std::vector<Annotation> annotations() {
    std::istringstream lines(support::read_file(kExpected, 1U << 20U));
    std::vector<Annotation> all;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#' || line.starts_with("file\t")) continue;
        std::istringstream columns(line);
        std::string start, surface;
        Annotation one;
        std::getline(columns, one.file, '\t');
        std::getline(columns, start, '\t');
        std::getline(columns, surface, '\t');
        std::getline(columns, one.expected);
        one.start = std::stoul(start);
        all.push_back(std::move(one));
    }
    return all;
}

bool accepted(const Mention& mention) {
    return mention.status == ResolutionStatus::resolved ||
           mention.status == ResolutionStatus::absent;
}

// In the words of the annotations.
std::string answer(const Mention& mention) {
    std::string out(name(mention.status));
    std::vector<DocumentId> ids = mention.candidates;
    if (accepted(mention)) ids = {mention.target};
    std::sort(ids.begin(), ids.end());
    for (const DocumentId& id : ids) out += ' ' + id;
    return out;
}

// The mentions of each file, by the code point where they begin.
std::map<std::string, std::map<std::size_t, Mention>> read_sample() {
    const tests::TemporaryFolder folder;
    BuildOptions options;
    options.directory = (folder.path() / "index").string();
    options.paths = {kDocuments};
    build_index(options, [](const BuildProgress&) {});
    const auto index = open_index({options.directory});
    std::map<std::string, std::map<std::size_t, Mention>> mentions;
    for (const DocumentMeta& meta :
         index->documents({}, indexer::DocumentOrder::newest, 0, 10000).first) {
        const auto document = index->document(meta.id);
        const auto file = std::filesystem::path(document->source).lexically_relative(kDocuments);
        for (const Mention& one : document->mentions) {
            if (!one.number.empty()) mentions[file.string()].emplace(one.span.begin, one);
        }
    }
    return mentions;
}

}  // namespace

TEST_CASE("What a citation of the sample is resolved to is what its annotation says") {
    const auto mentions = read_sample();
    std::size_t accepts = 0, right = 0, total = 0;
    for (const Annotation& one : annotations()) {
        CAPTURE(one.file, one.start);
        const auto file = mentions.find(one.file);
        REQUIRE(file != mentions.end());
        const auto mention = file->second.find(one.start);
        REQUIRE(mention != file->second.end());
        const std::string got = answer(mention->second);
        ++total;
        if (accepted(mention->second)) {
            ++accepts;
            right += got == one.expected;
        }
        CHECK(got == one.expected);
    }
    REQUIRE(accepts > 100);
    std::cout << "resolution: " << total << " annotated citations, " << accepts << " accepted, "
              << right << " of them right (" << 100.0 * double(right) / double(accepts) << " %), "
              << total - accepts << " left open ("
              << 100.0 * double(total - accepts) / double(total) << " %)\n";
    CHECK(double(right) >= 0.99 * double(accepts));
}
