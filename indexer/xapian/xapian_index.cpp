#include <algorithm>

#include "indexer/index.hpp"
#include "indexer/records/task_codec.hpp"
#include "indexer/xapian/alike.hpp"
#include "indexer/xapian/document_list.hpp"
#include "indexer/xapian/guard.hpp"
#include "indexer/xapian/manifest.hpp"
#include "indexer/xapian/nodes.hpp"
#include "indexer/xapian/reader.hpp"
#include "indexer/xapian/searcher.hpp"
#include "indexer/xapian/sources.hpp"
#include "indexer/xapian/suggester.hpp"
#include "indexer/xapian/task_search.hpp"

namespace tracuu::indexer {
namespace {

class XapianIndex final : public Index {
  private:
    // The server of a remote database may have gone or its database changed twice while we read.
    // A lost connection cannot be used again, so everything is opened anew; once, then it fails.
    template <typename Question>
    auto ask(Question&& question) const {
        return guarded(Access::read, name_, [&] {
            try {
                return question();
            } catch (const Xapian::NetworkError&) {
                // opened anew below
            } catch (const Xapian::DatabaseClosedError&) {
                // what a connection says that was lost before
            } catch (const Xapian::DatabaseModifiedError&) {
                // the manifest has changed too
            }
            reader_ = std::make_unique<Reader>(sources_);
            return question();
        });
    }

  public:
    explicit XapianIndex(const Sources& sources)
        : sources_(sources), name_(join(sources)), reader_(std::make_unique<Reader>(sources)) {}

    SearchResult search(const SearchRequest& request) const override {
        return ask([&] { return Searcher(*reader_, request).run(); });
    }

    Completions suggest(std::string_view typed, std::uint32_t limit) const override {
        return ask([&] { return complete(*reader_, typed, limit); });
    }

    std::vector<std::pair<DocumentId, double>> alike(std::string_view id,
                                                     std::uint32_t limit) const override {
        return ask([&] { return documents_alike(*reader_, id, limit); });
    }

    std::optional<DocumentRecord> document(std::string_view id) const override {
        return ask([&]() -> std::optional<DocumentRecord> {
            const auto data = reader_->data_of(Kind::document, id);
            if (!data) return std::nullopt;
            DocumentRecord record = decode_document(*data).record;
            record.cited_by = count_citing(id);
            return record;
        });
    }

    std::optional<std::string> text(std::string_view id) const override {
        return ask([&]() -> std::optional<std::string> {
            const auto records = reader_->find(Kind::document, id);
            if (records.empty()) return std::nullopt;
            return reader_->text(records.front(), decode_outline(reader_->data(records.front())));
        });
    }

    std::pair<std::vector<DocumentMeta>, std::uint64_t> documents(
        const DocumentFilter& filter, DocumentOrder order, std::uint32_t offset,
        std::uint32_t limit) const override {
        return ask([&] { return list_documents(*reader_, filter, order, offset, limit); });
    }

    std::optional<DocumentMeta> node(std::string_view id) const override {
        return ask([&] { return find_node(*reader_, id); });
    }
    std::vector<GraphEdge> cites(std::string_view id) const override {
        return ask([&] { return edges_from(*reader_, id); });
    }
    std::vector<GraphEdge> cited_by(std::string_view id) const override {
        return ask([&] { return edges_to(*reader_, id); });
    }
    std::vector<DocumentMeta> with_number(std::string_view number) const override {
        return ask([&] { return nodes_with_number(*reader_, number); });
    }
    std::optional<GraphEdge> edge(std::string_view from, std::string_view to) const override {
        return ask([&] { return edge_between(*reader_, from, to); });
    }
    std::unique_ptr<Links> links() const override {
        return reader_->graph() ? mapped_links(reader_->graph()) : record_links(*this);
    }
    void each_node(const std::function<bool(const DocumentMeta&)>& visit) const override {
        check();  // what was visited cannot be taken back, so a lost connection shows before
        guarded(Access::read, name_, [&] { visit_nodes(*reader_, visit); });
    }

    Page tasks(const TaskFilter& filter, std::uint32_t offset, std::uint32_t limit) const override {
        return ask([&] { return search_tasks(*reader_, filter, offset, limit); });
    }
    TaskFacets task_facets(const TaskFilter& filter) const override {
        return ask([&] { return count_tasks(*reader_, filter); });
    }
    std::vector<BodyRecord> find_bodies(std::string_view name) const override {
        return ask([&] { return find_bodies_named(*reader_, name); });
    }
    std::vector<BodyRecord> bodies(std::string_view query) const override {
        return ask([&] { return search_bodies(*reader_, query); });
    }
    std::optional<BodyRecord> body(std::string_view id) const override {
        return ask([&] { return find_body_record(*reader_, id); });
    }

    IndexStats stats() const override {
        if (!reader_->is_joined()) return reader_->stats();
        return ask([&] { return joined_stats(*reader_); });
    }
    std::string snapshot() const override { return reader_->stats().snapshot; }
    void check() const override {
        // No record has this identity, and every shard has to look for it.
        ask([&] { return reader_->find(Kind::document, {}).size(); });
    }

  private:
    std::uint32_t count_citing(std::string_view id) const {
        const auto& graph = reader_->graph();
        if (!graph) return static_cast<std::uint32_t>(edges_to(*reader_, id).size());
        const auto node = graph->find(id);
        return node ? static_cast<std::uint32_t>(graph->links(*node, Direction::cited_by).size())
                    : 0;
    }

    static std::string join(const Sources& sources) {
        std::string text;
        for (const std::string& source : sources) text += (text.empty() ? "" : ", ") + source;
        return text;
    }

    Sources sources_;
    std::string name_;
    mutable std::unique_ptr<Reader> reader_;
};

}  // namespace

std::unique_ptr<Index> open_index(const Sources& sources) {
    return guarded(Access::read, sources.empty() ? std::string() : sources.front(),
                   [&] { return std::unique_ptr<Index>(std::make_unique<XapianIndex>(sources)); });
}

std::string published_snapshot(const Sources& sources) {
    std::string snapshot;
    for (const std::string& source : sources) {
        if (!snapshot.empty()) snapshot += '+';
        if (remote_address(source)) {
            snapshot += source;
            continue;
        }
        const Manifest manifest = read_manifest(source);
        check_compatible(manifest, source);
        snapshot += manifest.stats.snapshot;
    }
    return snapshot;
}

}  // namespace tracuu::indexer
