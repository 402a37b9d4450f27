#include "analyzers/extraction.hpp"
#include "support/range.hpp"
#include "tests/fuzz/target.hpp"

using namespace tracuu;

namespace {

bool at_boundary(std::string_view text, std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(std::string_view text, support::ByteRange span) {
    tests::require(span.begin <= span.end && span.end <= text.size(), "spans are in the text");
    tests::require(at_boundary(text, span.begin) && at_boundary(text, span.end),
                   "spans do not cut characters");
}

void check_sections(std::string_view text, const analyzers::Extraction& all) {
    std::uint32_t at = 0;
    for (const auto& section : all.sections) {
        check(text, section.span);
        tests::require(section.span.begin == at, "sections leave no gap");
        at = section.span.end;
    }
    tests::require(all.sections.empty() || at == text.size(), "sections cover the text");
}

void check_citations(std::string_view text, const analyzers::Extraction& all) {
    std::uint32_t last = 0;
    for (const auto& citation : all.citations) {
        check(text, citation.span);
        check(text, citation.cue);
        check(text, citation.clause);
        tests::require(!citation.number.empty() && !citation.span.empty(), "a citation is there");
        tests::require(citation.span.begin >= last, "citations are in order");
        last = citation.span.begin;
    }
    for (const auto& named : all.named_citations) check(text, named.span);
    for (const auto& edge : all.edges) {
        tests::require(edge.from != edge.to, "no edge to itself");
        for (const std::uint32_t index : edge.evidence) {
            tests::require(index < all.citations.size(), "evidence is a citation");
        }
    }
}

void check_tasks(std::string_view text, const analyzers::Extraction& all) {
    for (const auto& task : all.tasks) {
        check(text, task.span);
        for (const auto& body : task.bodies) check(text, body.span);
        if (task.deadline) check(text, task.deadline->span);
        for (const std::uint32_t index : task.citations) {
            tests::require(index < all.citations.size(), "a task's citation is a citation");
        }
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text = tests::valid_text(data, size);
    const analyzers::Extraction all = analyzers::extract(text);
    check(text, all.header.number_span);
    check(text, all.header.title_span);
    check_sections(text, all);
    check_citations(text, all);
    check_tasks(text, all);
    return 0;
}
