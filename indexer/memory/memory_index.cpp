#include "indexer/memory/memory_index.hpp"

#include <algorithm>
#include <tuple>

#include "analyzers/extraction.hpp"
#include "indexer/node_order.hpp"
#include "indexer/prepare/complete.hpp"
#include "indexer/prepare/prepare.hpp"
#include "indexer/rank/token_stream.hpp"
#include "indexer/resolver.hpp"
#include "indexer/tasks.hpp"

namespace tracuu::indexer {

MemoryIndex::MemoryIndex(const std::vector<AnalyzedDocument>& documents) {
    for (const AnalyzedDocument& one : documents) {
        entries_.push_back({prepare(one), one.document.text});
    }
    resolve_entries();
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        const DocumentMeta& x = a.document.record.meta;
        const DocumentMeta& y = b.document.record.meta;
        return x.date != y.date ? y.date < x.date : x.id < y.id;
    });
    add_quotes();
    BodyTable table;
    for (const Entry& one : entries_) {
        for (const StoredTask& task : one.document.tasks) table.add(task.record);
    }
    bodies_ = std::move(table).finish();
    count_words();
}

void MemoryIndex::resolve_entries() {
    std::vector<ResolvableDocument> resolvable;
    for (Entry& one : entries_) {
        DocumentRecord& record = one.document.record;
        resolvable.push_back({record.meta, one.document.record_id, record.source, &record.mentions,
                              &one.document.asserted});
    }
    ResolvedGraph graph = resolve(resolvable);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        entries_[i].document.record.meta = graph.nodes[i];
        complete(entries_[i].document, out_edges(graph, graph.nodes[i].id));
    }
    for (const DocumentMeta& meta : graph.nodes) nodes_.emplace(meta.id, meta);
    edges_ = std::move(graph.edges);
}

void MemoryIndex::add_quotes() {
    for (GraphEdge& edge : edges_) {
        for (Evidence& evidence : edge.evidence) {
            const Entry* const from = entry(evidence.document);
            const support::OffsetIndex offsets(from->text);
            for (const Mention& mention : from->document.record.mentions) {
                if (mention.span != evidence.span) continue;
                evidence.quote = quote_of(from->text, offsets, mention);
            }
        }
    }
}

const MemoryIndex::Entry* MemoryIndex::entry(std::string_view id) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) {
        return one.document.record.meta.id == id;
    });
    return found == entries_.end() ? nullptr : &*found;
}

std::optional<DocumentRecord> MemoryIndex::document(std::string_view id) const {
    const Entry* const found = entry(id);
    if (found == nullptr) return std::nullopt;
    DocumentRecord record = found->document.record;
    record.cited_by = static_cast<std::uint32_t>(cited_by(id).size());
    return record;
}

std::optional<std::string> MemoryIndex::text(std::string_view id) const {
    const Entry* const found = entry(id);
    return found == nullptr ? std::nullopt : std::optional(found->text);
}

std::optional<DocumentMeta> MemoryIndex::node(std::string_view id) const {
    const auto found = nodes_.find(std::string(id));
    return found == nodes_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<GraphEdge> MemoryIndex::cites(std::string_view id) const {
    std::vector<GraphEdge> edges;
    std::copy_if(edges_.begin(), edges_.end(), std::back_inserter(edges),
                 [&](const GraphEdge& edge) { return edge.from == id; });
    return edges;
}

std::vector<GraphEdge> MemoryIndex::cited_by(std::string_view id) const {
    std::vector<GraphEdge> edges;
    std::copy_if(edges_.begin(), edges_.end(), std::back_inserter(edges),
                 [&](const GraphEdge& edge) { return edge.to == id; });
    return edges;
}

void MemoryIndex::count_words() {
    WordCounter counter;
    DocumentTokens tokens;
    for (const Entry& one : entries_) {
        tokens.read(one.document.record.meta, one.text);
        count_words_of(tokens, counter);
    }
    word_bytes_ = counter.table();
    words_ = WordTable::of(std::as_bytes(std::span(word_bytes_)));
}

std::vector<DocumentMeta> MemoryIndex::with_number(std::string_view number) const {
    std::vector<DocumentMeta> found;
    for (const auto& [id, meta] : nodes_) {
        if (meta.number == number) found.push_back(meta);
    }
    order_nodes(found);
    return found;
}

void MemoryIndex::each_node(const std::function<bool(const DocumentMeta&)>& visit) const {
    for (const auto& [id, meta] : nodes_) {
        if (!visit(meta)) return;
    }
}

IndexStats MemoryIndex::stats() const {
    IndexStats stats;
    stats.documents = entries_.size();
    stats.absent = nodes_.size() - entries_.size();
    stats.bodies = bodies_.size();
    stats.edges = edges_.size();
    for (const Entry& one : entries_) {
        stats.passages += one.document.passages.size();
        stats.tasks += one.document.tasks.size();
        stats.text_bytes += one.text.size();
    }
    stats.snapshot = "memory";
    stats.analyzer = analyzers::analyzer_version();
    return stats;
}

std::unique_ptr<Index> build_memory_index(const std::vector<AnalyzedDocument>& documents) {
    return std::make_unique<MemoryIndex>(documents);
}

}  // namespace tracuu::indexer
