// What extraction must hold for every text, tried on the documents of the sample: the normal form
// in which a text is stored and earlier calls change nothing that it says.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "analyzers/extraction.hpp"
#include "analyzers/letter.hpp"
#include "analyzers/text/vietnamese_letter.hpp"
#include "support/file.hpp"
#include "support/utf8.hpp"
#include "tests/catch.hpp"

namespace fs = std::filesystem;
using namespace tracuu;

namespace {

const fs::path kDocuments = "corpus/sample/documents";

char32_t mark_of(analyzers::Tone tone) {
    constexpr char32_t kMarks[] = {0, 0x300, 0x301, 0x309, 0x303, 0x323};
    return kMarks[static_cast<std::size_t>(tone)];
}

char32_t mark_of(analyzers::Shape shape) {
    constexpr char32_t kMarks[] = {0, 0x302, 0x306, 0x31B, 0};
    return kMarks[static_cast<std::size_t>(shape)];
}

// Letters become a base letter and marks; đ has no decomposition. A dot below goes before the mark
// of the shape, as canonical order wants.
std::string nfd(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const support::Decoded c = support::decode(text, at);
        const auto letter = analyzers::decompose(c.code_point);
        if (c.code_point < 0x80 || !letter || letter->shape == analyzers::Shape::bar) {
            out += text.substr(at, c.length);
        } else {
            out += static_cast<char>(letter->upper ? letter->base - 32 : letter->base);
            char32_t first = mark_of(letter->shape);
            char32_t second = mark_of(letter->tone);
            const bool horn = letter->shape == analyzers::Shape::horn;
            if (letter->tone == analyzers::Tone::dot && !horn) std::swap(first, second);
            if (first != 0) support::append(out, first);
            if (second != 0) support::append(out, second);
        }
        at += c.length;
    }
    return out;
}

std::string day(const std::optional<analyzers::Date>& date) {
    return date ? date->iso() : "-";
}

// Every canonical value, one a line; no spans and no quoted words.
std::vector<std::string> values(const analyzers::Extraction& extraction) {
    std::vector<std::string> out;
    const analyzers::Header& header = extraction.header;
    out.push_back("header " + header.number + '|' + header.type + '|' + header.issuer + '|' +
                  header.jurisdiction + '|' + header.place + '|' + header.signer + '|' +
                  day(header.date));
    for (const auto& citation : extraction.citations) {
        out.push_back("citation " + citation.number + '|' + citation.type + '|' +
                      day(citation.date) + '|' + citation.issuer + '|' +
                      std::string(name(citation.relation)));
    }
    for (const auto& named : extraction.named_citations) {
        out.push_back("named " + named.name + '|' + day(named.date));
    }
    for (const auto& edge : extraction.edges) {
        out.push_back("edge " + edge.from + '>' + edge.to + ' ' + std::string(name(edge.relation)));
    }
    for (const auto& task : extraction.tasks) {
        std::string line = "task " + task.section;
        for (const auto& body : task.bodies) {
            line += '|' + body.name + '=' + std::string(name(body.role));
        }
        if (task.deadline) {
            line += '|' + std::string(name(task.deadline->kind)) + ' ' + day(task.deadline->from) +
                    ".." + day(task.deadline->to);
        }
        out.push_back(std::move(line));
    }
    return out;
}

std::vector<std::string> sample_texts() {
    std::vector<std::string> texts;
    for (const auto& entry : fs::recursive_directory_iterator(kDocuments)) {
        const fs::path extension = entry.path().extension();
        if (extension != ".txt" && extension != ".md") continue;
        texts.push_back(support::read_file(entry.path(), 1U << 24U));
    }
    return texts;
}

}  // namespace

TEST_CASE("The normal form of a text moves no canonical value") {
    const auto texts = sample_texts();
    REQUIRE(texts.size() >= 15);
    for (const std::string& text : texts) {
        // One document of the sample is stored decomposed.
        const std::string composed = analyzers::normalize(text);
        const std::string decomposed = nfd(composed);
        REQUIRE(decomposed.size() > composed.size());
        const auto expected = values(analyzers::extract(text));
        CHECK(values(analyzers::extract(composed)) == expected);
        CHECK(values(analyzers::extract(decomposed)) == expected);
    }
}

TEST_CASE("The same text gives the same result however often it is read") {
    for (const std::string& text : sample_texts()) {
        INFO(text.substr(0, 80));
        const analyzers::Extraction first = analyzers::extract(text);
        const analyzers::Extraction second = analyzers::extract(text);
        CHECK(values(first) == values(second));
        REQUIRE(first.citations.size() == second.citations.size());
        for (std::size_t i = 0; i < first.citations.size(); ++i) {
            CHECK(first.citations[i].span == second.citations[i].span);
        }
    }
}
