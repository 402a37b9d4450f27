#include <algorithm>

#include "analyzers/document_number.hpp"
#include "analyzers/gazetteer.hpp"
#include "analyzers/letter.hpp"
#include "server/service.hpp"
#include "support/error.hpp"
#include "support/offset_index.hpp"

namespace tracuu::server {
namespace {

using analyzers::Citation;
using indexer::DocumentId;
using indexer::DocumentMeta;
using indexer::Index;
using indexer::Mention;
using indexer::ResolutionStatus;
using support::Error;
using support::ErrorCode;

/// Ids shown in an error about several candidates.
constexpr std::size_t kShownCandidates = 5;

bool issuer_fits(const DocumentMeta& meta, std::string_view folded_issuer) {
    if (folded_issuer.empty()) return true;
    return analyzers::fold(meta.issuer).find(folded_issuer) != std::string::npos;
}

std::string ids_of(const std::vector<DocumentMeta>& metas) {
    std::string ids;
    for (std::size_t i = 0; i < metas.size() && i < kShownCandidates; ++i) {
        ids += (i == 0 ? "" : ", ") + metas[i].id;
    }
    return ids + (metas.size() > kShownCandidates ? ", …" : "");
}

/// All documents with the number that `text` is.
std::vector<DocumentMeta> numbered(const Index& index, std::string_view text) {
    const auto number = analyzers::parse_document_number(text);
    return number ? index.with_number(number->canonical()) : std::vector<DocumentMeta>{};
}

/// Ids are made of a number and what tells it from others: `18-nq-tw.2017-10-25`.
void check_names_document(std::string_view text, std::string_view parameter) {
    if (analyzers::parse_document_number(text)) return;
    const std::size_t dot = text.find('.');
    if (dot != std::string_view::npos && analyzers::parse_document_number(text.substr(0, dot)))
        return;
    throw Error(ErrorCode::malformed_number,
                "neither an id of a document nor a document number: " + std::string(text),
                std::string(parameter));
}

/// Candidates that neither the date nor the place of the mention excludes.
std::vector<DocumentMeta> fitting(const std::vector<DocumentMeta>& all, const Citation& citation,
                                  std::string_view place, const std::optional<indexer::Date>& day) {
    const auto number = analyzers::parse_document_number(citation.number);
    const bool local = number && analyzers::is_local_issuer(number->issuer);
    std::vector<DocumentMeta> left;
    for (const DocumentMeta& meta : all) {
        if (citation.date && meta.date && *citation.date != *meta.date) continue;
        if (!citation.date && day && meta.date && *day < *meta.date) continue;
        if (local && !place.empty() && !meta.jurisdiction.empty() && place != meta.jurisdiction) {
            continue;
        }
        left.push_back(meta);
    }
    return left;
}

void decide(Mention& mention, const std::vector<DocumentMeta>& all,
            const std::vector<DocumentMeta>& left) {
    if (left.size() == 1) {
        mention.status =
            left.front().present ? ResolutionStatus::resolved : ResolutionStatus::absent;
        mention.target = left.front().id;
        return;
    }
    mention.status = left.empty() ? ResolutionStatus::conflict : ResolutionStatus::ambiguous;
    for (const DocumentMeta& meta : left.empty() ? all : left)
        mention.candidates.push_back(meta.id);
}

Mention mention_of(const Citation& citation, std::string_view text,
                   const support::OffsetIndex& offsets) {
    Mention mention;
    mention.span = offsets.code_points(citation.span);
    mention.clause = offsets.code_points(citation.clause);
    mention.surface = std::string(support::slice(text, citation.span));
    mention.number = citation.number;
    mention.type = citation.type;
    mention.issuer = citation.issuer;
    mention.title = citation.title;
    mention.pinpoint = citation.pinpoint;
    mention.date = citation.date;
    mention.relation = citation.relation;
    return mention;
}

}  // namespace

Resolution resolve_number(const Index& index, std::string_view number, const NumberHints& hints) {
    const auto parsed = analyzers::parse_document_number(number);
    if (!parsed) {
        throw Error(ErrorCode::malformed_number, "not a document number: " + std::string(number),
                    "number");
    }
    Resolution resolution{parsed->canonical(), {}};
    const std::string issuer = analyzers::fold(hints.issuer);
    for (DocumentMeta& meta : index.with_number(resolution.number)) {
        if (hints.date && meta.date != hints.date) continue;
        if (issuer_fits(meta, issuer)) resolution.candidates.push_back(std::move(meta));
    }
    return resolution;
}

std::vector<FoundCitation> find_citations(const Index& index, std::string_view text) {
    const analyzers::Extraction extraction = analyzers::extract(text);
    const support::OffsetIndex offsets(text);
    std::vector<FoundCitation> found;
    for (const Citation& citation : extraction.citations) {
        FoundCitation item{mention_of(citation, text, offsets), true};
        const auto all = index.with_number(citation.number);
        item.known = !all.empty();
        const auto& header = extraction.header;
        if (item.known) {
            decide(item.mention, all, fitting(all, citation, header.jurisdiction, header.date));
        }
        found.push_back(std::move(item));
    }
    for (const analyzers::NamedCitation& citation : extraction.named_citations) {
        Mention mention;
        mention.span = offsets.code_points(citation.span);
        mention.surface = std::string(support::slice(text, citation.span));
        mention.name = citation.name;
        mention.date = citation.date;
        found.push_back({std::move(mention), false});
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
        return left.mention.span.begin < right.mention.span.begin;
    });
    return found;
}

namespace {

std::vector<WantedDocument> by_count(std::vector<WantedDocument> all) {
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& left, const auto& right) { return left.count > right.count; });
    return all;
}

}  // namespace

std::vector<WantedDocument> wanted(const Index& index) {
    std::vector<WantedDocument> all;
    const auto links = index.links();
    const auto add = [&](const DocumentMeta& meta, indexer::Node node) {
        all.push_back({meta, links->count(node, indexer::Direction::cited_by)});
    };
    for (indexer::Node node = 0; node < links->size().value_or(0); ++node) {
        if (links->facts(node).present) continue;
        if (const auto meta = index.node(links->id(node))) add(*meta, node);
    }
    if (links->size()) return by_count(std::move(all));
    index.each_node([&](const DocumentMeta& meta) {
        const auto node = meta.present ? std::nullopt : links->find(meta.id);
        if (node) add(meta, *node);
        return true;
    });
    return by_count(std::move(all));
}

DocumentMeta the_document(const Index& index, std::string_view value, std::string_view parameter) {
    if (auto node = index.node(value)) return std::move(*node);
    if (!parameter.empty()) check_names_document(value, parameter);
    std::vector<DocumentMeta> all = numbered(index, value);
    if (all.size() == 1) return std::move(all.front());
    if (all.empty()) {
        throw Error(ErrorCode::not_found, "no document with this id or number", std::string(value));
    }
    throw Error(ErrorCode::ambiguous, "several documents have this number",
                std::string(value) + " = " + ids_of(all));
}

void add_meant(const Index& index, std::string_view parameter, std::string_view value,
               std::vector<DocumentId>& ids, std::vector<Meaning>& meaning) {
    if (index.node(value)) {
        ids.emplace_back(value);
        return;
    }
    check_names_document(value, parameter);
    Meaning read{std::string(parameter), std::string(value), {}};
    for (DocumentMeta& meta : numbered(index, value)) read.documents.push_back(std::move(meta.id));
    // Without documents the value itself, which is no id: a filter on it finds nothing.
    if (read.documents.empty()) ids.emplace_back(value);
    ids.insert(ids.end(), read.documents.begin(), read.documents.end());
    meaning.push_back(std::move(read));
}

void add_meant(const Index& index, std::string_view parameter,
               const std::vector<std::string>& values, std::vector<DocumentId>& ids,
               std::vector<Meaning>& meaning) {
    for (const std::string& value : values) add_meant(index, parameter, value, ids, meaning);
}

std::vector<DocumentId> starts_meant(const Index& index, std::string_view value,
                                     std::vector<Meaning>& meaning) {
    if (index.node(value)) return {std::string(value)};
    Meaning read{"id", std::string(value), {}};
    for (DocumentMeta& meta : numbered(index, value)) read.documents.push_back(std::move(meta.id));
    if (read.documents.empty()) {
        throw Error(ErrorCode::not_found, "no document with this id or number", std::string(value));
    }
    meaning.push_back(read);
    return read.documents;
}

std::string jurisdiction_meant(std::string_view name) {
    if (analyzers::fold(name) == "trung uong") return "Trung ương";
    const analyzers::Province* province = analyzers::find_province(name);
    return std::string(province == nullptr ? name : province->name);
}

std::string type_meant(std::string_view name) {
    const std::string lower = analyzers::lower(name);
    std::string type = analyzers::normalize(name);
    // Only the case is repaired: the first letter keeps the one that it was given.
    const std::size_t first = support::OffsetIndex(lower).byte(1);
    const std::size_t own_first = support::OffsetIndex(type).byte(1);
    std::string head = type.substr(0, own_first);
    if (head == "đ") head = "Đ";
    if (head.size() == 1 && head[0] >= 'a' && head[0] <= 'z')
        head[0] = static_cast<char>(head[0] - 32);
    return head + lower.substr(std::min(first, lower.size()));
}

}  // namespace tracuu::server
