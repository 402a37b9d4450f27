#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "indexer/citation_graph.hpp"
#include "support/error.hpp"

namespace tracuu::indexer {
namespace {

constexpr std::uint32_t kBudget = 100000;  // documents whose records one question reads

// Gives documents numbers as it meets them and remembers what it has read.
class RecordLinks final : public Links {
  public:
    explicit RecordLinks(const CitationGraph& graph) : graph_(graph) {}

    std::optional<Node> size() const noexcept override { return std::nullopt; }
    std::optional<Node> find(std::string_view id) override {
        const auto known = numbers_.find(std::string(id));
        if (known != numbers_.end()) return known->second;
        if (!graph_.node(id)) return std::nullopt;
        return number(DocumentId(id));
    }
    DocumentId id(Node node) override { return entries_[node].id; }

    std::span<const Link> of(Node node, Direction direction) override {
        const auto side = static_cast<std::size_t>(direction);
        if (!entries_[node].links[side]) {
            std::vector<Link> links;
            const DocumentId id = entries_[node].id;
            for (const GraphEdge& edge :
                 direction == Direction::cites ? graph_.cites(id) : graph_.cited_by(id)) {
                const DocumentId& other = direction == Direction::cites ? edge.to : edge.from;
                links.emplace_back(number(other), edge.relation);
            }
            entries_[node].links[side] = std::move(links);
        }
        return *entries_[node].links[side];
    }
    std::uint32_t count(Node node, Direction direction) override {
        return static_cast<std::uint32_t>(of(node, direction).size());
    }

    NodeFacts facts(Node node) override {
        Entry& entry = entries_[node];
        if (!entry.meta) entry.meta = graph_.node(entry.id);
        if (!entry.meta) return {};
        const DocumentMeta& meta = *entry.meta;
        return {meta.present, meta.date, meta.type, meta.jurisdiction, std::nullopt};
    }

    void order(std::vector<Node>& nodes) override {
        std::sort(nodes.begin(), nodes.end(),
                  [this](Node a, Node b) { return entries_[a].id < entries_[b].id; });
    }
    std::uint32_t budget() const noexcept override { return kBudget; }

  private:
    struct Entry {
        DocumentId id;
        std::optional<DocumentMeta> meta;
        std::optional<std::vector<Link>> links[2];  ///< by Direction
    };

    Node number(const DocumentId& id) {
        const auto [at, is_new] = numbers_.emplace(id, static_cast<Node>(entries_.size()));
        if (is_new) entries_.push_back({id, {}, {}});
        return at->second;
    }

    const CitationGraph& graph_;
    std::unordered_map<DocumentId, Node> numbers_;
    std::deque<Entry> entries_;  // by node; entries stay where they are
};

}  // namespace

std::unique_ptr<Links> record_links(const CitationGraph& graph) {
    return std::make_unique<RecordLinks>(graph);
}

std::optional<GraphEdge> CitationGraph::edge(std::string_view from, std::string_view to) const {
    std::vector<GraphEdge> edges = cites(from);
    const auto found = std::find_if(edges.begin(), edges.end(),
                                    [&](const GraphEdge& edge) { return edge.to == to; });
    if (found == edges.end()) return std::nullopt;
    return std::move(*found);
}

}  // namespace tracuu::indexer
