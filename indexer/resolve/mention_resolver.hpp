#pragma once

#include <optional>
#include <vector>

#include "indexer/resolve/node_table.hpp"

namespace tracuu::indexer {

/// What was decided for one mention.
struct Resolution {
    ResolutionStatus status = ResolutionStatus::absent;
    std::optional<NodeIndex> target;
    std::vector<NodeIndex> candidates;
    const char* rule = "";
};

/// Decides which document each mention means. Rules in order, the first that leaves exactly one
/// candidate decides:
///   self             the document's own number (never an edge)
///   later            a date after the citing document's own: conflict, never an edge
///   number+date      the candidate of that date and place
///   date-conflict    one present document has the number, its date differs within the same year
///   number+date+type, only-candidate, type, term, title   (undated mentions)
///   new              nobody has it: an absent document of its own
/// Hard filters before all of them: never itself, never later than the citing document, for
/// issuers that every place has the same place.
class MentionResolver {
  public:
    explicit MentionResolver(NodeTable& nodes) : nodes_(nodes) {}

    /// First pass: makes absent documents for dated mentions, so that undated ones of the whole
    /// corpus see the same candidates.
    void collect(NodeIndex citing, const Mention& mention);
    /// Second pass: never makes documents that a later call of it could choose, except undated
    /// ones.
    [[nodiscard]] Resolution resolve(NodeIndex citing, const Mention& mention);

  private:
    [[nodiscard]] IssuerPlace place_of(NodeIndex citing, const Mention& mention);
    [[nodiscard]] bool place_fits(const ResolverNode& node, NodeIndex citing,
                                  const Mention& mention);
    [[nodiscard]] bool is_self(NodeIndex citing, const Mention& mention);
    [[nodiscard]] bool is_later(NodeIndex citing, const Mention& mention);
    [[nodiscard]] bool may_be_cited(NodeIndex index, NodeIndex citing) const;
    [[nodiscard]] std::vector<NodeIndex> candidates(NodeIndex citing, const Mention& mention);
    [[nodiscard]] Resolution resolve_dated(NodeIndex citing, const Mention& mention);
    [[nodiscard]] Resolution resolve_undated(NodeIndex citing, const Mention& mention);
    [[nodiscard]] Resolution accept(NodeIndex target, const char* rule) const;
    [[nodiscard]] Resolution abstain(std::vector<NodeIndex> candidates, ResolutionStatus status,
                                     const char* rule) const;

    NodeTable& nodes_;
};

}  // namespace tracuu::indexer
