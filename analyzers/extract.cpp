#include "analyzers/citation/back_references.hpp"
#include "analyzers/citation/citations.hpp"
#include "analyzers/extraction.hpp"
#include "analyzers/header.hpp"
#include "analyzers/section_list.hpp"
#include "analyzers/task/tasks.hpp"
#include "analyzers/text/reading.hpp"

namespace tracuu::analyzers {
namespace {

// Analysers work on the flow text; callers get spans of their own text.
class SourceSpans {
  public:
    explicit SourceSpans(const FlowText& flow) : flow_(flow) {}

    void map(ByteRange& range) const { range = flow_.to_source(range); }
    void map(Header& header) const {
        map(header.number_span);
        map(header.title_span);
    }
    void map(Citation& citation) const {
        map(citation.span);
        map(citation.cue);
        map(citation.clause);
    }
    void map(NamedCitation& named) const {
        map(named.span);
        map(named.clause);
    }
    void map(BackReference& reference) const { map(reference.span); }
    void map(Section& section) const { map(section.span); }
    void map(Task& task) const {
        map(task.span);
        for (TaskBody& body : task.bodies) map(body.span);
        if (task.deadline) map(task.deadline->span);
        if (task.product) map(task.product->span);
    }
    template <typename T>
    void map(std::vector<T>& all) const {
        for (T& one : all) map(one);
    }

  private:
    const FlowText& flow_;
};

}  // namespace

Extraction extract(std::string_view text, const Hints& hints) {
    const Reading reading(text);
    Extraction result;
    result.header = read_header(reading, hints);
    CitationReading citations = read_citations(reading, result.header);
    result.citations = std::move(citations.citations);
    result.named_citations = std::move(citations.named);
    result.edges = std::move(citations.edges);
    result.back_references = read_back_references(reading, result.header, result.citations);
    result.tasks = read_tasks(reading, result.header, result.citations);
    result.sections = list_sections(reading);
    const SourceSpans spans(reading.flow);
    spans.map(result.header);
    spans.map(result.citations);
    spans.map(result.named_citations);
    spans.map(result.back_references);
    spans.map(result.tasks);
    spans.map(result.sections);
    return result;
}

std::string_view analyzer_version() noexcept {
    return "tracuu-vi/3";
}

}  // namespace tracuu::analyzers
