// The structure of every sample document, printed and compared with an approved file; run
// `scripts/approve.sh` after a change that is meant, and read the difference before committing it.
#include "analyzers/text/structure.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "analyzers/text/reading.hpp"
#include "support/file.hpp"
#include "support/utf8.hpp"
#include "tests/catch.hpp"

namespace fs = std::filesystem;
using namespace tracuu;

namespace {

const fs::path kDocuments = "corpus/sample/documents";
const fs::path kApproved = "tests/golden/structure";

const char* name(analyzers::Zone zone) {
    constexpr const char* kNames[] = {"head",       "title",     "preamble", "body",
                                      "recipients", "signature", "annex",    "chrome"};
    return kNames[static_cast<std::size_t>(zone)];
}

std::string print(const std::string& source) {
    const analyzers::Reading reading(source);
    std::ostringstream out;
    const std::vector<analyzers::Block>& blocks = reading.structure.blocks();
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const analyzers::Block& block = blocks[i];
        std::string_view start = support::prefix(reading.flow.at(block.content), 70);
        while (!start.empty() && start.back() == ' ') start.remove_suffix(1);
        out << name(block.zone) << (block.heading ? " # " : " | ") << reading.structure.path(i)
            << " | " << start << '\n';
    }
    return out.str();
}

std::vector<fs::path> sample_texts() {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(kDocuments)) {
        const fs::path extension = entry.path().extension();
        if (extension == ".txt" || extension == ".md") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

TEST_CASE("The structure of the sample documents is the approved one") {
    const bool approve = std::getenv("TRACUU_APPROVE") != nullptr;
    const auto files = sample_texts();
    REQUIRE(files.size() >= 15);
    for (const fs::path& file : files) {
        const std::string printed = print(support::read_file(file, 1U << 24U));
        const fs::path approved = kApproved / (file.stem().string() + ".txt");
        if (approve) {
            fs::create_directories(kApproved);
            std::ofstream(approved) << printed;
        }
        CAPTURE(file);
        REQUIRE(fs::exists(approved));
        CHECK(support::read_file(approved, 1U << 24U) == printed);
    }
}
