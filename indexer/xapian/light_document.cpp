#include "indexer/xapian/light_document.hpp"

#include <algorithm>

#include "indexer/prepare/prepare.hpp"
#include "indexer/xapian/record_maker.hpp"

namespace tracuu::indexer {
namespace {

// The mention at `span`; nullptr when there is none. Mentions are ordered by position.
const Mention* mention_at(const std::vector<Mention>& mentions, CodePointRange span) {
    const auto first = std::lower_bound(
        mentions.begin(), mentions.end(), span.begin,
        [](const Mention& mention, std::uint32_t begin) { return mention.span.begin < begin; });
    for (auto at = first; at != mentions.end() && at->span.begin == span.begin; ++at) {
        if (at->span.end == span.end) return &*at;
    }
    return nullptr;
}

}  // namespace

LightDocument make_light(const StoredDocument& document, std::string_view text) {
    LightDocument light;
    light.meta = document.record.meta;
    light.source = document.record.source;
    light.record_id = document.record_id;
    light.mentions = document.record.mentions;
    light.asserted = document.asserted;
    light.passages = static_cast<std::uint32_t>(document.passages.size());
    light.records = support::offset(RecordMaker::count(document));
    light.bytes = document.record.bytes;
    std::optional<support::OffsetIndex> offsets;
    for (const analyzers::Edge& edge : light.asserted) {
        if (edge.from == analyzers::Edge::kSelf) continue;
        if (!offsets) offsets.emplace(text);
        for (std::uint32_t i = 0; i < light.mentions.size(); ++i) {
            const bool proves = edge.evidence.empty()
                                    ? light.mentions[i].number == edge.to
                                    : std::find(edge.evidence.begin(), edge.evidence.end(), i) !=
                                          edge.evidence.end();
            if (proves) light.quotes[i] = quote_of(text, *offsets, light.mentions[i]);
        }
    }
    return light;
}

ResolvedGraph resolve_all(std::vector<LightDocument>& documents) {
    std::vector<ResolvableDocument> resolvable;
    resolvable.reserve(documents.size());
    for (LightDocument& light : documents) {
        ResolvableDocument one;
        one.meta = light.meta;
        one.meta.id.clear();
        one.record_id = light.record_id;
        one.source = light.source;
        one.mentions = &light.mentions;
        one.edges = &light.asserted;
        resolvable.push_back(std::move(one));
    }
    return resolve(resolvable);
}

QuoteBook::QuoteBook(const std::vector<LightDocument>& documents, const ResolvedGraph& graph)
    : documents_(documents) {
    for (std::size_t i = 0; i < documents.size(); ++i) by_id_.emplace(graph.nodes[i].id, i);
}

std::string QuoteBook::quote_elsewhere(const Evidence& evidence) const {
    const auto found = by_id_.find(evidence.document);
    if (found == by_id_.end()) return {};
    const LightDocument& light = documents_[found->second];
    for (const auto& [index, quote] : light.quotes) {
        if (index < light.mentions.size() && light.mentions[index].span == evidence.span) {
            return quote;
        }
    }
    return {};
}

void QuoteBook::fill(std::vector<GraphEdge>& edges, std::string_view own, std::string_view text,
                     const std::vector<Mention>& own_mentions) const {
    const support::OffsetIndex offsets(text);
    for (GraphEdge& edge : edges) {
        for (Evidence& evidence : edge.evidence) {
            if (evidence.document != own || own.empty()) {
                evidence.quote = quote_elsewhere(evidence);
                continue;
            }
            const Mention* const mention = mention_at(own_mentions, evidence.span);
            if (mention != nullptr) evidence.quote = quote_of(text, offsets, *mention);
        }
    }
}

}  // namespace tracuu::indexer
