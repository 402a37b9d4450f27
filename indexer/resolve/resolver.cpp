#include "indexer/resolver.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "analyzers/letter.hpp"
#include "indexer/resolve/mention_resolver.hpp"
#include "indexer/resolve/node_table.hpp"

namespace tracuu::indexer {
namespace {

using EdgeKey = std::pair<NodeIndex, NodeIndex>;
using EdgeMap = std::map<EdgeKey, GraphEdge>;

class CorpusResolver {
  public:
    explicit CorpusResolver(std::vector<ResolvableDocument>& documents)
        : documents_(documents), nodes_(documents), resolver_(nodes_), order_(documents.size()) {
        // Nodes are made in the order of ids, so the result does not depend on the input order.
        std::iota(order_.begin(), order_.end(), NodeIndex{0});
        std::sort(order_.begin(), order_.end(), [this](NodeIndex a, NodeIndex b) {
            return nodes_[a].meta.id < nodes_[b].meta.id;
        });
    }

    ResolvedGraph run() {
        for (const NodeIndex i : order_) {
            for (const Mention& mention : *documents_[i].mentions) resolver_.collect(i, mention);
        }
        settle_absent_dates();
        std::vector<std::vector<Resolution>> decided(documents_.size());
        for (const NodeIndex i : order_) decide(i, decided[i]);
        nodes_.name_absent();
        index_titles();
        for (const NodeIndex i : order_) {
            write_back(i, decided[i]);
            add_edges(i, decided[i]);
        }
        return finish();
    }

  private:
    // Candidates are compared by date: an absent document whose number holds its year takes the
    // date most often said before mentions are decided.
    void settle_absent_dates() {
        for (NodeIndex i = nodes_.present(); i < nodes_.size(); ++i) {
            ResolverNode& node = nodes_[i];
            if (!node.meta.date) node.meta.date = node.votes.date.winner();
            node.meta.type = node.votes.type.winner().value_or("");
            node.meta.title = node.votes.title.winner().value_or("");
        }
    }

    void decide(NodeIndex citing, std::vector<Resolution>& decided) {
        for (const Mention& mention : *documents_[citing].mentions) {
            decided.push_back(mention.number.empty() ? Resolution{}
                                                     : resolver_.resolve(citing, mention));
            const Resolution& made = decided.back();
            if (made.target && !nodes_[*made.target].meta.present) vote(*made.target, mention);
        }
    }

    // Undated mentions, too, say what an absent document is.
    void vote(NodeIndex target, const Mention& mention) {
        if (mention.date || nodes_[target].traits.year != 0) return;  // voted in the first pass
        AbsentVotes& votes = nodes_[target].votes;
        if (!mention.type.empty()) votes.type.add(mention.type);
        if (!mention.issuer.empty()) votes.issuer.add(mention.issuer);
        if (!mention.title.empty()) votes.title.add(mention.title);
    }

    void index_titles() {
        for (const NodeIndex i : order_) {
            const DocumentMeta& meta = nodes_[i].meta;
            if (meta.title.empty() || nodes_[i].group != i) continue;
            by_name_[analyzers::slug(meta.type + " " + meta.title)].push_back(i);
        }
    }

    // A law cited by its name: the only document of the corpus with that type and title.
    void resolve_named(NodeIndex citing, Mention& mention) {
        mention.status = ResolutionStatus::absent;
        mention.rule = "name";
        const auto found = by_name_.find(analyzers::slug(mention.name));
        if (found == by_name_.end()) return;
        const auto& own = nodes_[citing].meta.date;
        for (const NodeIndex index : found->second) {
            const auto& date = nodes_[index].meta.date;
            if (index == nodes_[citing].group || (own && date && *date > *own)) continue;
            if (mention.date && date && *mention.date != *date) continue;
            mention.candidates.push_back(nodes_[index].meta.id);
        }
        if (mention.candidates.size() > 1) mention.status = ResolutionStatus::ambiguous;
        if (mention.candidates.size() != 1) return;
        mention.target = mention.candidates.front();
        mention.candidates.clear();
        mention.status = ResolutionStatus::resolved;
    }

    void write_back(NodeIndex citing, const std::vector<Resolution>& decided) {
        std::vector<Mention>& mentions = *documents_[citing].mentions;
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            Mention& mention = mentions[i];
            mention.target.clear();
            mention.candidates.clear();
            if (mention.number.empty()) {
                resolve_named(citing, mention);
                continue;
            }
            mention.status = decided[i].status;
            mention.rule = decided[i].rule;
            if (decided[i].target) mention.target = nodes_[*decided[i].target].meta.id;
            for (const NodeIndex one : decided[i].candidates) {
                mention.candidates.push_back(nodes_[one].meta.id);
            }
            std::sort(mention.candidates.begin(), mention.candidates.end());
        }
    }

    void add_edges(NodeIndex citing, const std::vector<Resolution>& decided) {
        if (documents_[citing].edges == nullptr) return;
        for (const analyzers::Edge& edge : *documents_[citing].edges) {
            add_edge(citing, edge, decided);
        }
    }

    void add_edge(NodeIndex citing, const analyzers::Edge& edge,
                  const std::vector<Resolution>& decided) {
        const bool own = edge.from == analyzers::Edge::kSelf;
        std::optional<NodeIndex> from = citing;
        if (!own) {
            from.reset();
            if (edge.from_citation && *edge.from_citation < decided.size()) {
                from = decided[*edge.from_citation].target;
            }
        }
        if (!from) return;
        const std::vector<std::uint32_t> evidence = evidence_of(citing, edge);
        const bool one_target = has_one_target(evidence, decided);
        for (const std::uint32_t i : evidence) {
            const auto& target = decided[i].target;
            if (!target || !may_cite(*from, *target)) continue;
            const Mention& mention = (*documents_[citing].mentions)[i];
            // One number may mean documents of several dates: each has the relation of its own
            // mentions.
            const Relation relation = own && !one_target ? mention.relation : edge.relation;
            add(*from, *target, relation, {nodes_[citing].meta.id, mention.span, {}});
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> evidence_of(NodeIndex citing,
                                                         const analyzers::Edge& edge) const {
        const std::vector<Mention>& mentions = *documents_[citing].mentions;
        std::vector<std::uint32_t> evidence;
        for (const std::uint32_t i : edge.evidence) {
            if (i < mentions.size()) evidence.push_back(i);
        }
        for (std::uint32_t i = 0; evidence.empty() && i < mentions.size(); ++i) {
            if (mentions[i].number == edge.to) evidence.push_back(i);
        }
        return evidence;
    }

    [[nodiscard]] static bool has_one_target(const std::vector<std::uint32_t>& evidence,
                                             const std::vector<Resolution>& decided) {
        return std::all_of(evidence.begin(), evidence.end(), [&](std::uint32_t i) {
            return decided[i].target == decided[evidence.front()].target;
        });
    }

    [[nodiscard]] bool may_cite(NodeIndex from, NodeIndex to) const {
        if (nodes_[from].group == nodes_[to].group) return false;
        const auto& from_date = nodes_[from].meta.date;
        const auto& to_date = nodes_[to].meta.date;
        return !from_date || !to_date || *to_date <= *from_date;
    }

    void add(NodeIndex from, NodeIndex to, Relation relation, Evidence evidence) {
        GraphEdge& edge = edges_[{from, to}];
        if (edge.evidence.empty()) {
            edge.from = nodes_[from].meta.id;
            edge.to = nodes_[to].meta.id;
            edge.relation = relation;
        }
        edge.relation = std::max(edge.relation, relation);
        edge.evidence.push_back(std::move(evidence));
    }

    ResolvedGraph finish() {
        ResolvedGraph graph;
        for (NodeIndex i = 0; i < nodes_.size(); ++i) graph.nodes.push_back(nodes_[i].meta);
        const auto by_id = [](const DocumentMeta& a, const DocumentMeta& b) { return a.id < b.id; };
        std::sort(graph.nodes.begin() + nodes_.present(), graph.nodes.end(), by_id);
        for (auto& [key, edge] : edges_) {
            auto& list = edge.evidence;
            const auto position = [](const Evidence& evidence) {
                return std::tuple(std::string_view(evidence.document), evidence.span.begin,
                                  evidence.span.end);
            };
            std::sort(list.begin(), list.end(), [&](const Evidence& a, const Evidence& b) {
                return position(a) < position(b);
            });
            list.erase(std::unique(list.begin(), list.end(),
                                   [&](const Evidence& a, const Evidence& b) {
                                       return position(a) == position(b);
                                   }),
                       list.end());
            graph.edges.push_back(std::move(edge));
        }
        std::sort(graph.edges.begin(), graph.edges.end(),
                  [](const GraphEdge& a, const GraphEdge& b) {
                      return std::tie(a.from, a.to) < std::tie(b.from, b.to);
                  });
        return graph;
    }

    std::vector<ResolvableDocument>& documents_;
    NodeTable nodes_;
    MentionResolver resolver_;
    std::vector<NodeIndex> order_;
    std::map<std::string, std::vector<NodeIndex>> by_name_;
    EdgeMap edges_;
};

}  // namespace

ResolvedGraph resolve(std::vector<ResolvableDocument>& documents) {
    return CorpusResolver(documents).run();
}

}  // namespace tracuu::indexer
