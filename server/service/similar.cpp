#include <algorithm>
#include <cmath>
#include <map>

#include "server/service.hpp"
#include "support/error.hpp"

namespace tracuu::server {
namespace {

using indexer::DocumentId;
using indexer::GraphEdge;
using indexer::Index;

/// Citing documents looked at for one cited document: one that everybody cites says little.
constexpr std::size_t kMaxCiting = 2000;
/// Best candidates whose own citations are read for the exact score.
constexpr std::size_t kMaxCandidates = 200;

/// A citation that few documents make weighs more.
double weight(std::size_t citing) {
    return 1.0 / std::log2(2.0 + static_cast<double>(citing));
}

struct Candidate {
    double weight = 0;  ///< of the shared citations
    std::vector<DocumentId> shared;
};

struct Neighbourhood {
    std::map<DocumentId, Candidate> candidates;
    double weight = 0;  ///< of all citations of the document itself
};

Neighbourhood neighbourhood(const Index& index, std::string_view id) {
    Neighbourhood found;
    for (const GraphEdge& cited : index.cites(id)) {
        const auto citing = index.cited_by(cited.to);
        const double value = weight(citing.size());
        found.weight += value;
        for (std::size_t i = 0; i < citing.size() && i < kMaxCiting; ++i) {
            if (citing[i].from == id) continue;
            Candidate& candidate = found.candidates[citing[i].from];
            candidate.weight += value;
            candidate.shared.push_back(cited.to);
        }
    }
    return found;
}

/// Cosine with all citations of the other document counted as rare ones.
double score(const Index& index, const DocumentId& other, double shared, double own) {
    const auto count = static_cast<double>(index.cites(other).size());
    const double theirs = std::max(shared, count * weight(2));
    return own > 0 ? std::min(1.0, shared / std::sqrt(own * theirs)) : 0;
}

}  // namespace

List<SimilarDocument> similar(const Index& index, std::string_view id, Page page) {
    if (!index.node(id)) {
        throw support::Error(support::ErrorCode::not_found, "no such document", std::string(id));
    }
    Neighbourhood found = neighbourhood(index, id);
    std::vector<std::pair<double, DocumentId>> order;
    for (const auto& [other, candidate] : found.candidates)
        order.emplace_back(-candidate.weight, other);
    std::sort(order.begin(), order.end());
    if (order.size() > kMaxCandidates) order.resize(kMaxCandidates);

    std::vector<SimilarDocument> all;
    for (const auto& [negative, other] : order) {
        auto meta = index.node(other);
        if (!meta || !meta->present) continue;
        const double value = score(index, other, -negative, found.weight);
        all.push_back({std::move(*meta), value, std::move(found.candidates[other].shared)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& left, const auto& right) { return left.score > right.score; });
    List<SimilarDocument> list{all.size(), page, {}, found.candidates.size() > kMaxCandidates};
    for (std::size_t i = page.offset; i < all.size() && list.items.size() < page.limit; ++i) {
        list.items.push_back(std::move(all[i]));
    }
    return list;
}

}  // namespace tracuu::server
