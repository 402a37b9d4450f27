#include "indexer/prepare/passages.hpp"

#include <random>

#include "support/utf8.hpp"
#include "tests/catch.hpp"

using namespace tracuu;
using namespace tracuu::indexer;

namespace {

void check_partition(std::string_view text, const std::vector<Passage>& passages) {
    std::uint32_t at = 0;
    for (const Passage& passage : passages) {
        CHECK(passage.bytes.begin == at);
        CHECK(passage.bytes.end > at);
        CHECK(passage.bytes.size() <= 4000 + 1500);
        CHECK_FALSE(support::find_invalid_utf8(support::slice(text, passage.bytes)));
        at = passage.bytes.end;
    }
    CHECK(at == text.size());
    const auto ends = block_ends(passages);
    if (!passages.empty()) CHECK(ends.back() == text.size());
}

}  // namespace

TEST_CASE("A short text is one passage, an empty one none") {
    CHECK(cut_passages("", {}).empty());
    const auto one = cut_passages("Kế hoạch", {});
    REQUIRE(one.size() == 1);
    CHECK(one[0].bytes.end == std::string_view("Kế hoạch").size());
    CHECK(block_ends({}).empty());
}

TEST_CASE("Passages partition any text on whole code points") {
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        std::string text;
        const std::size_t size = random() % 40000;
        while (text.size() < size) {
            const auto kind = random() % 40;
            text += kind == 0 ? "\n\n" : kind < 3 ? "\n" : kind < 12 ? " " : kind < 20 ? "ệ" : "n";
        }
        std::vector<analyzers::Section> sections;
        std::uint32_t at = 0;
        while (at < text.size()) {
            analyzers::Section section;
            section.span.begin = support::offset(support::prefix(text, at).size());
            at += 1 + static_cast<std::uint32_t>(random() % 9000);
            section.span.end = support::offset(support::prefix(text, at).size());
            sections.push_back(section);
        }
        check_partition(text, cut_passages(text, sections));
    }
    std::string solid;
    for (int i = 0; i < 5000; ++i) solid += "ệ";
    check_partition(solid, cut_passages(solid, {}));
}

TEST_CASE("Cuts prefer the end of a paragraph") {
    const std::string paragraph = std::string(1900, 'a') + "\n\n";
    std::string text;
    for (int i = 0; i < 6; ++i) text += paragraph;
    const auto passages = cut_passages(text, {});
    REQUIRE(passages.size() > 1);
    for (const Passage& passage : passages) CHECK(passage.bytes.end % paragraph.size() == 0);
}

TEST_CASE("Blocks hold whole passages up to 32 KiB") {
    const std::string text(200000, 'a');
    const auto passages = cut_passages(text, {});
    std::uint32_t begin = 0;
    for (const std::uint32_t end : block_ends(passages)) {
        CHECK(end - begin <= 32768);
        begin = end;
    }
    CHECK(begin == text.size());
}
